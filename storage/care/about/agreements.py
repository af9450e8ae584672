"""What is said of a contract or quote that runs out."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select

from storage.tables.care import ReminderRow
from storage.tables.dealings import AgreementRow


def agreement(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: it was withdrawn, has another last day, or one of its kind followed it."""
    found = session.get(AgreementRow, row.subject_id)
    if found is None or not found.live or found.valid_until is None or found.valid_until.isoformat() != row.occasion:
        return None
    successor = select(AgreementRow.id).where(
        col(AgreementRow.customer_id) == found.customer_id,
        col(AgreementRow.kind) == found.kind,
        col(AgreementRow.live),
        col(AgreementRow.valid_until) > found.valid_until,
        col(AgreementRow.on_day) >= found.on_day,
    )
    if session.exec(successor).first() is not None:
        return None
    return {"kind": found.kind, "title": found.title, "minor": found.amount_minor, "currency": found.currency}
