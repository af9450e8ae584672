"""The loopback HTTP server: the Bot API, its files, and the page behind its key."""

import hmac
from collections.abc import Awaitable, Callable

from aiohttp import web

from simulator.errors import ApiError
from simulator.incoming import read_parameters
from simulator.switchboard import Answer, CutOffError, Switchboard
from simulator.telegram import Telegram

LOOPBACK = "127.0.0.1"
OUR_NAMES = frozenset({"127.0.0.1", "localhost"})
JSON_TYPE = "application/json"
BODY_LIMIT = 60 * 1024 * 1024
UNAUTHORIZED = Answer(401, '{"ok":false,"error_code":401,"description":"Unauthorized"}')
NOT_FOUND = Answer(404, '{"ok":false,"error_code":404,"description":"Not Found"}')
Pages = Callable[[web.Request, str], Awaitable[web.StreamResponse]]


class Server:
    def __init__(self, telegram: Telegram, switchboard: Switchboard, key: str, pages: Pages) -> None:
        self._telegram = telegram
        self._switchboard = switchboard
        self._key = key
        self._pages = pages
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def start(self, port: int) -> None:
        application = web.Application(client_max_size=BODY_LIMIT)
        application.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, port, backlog=1024)
        await site.start()
        self.port = int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        # Another name for this machine means that somebody else's page is asking (DNS rebinding).
        if request.headers.get("Host", "").partition(":")[0] not in OUR_NAMES:
            return web.Response(status=403, text="Only this machine may ask.\n")
        path = request.path
        if path.startswith("/bot"):
            return await self._api(request, path.removeprefix("/bot"))
        if path.startswith("/file/bot"):
            return self._file(path.removeprefix("/file/bot"))
        key, _, rest = path[1:].partition("/")
        if not hmac.compare_digest(key.encode(), self._key.encode()):
            return response(NOT_FOUND)
        return await self._pages(request, rest)

    def _is_ours(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self._telegram.token.encode())

    async def _api(self, request: web.Request, path: str) -> web.Response:
        token, _, method = path.partition("/")
        if not self._is_ours(token):
            return response(UNAUTHORIZED)
        try:
            return response(await self._switchboard.call(method, await read_parameters(request)))
        except ApiError as error:
            return web.json_response(error.shape(), status=error.status)
        except CutOffError:
            if request.transport:
                request.transport.abort()
            return web.Response()

    def _file(self, path: str) -> web.Response:
        token, _, name = path.partition("/")
        file = self._telegram.files.at(name) if self._is_ours(token) else None
        if file is None:
            return response(NOT_FOUND)
        return web.Response(body=self._telegram.files.content(file), content_type="application/octet-stream")


def response(answer: Answer) -> web.Response:
    return web.Response(body=answer.body.encode(), status=answer.status, content_type=JSON_TYPE)
