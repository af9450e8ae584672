"""Tells whoever waits that something has happened."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from simulator.records import JsonObject

PATIENCE = 5.0  # seconds of real time


class Signals:
    """Events for pages, and a bell for tests that wait for a change."""

    def __init__(self) -> None:
        self._pages: set[asyncio.Queue[JsonObject]] = set()
        self._waiting: list[asyncio.Future[None]] = []

    def publish(self, kind: str, chat: int = 0, **details: object) -> None:
        self.ring()
        for page in self._pages:
            page.put_nowait({"kind": kind, "chat": chat} | details)

    def ring(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def changed(self) -> None:
        future = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        await future

    async def until(self, condition: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait until the condition holds; a TimeoutError after so many real seconds."""
        async with asyncio.timeout(patience):
            while not condition():
                await self.changed()

    @contextmanager
    def page(self) -> Iterator[asyncio.Queue[JsonObject]]:
        queue: asyncio.Queue[JsonObject] = asyncio.Queue()
        self._pages.add(queue)
        try:
            yield queue
        finally:
            self._pages.discard(queue)
