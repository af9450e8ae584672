"""After a move to another zone, what waits for a clock time comes at that time there."""

from datetime import datetime

from sqlalchemy import or_
from sqlmodel import Session, col, select

from sales.care.kinds import REMINDER_KINDS
from sales.message_rules import Priority
from sales.moments import local_moment
from storage.care.reminders import State
from storage.plans.followups import Move
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow


def replan(session: Session, *, move: Move, now: datetime) -> None:
    """Alerts run by a clock of the company's, and stay: what a customer was promised does not travel."""
    clocked = [kind.name for kind in REMINDER_KINDS.values() if kind.priority is not Priority.ALERT]
    theirs = or_(
        col(ReminderRow.member_id) == move.member,
        col(ReminderRow.member_id).is_(None) & (col(CustomerRow.owner_id) == move.member),
    )
    coming = (
        select(ReminderRow)
        .join(CustomerRow, col(CustomerRow.id) == col(ReminderRow.customer_id), isouter=True)
        .where(col(ReminderRow.state) == State.WAITING, col(ReminderRow.due_at) > now, theirs)
        .where(col(ReminderRow.kind).in_(clocked))
    )
    for row in session.exec(coming.order_by(col(ReminderRow.id))):
        shown = row.due_at.astimezone(move.old)
        row.due_at = local_moment(shown.date(), shown.time(), move.new)
    session.flush()
