"""Reads what is coming for a member or at a customer, and changes it: another day, deleted, taken back."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from sales.care.coming import Coming, ComingLine, PausedLine, PlannedLine
from sales.care.kinds import REMINDER_KINDS, Shown
from sales.care.views import CareView
from sales.people import Member
from sales.rights import CHANGES
from storage.cards import customers
from storage.care import pauses
from storage.care.reminders import State, find, meant_for, withdraw
from storage.care.views import line_of
from storage.company.habits import habits_of
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow

PAGE = 8
Dated = tuple[datetime | None, int, PlannedLine | CareView]


def coming(session: Session, member: Member, *, customer: int = 0, page: int = 1) -> Coming:
    """The soonest first; what has no day comes last."""
    found = [*_follow_ups(session, member, customer, page), *_reminders(session, member, customer, page)]
    found.sort(key=lambda one: (one[0] is None, one[0].isoformat() if one[0] else "", one[1]))
    start = (page - 1) * PAGE
    named = session.get(CustomerRow, customer) if customer else None
    return Coming(
        lines=[line for _, _, line in found[start : start + PAGE]],
        paused=tuple(_paused(session, member, customer)),
        customer=customer,
        name=named.name if named else "",
        page=page,
        more=len(found) > start + PAGE,
    )


def _follow_ups(session: Session, member: Member, customer: int, page: int) -> Iterator[Dated]:
    mine = col(FollowUpRow.owner_id).in_(sorted({member.id, *member.covers}))
    wanted = (
        select(FollowUpRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id), isouter=True)
        .where(col(FollowUpRow.state) == "open", *_whose(session, member, customer, mine))
    )
    if customer:
        wanted = wanted.where(col(FollowUpRow.customer_id) == customer)
    rows = wanted.order_by(col(FollowUpRow.due_at).nulls_last(), col(FollowUpRow.id)).limit(page * PAGE + 1)
    for row, name in session.exec(rows):
        yield row.due_at, row.id or 0, PlannedLine(row.id or 0, name or "", row.action, row.day, row.due_at, row.at)


def _reminders(session: Session, member: Member, customer: int, page: int) -> Iterator[Dated]:
    wanted = (
        select(ReminderRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(ReminderRow.customer_id), isouter=True)
        .where(
            col(ReminderRow.state).in_([State.WAITING, State.OPEN]),
            col(ReminderRow.kind).in_(_wanted(session, member)),
            *_whose(session, member, customer, meant_for(member)),
        )
    )
    if customer:
        wanted = wanted.where(col(ReminderRow.customer_id) == customer)
    rows = wanted.order_by(col(ReminderRow.due_at), col(ReminderRow.id)).limit(page * PAGE + 1)
    for row, name in session.exec(rows):
        if (line := line_of(session, row, name or "")) is not None:
            yield row.due_at, row.id or 0, line


def _wanted(session: Session, member: Member) -> list[str]:
    """Further kinds are planned ahead for whoever takes them up; nobody else hears of them."""
    habits = habits_of(session, member.id)
    return [kind for kind in REMINDER_KINDS if habits.wants(kind)]


def _whose(
    session: Session, member: Member, customer: int, mine: ColumnElement[bool]
) -> tuple[ColumnElement[bool], ...]:
    """Of a customer whom the member may change all that comes; else what is their own."""
    theirs = customer and not CHANGES.isdisjoint(customers.ties(session, member, customer))
    return () if theirs else (mine,)


def _paused(session: Session, member: Member, customer: int) -> Iterator[PausedLine]:
    for one in pauses.pauses(session, [member.id]):
        if customer in (0, one.customer):
            row = session.get(CustomerRow, one.customer) if one.customer else None
            yield PausedLine(one.id, one.kind, row.name if row else "", one.until)


def coming_line(session: Session, member: Member, *, reminder: int, stage: str, customer: int) -> ComingLine | None:
    """None: it is not the member's any more, or has lost its point."""
    row = find(session, member, reminder)
    named = session.get(CustomerRow, row.customer_id) if row and row.customer_id else None
    view = line_of(session, row, named.name if named else "") if row else None
    if row is None or view is None:
        return None
    return ComingLine(view, row.due_at, "deleted" if row.state == State.WITHDRAWN else stage, customer)


def delete(session: Session, *, reminder: int, now: datetime) -> bool:
    return bool(withdraw(session, col(ReminderRow.id) == reminder, now=now))


def restore(session: Session, *, reminder: int) -> bool:
    """It was a slip; False: it was not deleted."""
    row = session.get_one(ReminderRow, reminder)
    if row.state != State.WITHDRAWN:
        return False
    row.state = State.WAITING if REMINDER_KINDS[row.kind].shown is Shown.PUSH else State.OPEN
    row.settled_at = None
    session.flush()
    return True
