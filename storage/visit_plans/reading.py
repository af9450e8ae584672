"""Reads the plan of a member's week as things stand: what was proposed, what was promised, who was visited."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.kinds import Kind
from sales.moments import local_day
from sales.people import Member
from sales.rights import Part
from sales.visit_plans.plan import PlanState, Stop, WeekPlan, last_of
from sales.visit_plans.reasons import Cause, read_reasons
from sales.visit_plans.route import Waypoint, in_order
from storage.cards.visibility import seen_of, visible
from storage.plans.giving import in_hands_of
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import EntryRow, TellingRow
from storage.tables.visit_plans import VisitPlanRow, VisitStopRow
from storage.visit_plans.located import NOWHERE, located

_A_DAY = timedelta(days=1)
_AT_MOST = 70
"""Of each sort: more than anybody visits in a week."""


def plan_row(session: Session, member: int, week: date) -> VisitPlanRow | None:
    wanted = select(VisitPlanRow).where(col(VisitPlanRow.member_id) == member, col(VisitPlanRow.week) == week)
    return session.exec(wanted).first()


def week_plan(session: Session, reader: Member, member: Member, week: date) -> WeekPlan:
    """As far as the reader may see the customers."""
    row = plan_row(session, member.id, week)
    told = list(_promised(session, reader, member, week))
    known = {one.customer for one, _ in told}
    every = list(_proposed(session, reader, row)) if row else []
    proposed = {one.customer: one for one, dropped in every if not dropped and one.customer not in known}
    made = local_day(row.made_at, member.zone) if row else week
    stops = [*told, *((one, made) for one in proposed.values())]
    return WeekPlan(
        member=member.id,
        name=member.name,
        week=week,
        state=PlanState(row.state) if row else None,
        stops=tuple(_by_day(_completed(session, stops, week))),
        far=tuple(one.name for one, dropped in every if dropped and _is_far(one)),
        own=reader.id == member.id,
    )


def _is_far(one: Stop) -> bool:
    return any(reason.cause is Cause.FAR for reason in one.reasons)


def _proposed(session: Session, reader: Member, row: VisitPlanRow) -> Iterator[tuple[Stop, bool]]:
    """Each with whether it was dropped."""
    wanted = (
        select(VisitStopRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(VisitStopRow.customer_id))
        .where(col(VisitStopRow.plan_id) == row.id, visible(reader, Part.PLANS))
        .order_by(col(VisitStopRow.id))
        .limit(_AT_MOST)
    )
    for stop, name in session.exec(wanted):
        reasons = read_reasons(stop.reason)
        yield Stop(stop.customer_id, name, stop.day, stop=stop.id, reasons=reasons), stop.dropped


def _promised(session: Session, reader: Member, member: Member, week: date) -> Iterator[tuple[Stop, date]]:
    """Visits that were promised for the week, also those that were made since; each with the first day that keeps it.

    The visit at which it was promised does not.
    """
    wanted = (
        select(FollowUpRow, CustomerRow.name, TellingRow.said_at)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id))
        .join(TellingRow, col(TellingRow.id) == col(FollowUpRow.telling_id))
        .where(in_hands_of([member.id]), visible(reader, Part.PLANS), col(FollowUpRow.purpose) == "visit")
        .where(col(FollowUpRow.state).in_(("open", "done")), col(FollowUpRow.day).between(week, last_of(week)))
        .order_by(col(FollowUpRow.day), col(FollowUpRow.id))
        .limit(_AT_MOST)
    )
    for row, name, said in session.exec(wanted):
        if row.day is not None and row.customer_id is not None:
            since = week if row.state == "done" else local_day(said, member.zone) + _A_DAY
            yield Stop(row.customer_id, name, row.day, follow_up=row.id, at=row.at), since


def one_stop(session: Session, reader: Member, row: VisitStopRow) -> tuple[Stop, str] | None:
    """A proposed visit with the address; None: the customer is not the reader's to see any more."""
    customer = session.get(CustomerRow, row.customer_id)
    if customer is None or Part.PLANS not in seen_of(reader, customer):
        return None
    stop = Stop(row.customer_id, customer.name, row.day, stop=row.id, reasons=read_reasons(row.reason))
    return stop, located(session, [row.customer_id]).get(row.customer_id, NOWHERE).address


def _completed(session: Session, stops: Iterable[tuple[Stop, date]], week: date) -> Iterator[Stop]:
    """With where they are, and whether somebody was there since they stand on the plan."""
    there = list(stops)
    customers = {one.customer for one, _ in there}
    where, seen = located(session, customers), visited(session, customers, week)
    for one, since in there:
        known = where.get(one.customer, NOWHERE)
        last = seen.get(one.customer)
        yield replace(one, place=known.place, area=known.area, visited=last is not None and last >= since)


def visited(session: Session, customers: Iterable[int], week: date) -> dict[int, date]:
    """The last day in this week of which a visit was told: an undo takes the tick off again."""
    wanted = select(EntryRow.customer_id, func.max(col(EntryRow.on_day))).where(
        col(EntryRow.customer_id).in_(sorted(customers)),
        col(EntryRow.on_day).between(week, last_of(week)),
        col(EntryRow.kind) == Kind.VISIT,
        col(EntryRow.live),
        col(EntryRow.attempt).is_(False),
    )
    found = session.exec(wanted.group_by(col(EntryRow.customer_id)))
    return {number: day for number, day in found if number is not None and day is not None}


def _by_day(stops: Iterable[Stop]) -> Iterator[Stop]:
    days: dict[date, list[Stop]] = {}
    for one in stops:
        days.setdefault(one.day, []).append(one)
    for day in sorted(days):
        yield from _way(days[day])


def _way(stops: list[Stop]) -> Iterator[Stop]:
    by_key: Mapping[int, Stop] = dict(enumerate(stops))
    way = in_order([Waypoint(key, one.place, one.at, one.area) for key, one in by_key.items()])
    return (by_key[one.key] for one in way)
