"""What of accepted plans stands on agendas and in calendars: whom to visit on which day."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session, col, select

from sales.agenda import ToVisit
from sales.care.calendar import NOWHERE, Noted, Sort
from sales.moments import monday_of
from sales.people import Member
from sales.rights import Part
from sales.visit_plans.plan import PlanState, Stop
from storage.cards.visibility import visible
from storage.tables.customers import CustomerRow
from storage.tables.visit_plans import VisitPlanRow, VisitStopRow
from storage.visit_plans.located import whereabouts
from storage.visit_plans.reading import week_plan

_KEPT = timedelta(days=60)
_AT_MOST = 400


def to_visit(session: Session, member: Member, first: date, last: date) -> tuple[ToVisit, ...]:
    """Of these days and not visited yet, in the order of the way; what was promised stands on its own line."""
    weeks = select(col(VisitPlanRow.week)).where(
        col(VisitPlanRow.member_id) == member.id,
        col(VisitPlanRow.state) == PlanState.ACCEPTED,
        col(VisitPlanRow.week).between(monday_of(first), last),
    )
    found = (
        one
        for week in session.exec(weeks.order_by(col(VisitPlanRow.week))).all()
        for one in week_plan(session, member, member, week).stops
    )
    return tuple(
        ToVisit(one.customer, one.name, one.day) for one in found if _is_open(one) and first <= one.day <= last
    )


def _is_open(one: Stop) -> bool:
    return one.stop is not None and not one.visited


def stops_noted(session: Session, member: Member, today: date) -> Iterator[Noted]:
    """For the calendar: those of the last weeks and all to come."""
    wanted = (
        select(VisitStopRow, CustomerRow.name)
        .join(VisitPlanRow, col(VisitPlanRow.id) == col(VisitStopRow.plan_id))
        .join(CustomerRow, col(CustomerRow.id) == col(VisitStopRow.customer_id))
        .where(col(VisitPlanRow.member_id) == member.id, col(VisitPlanRow.state) == PlanState.ACCEPTED)
        .where(col(VisitStopRow.dropped).is_(False), col(VisitStopRow.day) >= today - _KEPT)
        .where(visible(member, Part.PLANS))
        .order_by(col(VisitStopRow.day), col(VisitStopRow.id))
        .limit(_AT_MOST)
    )
    rows = session.exec(wanted).all()
    where = whereabouts(session, [stop.customer_id for stop, _ in rows])
    for stop, name in rows:
        there = where.get(stop.customer_id, NOWHERE)
        yield Noted(Sort.STOP, str(stop.id), stop.day, customer=name, where=there)
