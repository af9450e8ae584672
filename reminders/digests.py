"""The sweep of the evening for whoever leads a team: a digest of the day, of the week on its last working day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sales.care.working_days import country_of
from sales.digest_pictures import wants_picture
from sales.digests import Asked, Pace, due, tells_of, wants
from storage.care.daily_hours import DIGEST, AtTheirHour, at_their_hour
from storage.company import people
from storage.company.covers import is_on_leave
from storage.queues.outbox import Sending, put
from storage.store import Session, Store
from storage.ticks import Tick


@dataclass(frozen=True, slots=True)
class Digests:
    """Looks without a write lock. What an evening missed is left out: the next one says it all."""

    store: Store
    name: str = "digests"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(_look, now=tick.now))
        if found:
            await self.store.write(partial(_put, found=found))


def _look(session: Session, *, now: datetime) -> list[Sending]:
    hours = at_their_hour(session, DIGEST, now=now)
    return [sending for one in hours for sending in _digests(session, one, now)]


def _digests(session: Session, one: AtTheirHour, now: datetime) -> Iterator[Sending]:
    """Nobody on leave is told; whether there is news shows when it is sent."""
    member = people.member(session, one.member)
    if member is None or is_on_leave(session, one.member):
        return
    key = DIGEST.key(one.day, one.member)
    first = Sending(key=key, chat=one.chat, kind="digest", due_at=now, facts={}, member=one.member)
    paces = due(one.day, one.habits, country_of(one.habits, member.zone))
    wanted = [pace for pace in paces if wants(one.habits, member, pace)]
    told = [pace for pace in wanted if pace is not Pace.DAY or Pace.WEEK not in wanted]
    for number, pace in enumerate(told):
        facts = {**Asked(pace, tells_of(pace, one.day)).facts, "fresh": 1}
        text = replace(first, key=f"{key}:{pace}" if number else key, facts=facts)
        yield text
        if wants_picture(one.habits):
            yield replace(text, key=f"{text.key}:picture", kind="digest_picture", facts={**facts, "under": text.key})


def _put(session: Session, *, found: Sequence[Sending]) -> None:
    for sending in found:
        put(session, sending)
