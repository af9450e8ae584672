"""What is said of money that is overdue."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.tables.care import ReminderRow
from storage.tables.dealings import ReceivableRow


def owed(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """The sums past their day by currency; None: all is paid."""
    wanted = (
        select(
            ReceivableRow.currency, func.sum(ReceivableRow.open_minor), func.count(), func.min(ReceivableRow.due_day)
        )
        .where(
            col(ReceivableRow.customer_id) == row.customer_id,
            col(ReceivableRow.live),
            col(ReceivableRow.open_minor) > 0,
            col(ReceivableRow.due_day) < row.due_at.date(),
        )
        .group_by(col(ReceivableRow.currency))
        .order_by(col(ReceivableRow.currency))
    )
    found = session.exec(wanted).all()
    if not found:
        return None
    return {
        "sums": [(int(minor), currency) for currency, minor, _, _ in found],
        "invoices": sum(number for _, _, number, _ in found),
        "since": min(oldest for *_, oldest in found if oldest).isoformat(),
    }
