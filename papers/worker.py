"""The worker process: pictures and files are made there, so that the bot's own process stays small and quick."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import TypeVar

Made = TypeVar("Made")
PATIENCE = 30.0
"""Seconds that one paper may take."""


class PaperFailedError(Exception):
    """The worker process died over this work, twice: by time, memory or a fault in a library."""


class Worker:
    """Runs functions of `papers` in one process of its own, started with the first work.

    Work is values in, values out, so it may be done again when the process dies under it.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None

    async def make(self, work: Callable[..., Made], *args: object) -> Made:
        return await asyncio.to_thread(self.make_now, work, *args)

    def make_now(self, work: Callable[..., Made], *args: object) -> Made:
        """Wait for it in this thread: for renderers, which run in one."""
        try:
            return self._try(work, args)
        except BrokenProcessPool:
            pass
        try:
            return self._try(work, args)
        except BrokenProcessPool:
            raise PaperFailedError(f"{work.__name__} took too long or too much") from None

    def _try(self, work: Callable[..., Made], args: tuple[object, ...]) -> Made:
        pool = self._running()
        try:
            return pool.submit(_in_time, self._patience, work, args).result()
        except BrokenProcessPool:
            self._drop(pool)
            raise

    def _running(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                # Spawned, not forked: a fork would copy the bot's threads' locks and database connections.
                self._pool = ProcessPoolExecutor(1, get_context("spawn"), _settle_in, max_tasks_per_child=100)
            return self._pool

    def _drop(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = None
        broken.shutdown(wait=False)

    def close(self) -> None:
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def _settle_in() -> None:
    """Ctrl-C is the bot's business; a bot that was killed leaves no worker behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _in_time(patience: float, work: Callable[..., Made], args: tuple[object, ...]) -> Made:
    """The alarm ends the process, whatever loop the library is in; the pool then reports it broken."""
    if not hasattr(signal, "setitimer"):
        return work(*args)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, patience)
    try:
        return work(*args)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
