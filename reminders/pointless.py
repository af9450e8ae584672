"""The sweep of what lost its point or is over: a reminder in a chat says so; what waits is looked at when sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from storage.bulk import in_parts
from storage.care import day_over, pointless
from storage.store import Session, Store
from storage.ticks import Tick, mark_of, move_mark

_MARK = "pointless"
_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Found:
    """What a look showed, and in which two minutes it was taken, and the one before it."""

    seen: int | None
    now: int
    reminders: Sequence[int] = ()
    over: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Pointless:
    """Looks every other minute, on whichever replica comes first, and without a write lock."""

    store: Store
    name: str = "pointless"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(_look, now=tick.now))
        if found.seen != found.now:
            await self.store.write(partial(_withdraw, found=found, now=tick.now))


def _look(session: Session, *, now: datetime) -> Found:
    seen, turn = mark_of(session, name=_MARK), int(now.timestamp()) // _SECONDS
    if seen == turn:
        return Found(seen, turn)
    return Found(seen, turn, pointless.found(session, now=now), day_over.found(session, now=now))


def _withdraw(session: Session, *, found: Found, now: datetime) -> None:
    if move_mark(session, name=_MARK, seen=found.seen, to=found.now):
        for part in in_parts(found.reminders):
            pointless.withdraw_all(session, part, now=now)
        for part in in_parts(found.over):
            day_over.expire_all(session, part, now=now)
