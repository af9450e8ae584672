"""Reads what was told to a member, and what became of it: sent, late, refused, uncertain, answered."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select

from sales.care.coming import Deliveries, Delivery
from sales.care.kinds import REMINDER_KINDS
from sales.people import Member
from storage.care import reminders
from storage.plans import followups
from storage.plans.due_followups import TOLD_IN
from storage.queues.outbox import state_of
from storage.queues.queue import State
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.queues import OutboxRow

PAGE = 10
_KINDS = ("follow_up", *REMINDER_KINDS)


def deliveries(session: Session, member: Member, *, page: int = 1) -> Deliveries:
    """The latest first; an edit is not told twice, and of a bundle each that it told of, with what became of it."""
    wanted = select(OutboxRow).where(
        col(OutboxRow.member_id) == member.id,
        col(OutboxRow.kind).in_(_KINDS),
        col(OutboxRow.edits).is_(None),
        col(OutboxRow.deletes).is_(None),
    )
    newest = wanted.order_by(col(OutboxRow.due_at).desc(), col(OutboxRow.id).desc())
    rows = session.exec(newest.offset((page - 1) * PAGE).limit(PAGE + 1)).all()
    return Deliveries([_read(session, member, row) for row in rows[:PAGE]], page, len(rows) > PAGE)


def _read(session: Session, member: Member, row: OutboxRow) -> Delivery:
    what, answer = _subject(session, member, row.facts)
    told_in = row.facts.get(TOLD_IN)
    state = state_of(session, str(told_in)) or State.PENDING if told_in else row.state
    return Delivery(row.kind, what, row.settled_at or row.due_at, state, bool(row.facts.get("late")), answer)


def _subject(session: Session, member: Member, facts: Mapping[str, Any]) -> tuple[str, str]:
    """What it was about and how that ended; nothing of what is somebody else's by now."""
    if number := facts.get("follow_up"):
        follow_up = session.get(FollowUpRow, int(number))
        if follow_up is None or followups.find(session, member, int(number)) is None:
            return "", ""
        return _name(session, follow_up.customer_id) or follow_up.action, follow_up.state
    row = session.get(ReminderRow, int(facts.get("reminder") or 0))
    if row is None or reminders.find(session, member, row.id or 0) is None:
        return "", ""
    return _name(session, row.customer_id), row.answer or row.state


def _name(session: Session, customer: int | None) -> str:
    found = session.get(CustomerRow, customer) if customer else None
    return found.name if found else ""
