"""The sweep of the evening: what was planned and not told of is asked about, or the day's report follows at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from reminders import evening_questions
from reminders.evening_questions import Question, question
from sales.moments import monday_of
from storage.care.daily_hours import WRAP, AtTheirHour, at_their_hour
from storage.company import people
from storage.company.covers import is_on_leave
from storage.plans.agenda import digest
from storage.plans.reports import is_told, wrap
from storage.queues import outbox
from storage.store import Session, Store
from storage.ticks import Tick

_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Evening:
    """The messages of one member; none where there was nothing planned and nothing told."""

    first: outbox.Sending
    further: tuple[outbox.Sending, ...] = ()
    told: bool = True
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Wraps:
    """Looks without a write lock, and writes once a member and local day."""

    store: Store
    name: str = "wraps"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(_look, now=tick.now))
        if found:
            await self.store.write(partial(_put, found=found, now=tick.now))


def _look(session: Session, *, now: datetime) -> list[Evening]:
    due = at_their_hour(session, WRAP, now=now)
    return [evening for one in due for evening in _evening(session, one, now)]


def _evening(session: Session, one: AtTheirHour, now: datetime) -> Iterator[Evening]:
    """Nobody on leave is asked about their day."""
    member = people.member(session, one.member)
    if member is None or is_on_leave(session, one.member):
        return
    view = wrap(session, member, day=one.day)
    told = is_told(session, member, day=one.day)
    card = outbox.Sending(
        key=WRAP.key(one.day, one.member),
        chat=one.chat,
        kind="wrap",
        due_at=now,
        facts={"day": one.day.isoformat(), "fresh": 1, "lines": digest(view)},
        member=one.member,
    )
    asked = question(session, member, day=one.day, now=now)
    if view.untold or view.apart:
        yield Evening(card)
    elif view.planned or told:
        first, *further = reports(card, one.day)
        yield Evening(replace(first, key=card.key), tuple(further), question=asked)
    else:
        yield Evening(card, told=False, question=asked)


def reports(card: outbox.Sending, day: date) -> tuple[outbox.Sending, ...]:
    """Everything is told: the report at once, on a Friday that of the week, too. `card` says to whom."""
    last = day.isoformat()
    one = replace(card, key=f"{card.key}:report", kind="report", facts={"first": last, "last": last})
    if day.weekday() != _FRIDAY:
        return (one,)
    monday = monday_of(day).isoformat()
    return one, replace(card, key=f"{card.key}:week_report", kind="week_report", facts={"first": monday, "last": last})


def _put(session: Session, *, found: Sequence[Evening], now: datetime) -> None:
    """Of two replicas the first one asks."""
    for one in found:
        if not outbox.put(session, one.first):
            continue
        if not one.told:
            outbox.withdraw(session, one.first.key, now)
        for sending in one.further:
            outbox.put(session, sending)
        if one.question:
            evening_questions.put(session, one.question, now=now)
