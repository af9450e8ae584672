"""What is said of a customer whom nobody has touched for long."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select

from storage.care.planning.cadence import stretch_of
from storage.care.reminders import State
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow


def quiet(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: somebody was there since, they are lost, or a later reminder says the same."""
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    since = stretch_of(row.occasion).since
    if customer is None or customer.withdrawn or customer.stage == "lost":
        return None
    if customer.touched_on is not None and customer.touched_on > since:
        return None
    later = select(ReminderRow.id).where(
        col(ReminderRow.customer_id) == row.customer_id,
        col(ReminderRow.kind) == row.kind,
        col(ReminderRow.state).in_([State.OPEN, State.TOLD]),
        col(ReminderRow.id) > row.id,
    )
    if session.exec(later).first() is not None:
        return None
    return {"since": since.isoformat(), "grade": customer.grade, "met": customer.touched_on is not None}
