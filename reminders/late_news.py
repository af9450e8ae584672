"""The sweep of the morning after a digest: what came since, of the days that it told of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sales.late_news import Evening
from storage.care.daily_hours import LATE_NEWS, AtTheirHour, at_their_hour
from storage.company import people
from storage.company.covers import is_on_leave
from storage.digests.late_news import last_evening, late_news
from storage.queues.outbox import Sending, put, withdraw
from storage.store import Session, Store
from storage.ticks import Tick


@dataclass(frozen=True, slots=True)
class _Morning:
    """What is to be sent to a member this morning; `news` False: nothing came, and nobody is told so."""

    sending: Sending
    news: bool


@dataclass(frozen=True, slots=True)
class LateNewsOfDigests:
    """Looks without a write lock, and for each member once a morning."""

    store: Store
    name: str = "late news"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(_look, now=tick.now))
        if found:
            await self.store.write(partial(_put, found=found, now=tick.now))


def _look(session: Session, *, now: datetime) -> list[_Morning]:
    return [_morning(session, one, now) for one in at_their_hour(session, LATE_NEWS, now=now)]


def _morning(session: Session, one: AtTheirHour, now: datetime) -> _Morning:
    evening = _evening_with_news(session, one, now)
    key, facts = LATE_NEWS.key(one.day, one.member), evening.facts if evening else {}
    sending = Sending(key=key, chat=one.chat, kind="late_news", due_at=now, facts=facts, member=one.member)
    return _Morning(sending, evening is not None)


def _evening_with_news(session: Session, one: AtTheirHour, now: datetime) -> Evening | None:
    member = people.member(session, one.member)
    if member is None or is_on_leave(session, one.member):
        return None
    evening = last_evening(session, member, now)
    if evening is None or evening.day >= one.day or not late_news(session, member, evening).number:
        return None
    return evening


def _put(session: Session, *, found: Sequence[_Morning], now: datetime) -> None:
    """The key of what is withdrawn stays: else the same would be looked for again at every tick of the day."""
    for one in found:
        if put(session, one.sending) and not one.news:
            withdraw(session, one.sending.key, now)
