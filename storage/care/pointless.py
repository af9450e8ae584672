"""Which reminders that were told, and that nobody answered, have lost their point meanwhile."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from sqlalchemy import text
from sqlmodel import Session, col, select

from storage.care.reminders import withdraw
from storage.care.views import ABOUT
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow

log = structlog.get_logger(__name__)
# Spelled as the partial index has it, or SQLite would not use it.
_TOLD = text("reminder.state = 'told'")
_BACK = timedelta(days=7)
"""An older one is scrolled away."""
_MOST = 2000
_OVER_BY_THEMSELVES = ("visit_brief", "visit_outcome")
"""Their day is over with the visit: what stands in the chat stays as it was answered."""


def found(session: Session, *, now: datetime) -> list[int]:
    """One broken record must not keep the others from being looked at."""
    recent = col(ReminderRow.due_at).between(now - _BACK, now)
    wanted = select(ReminderRow).where(_TOLD, recent, col(ReminderRow.kind).not_in(_OVER_BY_THEMSELVES))
    rows = session.exec(wanted.order_by(col(ReminderRow.due_at).desc(), col(ReminderRow.id)).limit(_MOST))
    return [row.id or 0 for row in rows if _is_pointless(session, row)]


def _is_pointless(session: Session, row: ReminderRow) -> bool:
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    if customer is not None and customer.withdrawn:
        return True
    try:
        return ABOUT[row.kind](session, row) is None
    except (LookupError, ValueError):
        log.exception("nobody knows whether a reminder still has its point", reminder=row.id)
        return False


def withdraw_all(session: Session, reminders: Sequence[int], *, now: datetime) -> None:
    withdraw(session, col(ReminderRow.id).in_(reminders), now=now)
