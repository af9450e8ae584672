"""Customers of whom somebody answered "not again" to a kind of reminder."""

from sqlmodel import Session, col, select

from storage.tables.care import ReminderRow


def never_again(session: Session, kind: str) -> set[int | None]:
    said = select(ReminderRow.customer_id).where(col(ReminderRow.kind) == kind, col(ReminderRow.answer) == "never")
    return set(session.exec(said))
