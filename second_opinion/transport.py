"""HTTP to the model: to the very address that was checked, without redirects, with a bound on what comes back."""

from collections.abc import AsyncIterator

import httpx2

from second_opinion.addresses import LookUp, allowed

LONGEST_ANSWER = 64 * 1024
# What libraries add (the system's name, keys and organisations out of the environment) is nobody's business there.
_SENT_HEADERS = frozenset({"host", "authorization", "content-type", "content-length", "accept"})
_OUR_HEADERS = {"User-Agent": "Rapport", "Accept-Encoding": "identity"}


class TooLongError(Exception):
    """The answer is longer than any honest one, or packed so that nobody can tell."""


class GuardedTransport(httpx2.AsyncBaseTransport):
    """Looks a name up once and calls what was found, so that a name that changes its mind leads nowhere else."""

    def __init__(self, look_up: LookUp, *, private: bool) -> None:
        self._look_up = look_up
        self._private = private
        self._wire = httpx2.AsyncHTTPTransport(trust_env=False)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        addresses = await allowed(request.url.host, port, self._look_up, private=self._private)
        response = await self._call(request, list(addresses))
        if response.headers.get("Content-Encoding", "identity") != "identity":
            await response.aclose()
            raise TooLongError
        return _short(response)

    async def _call(self, request: httpx2.Request, addresses: list[str]) -> httpx2.Response:
        first, *others = addresses
        try:
            return await self._wire.handle_async_request(_to(request, first))
        except httpx2.ConnectError:
            if not others:
                raise
            return await self._call(request, others)

    async def aclose(self) -> None:
        await self._wire.aclose()


def _to(request: httpx2.Request, address: str) -> httpx2.Request:
    """The certificate must still be the name's."""
    headers = {name: value for name, value in request.headers.items() if name.lower() in _SENT_HEADERS}
    return httpx2.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=headers | _OUR_HEADERS,
        stream=request.stream,
        extensions=request.extensions | {"sni_hostname": request.url.host},
    )


def _short(response: httpx2.Response) -> httpx2.Response:
    if not isinstance(response.stream, httpx2.AsyncByteStream):
        raise TypeError("a connection without asyncio")
    stream = _Bounded(response.stream)
    return httpx2.Response(
        response.status_code, headers=response.headers, stream=stream, extensions=response.extensions
    )


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for piece in self._stream:
            size += len(piece)
            if size > LONGEST_ANSWER:
                raise TooLongError
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()
