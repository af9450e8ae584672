"""Changes a plan: accepted, made anew, a visit dropped, taken up again or moved to another day."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, delete, select

from sales.hands import Hand
from sales.people import Member
from sales.visit_plans.plan import PlanState
from storage.company.audit import Subject, note
from storage.tables.visit_plans import VisitPlanRow, VisitStopRow
from storage.visit_plans.proposing import Proposal, keep, proposals
from storage.visit_plans.reading import plan_row


def propose(session: Session, *, member: int, week: date, today: date, by: Hand) -> None:
    """The proposal for one member, unless there is a plan already."""
    if plan_row(session, member, week) is None:
        keep(session, list(proposals(session, [member], week, today)) or [Proposal(member, week)], by.now)


def propose_anew(session: Session, *, member: int, week: date, today: date, by: Hand) -> None:
    """What was not accepted gives way to what is known by now."""
    row = plan_row(session, member, week)
    if row is not None and row.state == PlanState.ACCEPTED:
        return
    if row is not None:
        session.connection().execute(delete(VisitStopRow).where(col(VisitStopRow.plan_id) == row.id))
        session.delete(row)
        session.flush()
    propose(session, member=member, week=week, today=today, by=by)


def accept(session: Session, *, member: int, week: date, by: Hand) -> None:
    row = plan_row(session, member, week)
    if row is not None and row.state != PlanState.ACCEPTED:
        row.state, row.settled_at = PlanState.ACCEPTED, by.now
        session.flush()
        note(session, "visit_plan.accepted", Subject("member", member), by, words=week.isoformat())


def own_stop(session: Session, member: Member, stop: int) -> tuple[VisitStopRow, VisitPlanRow] | None:
    """A visit of a plan of the member's own."""
    wanted = (
        select(VisitStopRow, VisitPlanRow)
        .join(VisitPlanRow, col(VisitPlanRow.id) == col(VisitStopRow.plan_id))
        .where(col(VisitStopRow.id) == stop, col(VisitPlanRow.member_id) == member.id)
    )
    return session.exec(wanted).first()


def drop(session: Session, *, stop: int, dropped: bool) -> None:
    session.get_one(VisitStopRow, stop).dropped = dropped
    session.flush()


def move(session: Session, *, stop: int, day: date) -> None:
    session.get_one(VisitStopRow, stop).day = day
    session.flush()


def planned_weeks(session: Session, members: Sequence[int], week: date) -> dict[int, PlanState]:
    """Who has a plan of that week, and how far it is."""
    wanted = select(VisitPlanRow.member_id, VisitPlanRow.state).where(
        col(VisitPlanRow.member_id).in_(members), col(VisitPlanRow.week) == week
    )
    return {member: PlanState(state) for member, state in session.exec(wanted)}
