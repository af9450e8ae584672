"""The one place that ends transactions: alone for one piece of work, or shared by several with a savepoint each."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, Transaction, text
from sqlmodel import Session

from storage.errors import StoreAwayError, is_away, is_worth_another_try
from storage.wake import Wake, rings_of

Work = Callable[[Session], Any]
LeaseClock = Callable[[Session], datetime]
CHANNEL = "rapport"
# A stale version or a deadlock is tried afresh this often before it counts as an error.
TRIES = 40
_NOTIFY = text("SELECT pg_notify(:channel, :name)")


@dataclass(frozen=True, slots=True)
class Done:
    """The work's result, durable by the time that anybody sees it."""

    value: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The work raised; nothing of it was kept."""

    error: Exception


Outcome = Done | Failed


class Transactions:
    """Runs work on the engine that writes."""

    def __init__(self, engine: Engine, lease_clock: LeaseClock, wake: Wake) -> None:
        self._engine = engine
        self._lease_clock = lease_clock
        self._wake = wake
        self._rerunning = Lock()

    @contextmanager
    def alone(self) -> Iterator[Session]:
        """A transaction with one session: kept when the block ends, rolled back when it raises."""
        rings: set[str] = set()
        with self._kept(rings) as connection, self._session(connection) as session:
            yield session
            session.flush()
            rings |= rings_of(session)

    def together(self, works: Sequence[Work]) -> list[Outcome]:
        """All works in one transaction; one that raises is rolled back alone, one that lost a race runs again."""
        try:
            outcomes = self._share(works)
        except StoreAwayError as error:
            return [Failed(error)] * len(works)
        except Exception:  # noqa: BLE001 - the database refused the whole: each work learns its own fate
            return [self._by_itself(work) for work in works]
        return [self._settled(work, outcome) for work, outcome in zip(works, outcomes, strict=True)]

    def _share(self, works: Sequence[Work]) -> list[Outcome]:
        rings: set[str] = set()
        with self._kept(rings) as connection:
            return [self._attempt(connection, work, rings) for work in works]

    def _attempt(self, connection: Connection, work: Work, rings: set[str]) -> Outcome:
        try:
            with connection.begin_nested(), self._session(connection) as session:
                value = work(session)
                session.flush()
                rings |= rings_of(session)
        except Exception as error:
            if is_away(error):
                raise
            return Failed(error)
        return Done(value)

    def _settled(self, work: Work, outcome: Outcome) -> Outcome:
        return self._by_itself(work) if _lost_a_race(outcome) else outcome

    def _by_itself(self, work: Work) -> Outcome:
        # One after the other: those that lost a race must not race each other.
        with self._rerunning:
            outcome = self._once(work)
            for _ in range(TRIES - 1):
                if not _lost_a_race(outcome):
                    break
                outcome = self._once(work)
        return outcome

    def _once(self, work: Work) -> Outcome:
        try:
            with self.alone() as session:
                value = work(session)
        except Exception as error:  # noqa: BLE001 - whoever asked for the work gets it
            return Failed(error)
        return Done(value)

    @contextmanager
    def _kept(self, rings: set[str]) -> Iterator[Connection]:
        """A transaction that is durable when the block ends; `rings` sound only after that."""
        with out_of_reach(), self._engine.connect() as connection:
            transaction = connection.begin()
            with _ended(connection, transaction):
                yield connection
                _tell_others(connection, rings)
                transaction.commit()
        self._wake.sound(rings)

    def _session(self, connection: Connection) -> Session:
        # The transaction is ours, not the session's: rows are never expired and stay readable after the end.
        return Session(connection, join_transaction_mode="rollback_only", info={"lease_clock": self._lease_clock})


def _lost_a_race(outcome: Outcome) -> bool:
    return isinstance(outcome, Failed) and is_worth_another_try(outcome.error)


@contextmanager
def out_of_reach() -> Iterator[None]:
    """Gives the many faces of "the database is away" one name."""
    try:
        yield
    except Exception as error:
        if is_away(error):
            raise StoreAwayError("the database does not answer") from error
        raise


@contextmanager
def _ended(connection: Connection, transaction: Transaction) -> Iterator[None]:
    """Never gives a connection back with a transaction open."""
    try:
        yield
    except BaseException:
        if transaction.is_active:
            transaction.rollback()
        elif not connection.closed:
            # The very end was refused: SQLite's transaction is still open, and SQLAlchemy thinks that it is over.
            connection.invalidate()
        raise


def _tell_others(connection: Connection, rings: set[str]) -> None:
    if rings and connection.dialect.name == "postgresql":
        connection.execute(_NOTIFY, [{"channel": CHANNEL, "name": name} for name in sorted(rings)])
