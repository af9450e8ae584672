"""The one queue: claim a lane, take its rows one after the other, settle each, keep what made trouble."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import RowMapping, Table
from sqlmodel import Session

from storage.queues import leases
from storage.queues.lease_clock import lease_now
from storage.queues.leases import Held, LeaseLostError, Replica
from storage.queues.queue_statements import Statements

T = TypeVar("T")
# So often is a row tried before it is trouble; a crash counts as a try, a pause that Telegram asks for does not.
TRIES = 3
# Candidates looked at for each lane wanted: the first rows often belong to the same few chats.
_LOOK = 4
_AT_ONCE = timedelta(0)


class State(StrEnum):
    """What becomes of a row. The outbox says sending, sent and dead for trying, done and trouble."""

    PENDING = "pending"
    TRYING = "trying"
    DONE = "done"
    TROUBLE = "trouble"
    UNCERTAIN = "uncertain"
    PARKED = "parked"
    WITHDRAWN = "withdrawn"
    SENDING = "trying"
    SENT = "done"
    DEAD = "trouble"


@dataclass(frozen=True, slots=True)
class Claimed(Generic[T]):
    """A row in hand. Its try is on record, so a crash from here on counts; `spent`: it had all its tries before."""

    held: Held
    id: int
    tries: int
    row: T

    @property
    def spent(self) -> bool:
        return self.tries > TRIES


@dataclass(frozen=True, slots=True)
class Trouble:
    """A row that was given up, or parked because nobody knows whether it arrived; kept until somebody replays it."""

    queue: str
    id: int
    key: str
    lane: int
    tries: int
    error: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much to claim: `lanes` at most, and nothing less urgent than `lowest`."""

    replica: Replica
    lanes: int = 1
    lowest: int = 0


class Queue(Generic[T]):
    """A table of the one shape; `read` makes a row the value that the workers get.

    A worker's round: `claim` lanes; for each, work on the row; record the result together with `finish` or `retry`
    and then `advance` to the lane's next row, all in one transaction. When `advance` says None the lane is given
    back: claim again, since something may have come meanwhile. A LeaseLostError means that another worker took over:
    nothing was recorded, drop the work.
    """

    def __init__(self, table: Table, read: Callable[[RowMapping], T], lapsed: dict[str, Any] | None = None) -> None:
        self.name = table.name
        self._read = read
        self._sql = Statements(table, lapsed or {"state": State.PENDING})

    def claim(self, session: Session, wanted: Wanted, now: datetime) -> list[Claimed[T]]:
        """Take up to `wanted.lanes` lanes that have something due, and the first row of each."""
        candidates = self._candidates(session, wanted, now)
        if not candidates:
            return []
        leases.make_lanes(session, self.name, [lane for lane, fence in candidates.items() if fence is None])
        held = leases.take_lanes(session, self.name, list(candidates), wanted.replica)
        session.connection().execute(self._sql.recover, {"lanes": [one.lane for one in held]})
        return self._begin(session, held, wanted.lowest, now)

    def advance(self, session: Session, held: Held, now: datetime, lowest: int = 9) -> Claimed[T] | None:
        """The lane's next row, or None and the lane is given back."""
        begun = self._begin(session, [held], lowest, now)
        return begun[0] if begun else None

    def release(self, session: Session, held: Held, rest: timedelta = _AT_ONCE) -> None:
        """Give the lane back before it is empty; nobody takes it for the length of `rest`."""
        leases.release(session, held, rest)

    def finish(self, session: Session, claimed: Claimed[T], now: datetime, **more: Any) -> None:  # noqa: ANN401 - columns of the table
        """Settle the row for good; `more` are further columns, and a `state` other than done."""
        self._settle(session, claimed, {"state": State.DONE, "trouble": None, "settled_at": now} | more)

    def retry(self, session: Session, claimed: Claimed[T], error: str, now: datetime) -> bool:
        """Put the row back for another try; True if it had its last one and is trouble now, kept with `error`."""
        over = claimed.tries >= TRIES
        if over:
            self.finish(session, claimed, now, state=State.TROUBLE, trouble=error)
        else:
            self._settle(session, claimed, {"state": State.PENDING, "trouble": error})
        return over

    def hand_back(self, session: Session, claimed: Claimed[T], due_at: datetime | None = None) -> None:
        """As if it had never been claimed: for a stop, or a pause that counts as no try."""
        later = {} if due_at is None else {"due_at": due_at}
        self._settle(session, claimed, {"state": State.PENDING, "tries": claimed.tries - 1} | later)

    def troubles(self, session: Session) -> list[Trouble]:
        rows = session.connection().execute(self._sql.troubles)
        return [Trouble(self.name, row.id, row.key, row.lane, row.tries, row.trouble or "") for row in rows]

    def replay(self, session: Session, ids: Sequence[int], now: datetime) -> int:
        """Let what was trouble be tried again; says how many rows that were."""
        return session.connection().execute(self._sql.replay, {"ids": list(ids), "now": now}).rowcount

    def counts(self, session: Session) -> dict[State, int]:
        """How many rows are in each state."""
        return {State(row.state): row.rows for row in session.connection().execute(self._sql.counts)}

    def next_due(self, session: Session, now: datetime) -> datetime | None:
        """When the next row that is not due yet will be."""
        moment: datetime | None = session.connection().execute(self._sql.next_due, {"now": now}).scalar()
        return moment

    def _candidates(self, session: Session, wanted: Wanted, now: datetime) -> dict[int, int | None]:
        """Lanes with something due that nobody holds, the most urgent first, and their fences so far."""
        connection = session.connection()
        asked = {"now": now, "lease_now": lease_now(session), "look": wanted.lanes * _LOOK}
        found: dict[int, int | None] = {}
        for row in connection.execute(self._sql.abandoned, asked):
            found[row.lane] = row.fence
        for priority in range(wanted.lowest + 1):
            if len(found) < wanted.lanes:
                for row in connection.execute(self._sql.due, asked | {"urgency": priority}):
                    found.setdefault(row.lane, row.fence)
        return dict(list(found.items())[: wanted.lanes])

    def _begin(self, session: Session, held: list[Held], lowest: int, now: datetime) -> list[Claimed[T]]:
        """Mark the first row of each lane as being tried; lanes without any are given back."""
        asked = {"its_name": self.name, "lanes": [one.lane for one in held], "now": now, "lowest": lowest}
        rows = session.connection().execute(self._sql.begin, asked).mappings()
        begun = {row["lane"]: row for row in rows}
        for one in held:
            if one.lane not in begun:
                leases.release(session, one)
        return [self._claimed(one, begun[one.lane]) for one in held if one.lane in begun]

    def _claimed(self, held: Held, row: RowMapping) -> Claimed[T]:
        return Claimed(held, row["id"], row["tries"], self._read(row))

    def _settle(self, session: Session, claimed: Claimed[T], values: dict[str, Any]) -> None:
        """Change the row, if the lease still stands: a worker that was away too long records nothing."""
        leases.renew(session, claimed.held)
        if session.connection().execute(self._sql.settle, values | {"its_id": claimed.id}).rowcount != 1:
            raise LeaseLostError(f"{self.name} {claimed.id} is settled already")
