"""Runs a bounded number of chats at the same time."""

import asyncio
from collections.abc import Coroutine

import structlog

log = structlog.get_logger(__name__)


class SideBySide:
    """Each chat is a task of its own; one that fails says so and stops nobody else."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def room(self) -> int:
        return self._at_once - len(self._tasks)

    async def room_for_more(self) -> None:
        if self.room <= 0:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    def begin(self, chat: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(chat)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def stop(self, seconds: float) -> None:
        """Wait for what is under way, and no longer than this."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("work on a chat broke off", exc_info=error)
