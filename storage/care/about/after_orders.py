"""What is said some days after an order."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from sales.kinds import Kind
from storage.tables.care import ReminderRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.tellings import EntryRow


def ordered(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: the order was taken back, told wrongly, or is none of this day any more."""
    day, _, after = row.occasion.partition(":")
    told = select(EntryRow.text).where(
        col(EntryRow.customer_id) == row.customer_id,
        col(EntryRow.kind) == Kind.ORDER,
        col(EntryRow.live),
        col(EntryRow.on_day) == date.fromisoformat(day),
    )
    booked = select(BookedOrderRow.item).where(
        col(BookedOrderRow.customer_id) == row.customer_id,
        col(BookedOrderRow.live),
        col(BookedOrderRow.on_day) == date.fromisoformat(day),
    )
    words = [*session.exec(told.order_by(col(EntryRow.id))), *session.exec(booked.order_by(col(BookedOrderRow.id)))]
    return {"ordered": day, "after": int(after), "what": next(filter(None, words), "")} if words else None
