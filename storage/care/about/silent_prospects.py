"""What is said of a prospect whom nobody has seen."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select

from sales.customers import Stage
from storage.care.planning.cadence import stretch_of
from storage.care.reminders import UNANSWERED
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow


def never_seen(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: somebody was there or they ordered, they have a class by now, or a later reminder says the same."""
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    if customer is None or customer.withdrawn or customer.stage != Stage.PROSPECT:
        return None
    if customer.touched_on is not None or customer.grade is not None:
        return None
    later = select(ReminderRow.id).where(
        col(ReminderRow.customer_id) == row.customer_id,
        col(ReminderRow.kind) == row.kind,
        col(ReminderRow.state).in_(UNANSWERED),
        col(ReminderRow.id) > row.id,
    )
    if session.exec(later).first() is not None:
        return None
    return {"since": stretch_of(row.occasion).since.isoformat()}
