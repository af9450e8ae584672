"""The sweep of questions: after a log a rep is asked for the one fact that the card lacks most, now and then.

That is after the wrap; what was logged before waits for it (reminders/evening_questions.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sales.fact_questions import SPARED_UNKNOWN, rests, spared
from sales.freshness import question
from sales.moments import local_day
from sales.people import Member
from sales.rights import CHANGES
from storage.cards import customers
from storage.care.daily_hours import WRAP, is_still_to_come
from storage.company import asked, people
from storage.freshness import asking, logs
from storage.freshness.asking import Wanted
from storage.freshness.logs import Log
from storage.freshness.sheets import sheet
from storage.queues import outbox
from storage.store import Session, Store
from storage.ticks import Tick, mark_of, move_mark

_MARK = "fact_questions"
_CUSTOMERS = 3
"""Of a log about many customers only the first are looked at."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one look showed: the questions to put, and the mark before it and after."""

    seen: int | None
    upto: int
    questions: Sequence[tuple[Log, Wanted]] = ()


@dataclass(frozen=True, slots=True)
class FactQuestions:
    """Looks without a write lock; what was logged before the first look is left alone."""

    store: Store
    name: str = "fact questions"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(look, now=tick.now))
        if found.upto != found.seen:
            await self.store.write(partial(put, found=found, now=tick.now))


def look(session: Session, *, now: datetime) -> Found:
    seen = mark_of(session, name=_MARK)
    if seen is None:
        return Found(None, logs.newest(session))
    ripe = logs.ripe(session, after=seen, now=now)
    found = ((log, wanted) for log in ripe.logs if (wanted := _wanted(session, log, now)))
    return Found(seen, ripe.upto, tuple(found))


def _wanted(session: Session, log: Log, now: datetime) -> Wanted | None:
    member = people.member(session, log.member)
    if member is None or is_still_to_come(session, WRAP, member, now=now) or logs.is_busy(session, member, log, now):
        return None
    return next(worth_asking(session, member, log, now), None)


def worth_asking(session: Session, member: Member, log: Log, now: datetime) -> Iterator[Wanted]:
    for customer in logs.customers_of(session, log)[:_CUSTOMERS]:
        before = asking.of_customer(session, customer, since=now - SPARED_UNKNOWN)
        if rests(before, now) or CHANGES.isdisjoint(customers.ties(session, member, customer)):
            continue
        gaps = sheet(session, customer).gaps(local_day(now, member.zone))
        if gap := question(gaps, asked=spared(before, now)):
            yield Wanted(member.id, customer, log.telling, gap)


def put(session: Session, *, found: Found, now: datetime) -> None:
    """Ask, unless another replica did meanwhile."""
    if not move_mark(session, name=_MARK, seen=found.seen, to=found.upto):
        return
    for log, wanted in found.questions:
        ask(session, log, wanted, now=now)


def ask(session: Session, log: Log, wanted: Wanted, *, now: datetime) -> None:
    """Plain words answer it from now on."""
    number = asking.ask(session, wanted, now=now)
    asked.ask(session, member=log.member, what=asked.What.FACT_QUESTION, now=now, about=str(number))
    outbox.put(
        session,
        outbox.Sending(
            key=asking.key(log.telling),
            chat=log.chat,
            kind="fact",
            due_at=now,
            facts={"asked": number, "fresh": 1},
            member=log.member,
        ),
    )
