"""The store: the one door to the database for everybody outside this folder."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TypeVar, cast

from sqlalchemy import Engine
from sqlmodel import Session

from storage.engine import Engines, open_engines
from storage.listening import Listener
from storage.queues.lease_clock import database_clock
from storage.transactions import LeaseClock, Transactions, out_of_reach
from storage.wake import Wake
from storage.writer import Writer

__all__ = ["Session", "Store", "open_store"]

T = TypeVar("T")


class Store:
    """Write with `write`, look with `read`; both run the function given to them in a thread with a session.

    A function may run more than once (a stale version, a deadlock), so it does nothing but use its session. A write
    returns when it is durable. While the database is away both raise StoreAwayError; when it is back they work again.
    """

    def __init__(self, engines: Engines, lease_clock: LeaseClock = database_clock) -> None:
        self._engines = engines
        self._lease_clock = lease_clock
        self.wake = Wake()
        self._transactions = Transactions(engines.write, lease_clock, self.wake)
        self._writer = Writer(self._transactions, threads=engines.writers, batch=engines.batch)
        self._readers = ThreadPoolExecutor(engines.readers, thread_name_prefix="reader")
        self._listener = Listener(engines.write.url, self.wake)

    @property
    def engine(self) -> Engine:
        return self._engines.write

    def transaction(self) -> AbstractContextManager[Session]:
        """A session whose changes are kept when the block ends well; for the command line and tests."""
        return self._transactions.alone()

    async def write(self, work: Callable[[Session], T]) -> T:
        """Run `work` in a transaction that it may share with others; a savepoint keeps its failure its own."""
        return cast("T", await self._writer.do(work))

    async def read(self, work: Callable[[Session], T]) -> T:
        """Run `work` on a connection that cannot write."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._look, work)

    async def sleep_until_rung(self, name: str, seconds: float) -> bool:
        """Wait for a ring of `name` (storage.wake.ring) from this or, with PostgreSQL, any process."""
        self._listener.start()
        return await self.wake.wait(name, seconds)

    def lease_now(self, session: Session) -> datetime:
        """The moment by which leases are measured: the database's own, unless a simulation gave another."""
        return self._lease_clock(session)

    def close(self) -> None:
        """Finish the writes that wait, then let go of the database."""
        self._listener.stop()
        self._writer.close()
        self._readers.shutdown()
        self._engines.close()

    def _look(self, work: Callable[[Session], T]) -> T:
        with out_of_reach(), Session(self._engines.read, info={"lease_clock": self._lease_clock}) as session:
            return work(session)


def open_store(url: str, lease_clock: LeaseClock = database_clock) -> Store:
    """Open a database that storage.migrating.migrate() has brought up to date."""
    return Store(open_engines(url), lease_clock)
