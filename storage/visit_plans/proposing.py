"""Proposes a week's visits for many reps at once, and puts the proposals on record."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session, col, select

from sales.visit_plans.picking import Candidate, apart, pick
from sales.visit_plans.plan import PlanState
from sales.visit_plans.reasons import Cause, Reason, text_of
from sales.visit_plans.spreading import Day, Spot, spread
from storage.bulk import add_rows
from storage.company.company_settings import company_settings
from storage.tables.visit_plans import VisitPlanRow, VisitStopRow
from storage.visit_plans.candidates import FRESH, Found, Wanted, candidates
from storage.visit_plans.located import NOWHERE, Located, located
from storage.visit_plans.promised import Promised, promised
from storage.visit_plans.weeks import Week, weeks


@dataclass(frozen=True, slots=True)
class Proposed:
    """A visit on its day, with its reasons; one that is too far away is on none of the days."""

    customer: int
    day: date
    reasons: tuple[Reason, ...]

    @property
    def far(self) -> bool:
        return any(one.cause is Cause.FAR for one in self.reasons)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A member's week."""

    member: int
    week: date
    visits: tuple[Proposed, ...] = ()

    @property
    def size(self) -> int:
        return sum(1 for one in self.visits if not one.far)


@dataclass(slots=True)
class _Told:
    """What members promised: visits by day, and what else by customer."""

    visits: dict[date, list[int]] = field(default_factory=lambda: defaultdict(list))
    other: dict[int, date] = field(default_factory=dict)


def proposals(session: Session, members: Collection[int], week: date, today: date) -> Iterator[Proposal]:
    """Of those who work in that week; a constant number of queries for a handful of members or for hundreds."""
    theirs = {number: one for number, one in weeks(session, sorted(members), week, today).items() if one.days}
    if not theirs:
        return
    told = _told(promised(session, theirs.keys(), week, today))
    wanted = Wanted(
        owners=theirs.keys(),
        first=min(one.days[0] for one in theirs.values()),
        last=max(one.days[-1] for one in theirs.values()),
        cadence={grade: days for grade, days in company_settings(session).cadence.items() if days},
        promised=sorted({customer for each in told.values() for customer in each.other}),
    )
    chosen = _chosen(candidates(session, wanted), wanted, theirs, told)
    where = located(session, [*_customers(told.values()), *(one.customer for each in chosen.values() for one in each)])
    for number, one in theirs.items():
        yield Proposal(number, week, tuple(_visits(one, chosen[number], told[number], where)))


def _told(found: Iterable[Promised]) -> defaultdict[int, _Told]:
    told: defaultdict[int, _Told] = defaultdict(_Told)
    for one in found:
        if one.visit:
            told[one.member].visits[one.day].append(one.customer)
        else:
            told[one.member].other.setdefault(one.customer, one.day)
    return told


def _customers(told: Iterable[_Told]) -> Iterator[int]:
    return (customer for each in told for there in each.visits.values() for customer in there)


def _chosen(
    found: Iterable[Found], wanted: Wanted, theirs: Mapping[int, Week], told: Mapping[int, _Told]
) -> defaultdict[int, list[Candidate]]:
    """The weightiest of each rep: twice what the days hold, for some may lie too far away."""
    by_owner: defaultdict[int, list[Candidate]] = defaultdict(list)
    for one in found:
        promises = told[one.owner]
        if any(one.customer in there for there in promises.visits.values()):
            continue
        reasons = tuple(_reasons(one, wanted, promises.other.get(one.customer)))
        if reasons:
            promised_for = promises.other.get(one.customer)
            by_owner[one.owner].append(Candidate(one.customer, reasons, one.grade, promised=promised_for))
    for owner, every in by_owner.items():
        by_owner[owner] = pick(every, 2 * theirs[owner].a_day * len(theirs[owner].days))
    return by_owner


def _reasons(one: Found, wanted: Wanted, promised_for: date | None) -> Iterator[Reason]:
    if promised_for:
        yield Reason(Cause.PROMISE, day=promised_for)
    if one.complained:
        yield Reason(Cause.COMPLAINT)
    fresh = one.touched is not None and one.touched >= wanted.first - FRESH
    if one.stage == "slipping" and not fresh:
        yield Reason(Cause.SLIPPING)
    if one.expected and wanted.first - FRESH <= one.expected <= wanted.last and not fresh:
        yield Reason(Cause.EXPECTED, day=one.expected)
    since = max(day for day in (one.touched, one.owned, one.created.date()) if day)
    usual, days = wanted.cadence.get(one.grade or "C", 0), (wanted.last - since).days
    if usual and days >= usual:
        yield Reason(Cause.UNSEEN if one.touched else Cause.NEVER, days, usual)


def _visits(week: Week, chosen: list[Candidate], told: _Told, where: Mapping[int, Located]) -> Iterator[Proposed]:
    placed = [_with_place(one, where.get(one.customer, NOWHERE)) for one in chosen]
    near, far = apart(placed)
    days = [_day(day, week, told, where) for day in week.days]
    spread(pick(near, sum(max(0, day.room) for day in days)), days)
    for day in days:
        for one in day.chosen:
            yield Proposed(one.customer, day.day, one.reasons)
    for one, kilometres in far:
        yield Proposed(one.customer, week.days[0], (Reason(Cause.FAR, kilometres), *one.reasons))


def _with_place(one: Candidate, there: Located) -> Candidate:
    return Candidate(one.customer, one.reasons, one.grade, there.place, there.area, one.promised)


def _day(day: date, week: Week, told: _Told, where: Mapping[int, Located]) -> Day:
    there = [where.get(customer, NOWHERE) for customer in told.visits.get(day, ())]
    return Day(day, week.a_day - len(there), [Spot(one.place, one.area) for one in there])


def _planned(session: Session, every: Collection[Proposal]) -> set[tuple[int, date]]:
    plans = select(VisitPlanRow.member_id, col(VisitPlanRow.week))
    asked = plans.where(
        col(VisitPlanRow.member_id).in_(sorted({one.member for one in every})),
        col(VisitPlanRow.week).in_(sorted({one.week for one in every})),
    )
    return set(session.exec(asked))


def keep(session: Session, found: Iterable[Proposal], now: datetime) -> None:
    """Put proposals on record; who has a plan of that week already keeps it."""
    every = list(found)
    known = _planned(session, every)
    there = [one for one in every if (one.member, one.week) not in known]
    rows = [
        {"member_id": one.member, "week": one.week, "state": PlanState.PROPOSED, "made_at": now, "version": 1}
        for one in there
    ]
    numbers = add_rows(session, VisitPlanRow, rows)
    stops = [
        {
            "plan_id": number,
            "customer_id": visit.customer,
            "day": visit.day,
            "reason": text_of(visit.reasons),
            "dropped": visit.far,
            "version": 1,
        }
        for number, one in zip(numbers, there, strict=True)
        for visit in one.visits
    ]
    add_rows(session, VisitStopRow, stops)
