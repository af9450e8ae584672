"""The newest open complaints of a customer, in the words in which they were told."""

from datetime import date

from sqlalchemy import text
from sqlmodel import Session, col, select

from storage.tables.tellings import ComplaintRow, EntryRow

# Spelled as the partial index has it, or SQLite would not use it.
_OPEN = text("complaint.state <> 'closed'")


def open_there(session: Session, customer: int | None, most: int) -> list[tuple[date, str]]:
    """Day and words."""
    told = (
        select(col(EntryRow.on_day), col(EntryRow.text))
        .join(ComplaintRow, col(ComplaintRow.entry_id) == col(EntryRow.id))
        .where(col(ComplaintRow.customer_id) == customer, _OPEN, col(EntryRow.live))
        .order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
    )
    return [(day, words) for day, words in session.exec(told.limit(most))]
