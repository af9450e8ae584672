"""Threads that write: each takes all the work that waits and lets it share one transaction."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from storage.errors import StoreClosedError
from storage.transactions import Done, Failed, Outcome, Transactions, Work


@dataclass(frozen=True, slots=True)
class Errand:
    """A piece of work and who waits for it."""

    work: Work
    future: asyncio.Future[Any]


class Writer:
    """`threads` threads; the more work waits, the more of it shares a transaction, up to `batch`."""

    def __init__(self, transactions: Transactions, *, threads: int, batch: int) -> None:
        self._transactions = transactions
        self._batch = batch
        self._waiting: SimpleQueue[Errand | None] = SimpleQueue()
        self._closed = False
        self._threads = [Thread(target=self._serve, name=f"writer-{n}", daemon=True) for n in range(threads)]
        for thread in self._threads:
            thread.start()

    async def do(self, work: Work) -> Any:  # noqa: ANN401 - Store.write gives it its type back
        if self._closed:
            raise StoreClosedError("the store is closed")
        errand = Errand(work, asyncio.get_running_loop().create_future())
        self._waiting.put(errand)
        return await errand.future

    def close(self) -> None:
        """Finish what waits, then stop."""
        self._closed = True
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        while (errands := self._take()) is not None:
            self._run([errand for errand in errands if not errand.future.cancelled()])

    def _take(self) -> list[Errand] | None:
        """Wait for work, then take what else is there; None is the sign to stop."""
        first = self._waiting.get()
        if first is None:
            return None
        errands = [first]
        while len(errands) < self._batch and (more := self._next()) is not None:
            errands.append(more)
        return errands

    def _next(self) -> Errand | None:
        try:
            errand = self._waiting.get_nowait()
        except Empty:
            return None
        if errand is None:
            # The sign to stop is for the turn after this one.
            self._waiting.put(None)
        return errand

    def _run(self, errands: list[Errand]) -> None:
        if not errands:
            return
        outcomes = self._transactions.together([errand.work for errand in errands])
        by_loop: dict[asyncio.AbstractEventLoop, list[Callable[[], None]]] = {}
        for errand, outcome in zip(errands, outcomes, strict=True):
            by_loop.setdefault(errand.future.get_loop(), []).append(_answer(errand.future, outcome))
        for loop, answers in by_loop.items():
            if not loop.is_closed():
                loop.call_soon_threadsafe(_give_all, answers)


def _answer(future: asyncio.Future[Any], outcome: Outcome) -> Callable[[], None]:
    def give() -> None:
        if future.done():
            return
        match outcome:
            case Done(value):
                future.set_result(value)
            case Failed(error):
                future.set_exception(error)

    return give


def _give_all(answers: list[Callable[[], None]]) -> None:
    for answer in answers:
        answer()
