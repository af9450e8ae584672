"""The sweep of the week's last evening: whom to visit next week, proposed to every rep at their hour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import islice
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from sales.care.working_days import country_of, next_working_day
from sales.moments import monday_of
from sales.visit_plans.plan import PlanState, the_next
from storage.care.daily_hours import VISIT_PLAN, AtTheirHour, at_their_hour
from storage.digests.led import on_leave
from storage.queues.outbox import Sending, put, withdraw
from storage.store import Session, Store
from storage.ticks import Tick
from storage.visit_plans.keeping import planned_weeks
from storage.visit_plans.proposing import Proposal, keep, proposals

WORTH = 3
"""Fewer visits need no plan."""
AT_ONCE = 40
"""So many plans are worked out in a second; the others follow at the next ticks."""
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """A plan to show, or (`worth` False) the note that there is too little to propose."""

    sending: Sending
    proposal: Proposal | None
    worth: bool


@dataclass(frozen=True, slots=True)
class VisitPlans:
    """Looks without a write lock, at all reps of a week together. What an evening missed /plan gives at any time."""

    store: Store
    name: str = "visit plans"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(_look, now=tick.now))
        if found:
            await self.store.write(partial(_put, found=found, now=tick.now))


def _look(session: Session, *, now: datetime) -> list[Told]:
    weeks: dict[date, list[AtTheirHour]] = {}
    ending = (one for one in at_their_hour(session, VISIT_PLAN, now=now) if _ends_the_week(one))
    for one in islice(ending, AT_ONCE):
        weeks.setdefault(the_next(monday_of(one.day)), []).append(one)
    return [told for week, those in weeks.items() for told in _of_week(session, week, those, now)]


def _ends_the_week(one: AtTheirHour) -> bool:
    following = next_working_day(one.day + _A_DAY, one.habits, country_of(one.habits, ZoneInfo(one.zone)))
    return monday_of(following) != monday_of(one.day)


def _of_week(session: Session, week: date, those: Iterable[AtTheirHour], now: datetime) -> Iterator[Told]:
    """Who has a plan already is shown it, unless they accepted it."""
    there, away = {one.member: one for one in those}, on_leave(session)
    known = planned_weeks(session, sorted(there), week)
    fresh = sorted(there.keys() - known.keys() - away)
    proposed = {one.member: one for one in proposals(session, fresh, week, week)} if fresh else {}
    for number, one in there.items():
        proposal = proposed.get(number)
        worth = proposal is not None and proposal.size >= WORTH
        waits = known.get(number) is PlanState.PROPOSED and number not in away
        key, facts = VISIT_PLAN.key(one.day, number), _facts(number, week)
        sending = Sending(key=key, chat=one.chat, kind="visit_plan", due_at=now, facts=facts, member=number)
        yield Told(sending, proposal if worth else None, worth or waits)


def _facts(member: int, week: date) -> dict[str, JsonValue]:
    return {"member": member, "week": week.isoformat(), "day": ""}


def _put(session: Session, *, found: Iterable[Told], now: datetime) -> None:
    """Of two replicas the first one proposes."""
    first = [one for one in found if put(session, one.sending)]
    keep(session, [one.proposal for one in first if one.proposal], now)
    for one in first:
        if not one.worth:
            withdraw(session, one.sending.key, now)
