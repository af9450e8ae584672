"""Serves the pages beside everything else in the same event loop."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

STOP_SECONDS = 2


class _Server(uvicorn.Server):
    """The process has one owner of its signals, and that is not the web server."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


class WebServer:
    """Listens from start to stop; `port` 0 takes a free one."""

    def __init__(self, pages: Starlette, host: str, port: int) -> None:
        self._socket = socket.create_server((host, port), backlog=512)
        # Python sets it only where the protocol is named; without it an answer's second part waits 40 ms.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        config = uvicorn.Config(
            pages, lifespan="off", log_config=None, access_log=False, timeout_graceful_shutdown=STOP_SECONDS
        )
        self._server = _Server(config)
        self._serving: asyncio.Task[None] | None = None

    @property
    def port(self) -> int:
        return int(self._socket.getsockname()[1])

    async def start(self) -> None:
        self._serving = asyncio.create_task(self._server.serve(sockets=[self._socket]), name="web server")
        await self._server.ready.wait()

    async def stop(self) -> None:
        self._server.should_exit = True
        if self._serving:
            await self._serving
        self._socket.close()
