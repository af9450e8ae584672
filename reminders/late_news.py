"""The sweep of the morning after a digest: what came since, of the days that it told of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from storage.care.daily_hours import LATE_NEWS, AtTheirHour, at_their_hour
from storage.company import people
from storage.company.covers import is_on_leave
from storage.digests.late_news import last_evening, late_news
from storage.queues.outbox import Sending, put
from storage.store import Session, Store
from storage.ticks import Tick


@dataclass(frozen=True, slots=True)
class LateNewsOfDigests:
    """Looks without a write lock; nobody is told that nothing came."""

    store: Store
    name: str = "late news"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(_look, now=tick.now))
        if found:
            await self.store.write(partial(_put, found=found))


def _look(session: Session, *, now: datetime) -> list[Sending]:
    hours = at_their_hour(session, LATE_NEWS, now=now)
    return [sending for one in hours for sending in _since(session, one, now)]


def _since(session: Session, one: AtTheirHour, now: datetime) -> Iterator[Sending]:
    member = people.member(session, one.member)
    if member is None or is_on_leave(session, one.member):
        return
    evening = last_evening(session, member, now)
    if evening is None or evening.day >= one.day or not late_news(session, member, evening).number:
        return
    key = LATE_NEWS.key(one.day, one.member)
    yield Sending(key=key, chat=one.chat, kind="late_news", due_at=now, facts=evening.facts, member=one.member)


def _put(session: Session, *, found: Sequence[Sending]) -> None:
    for sending in found:
        put(session, sending)
