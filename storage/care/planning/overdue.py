"""Customers with invoices that are past their day, all of them in one reminder, not again within a week."""

from collections.abc import Iterator
from datetime import time, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.moments import local_moment
from storage.care.planning.look import Look
from storage.care.planning.never import never_again
from storage.care.reminders import Planned, State
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.dealings import ReceivableRow

KIND = "overdue_payment"
_MORNING = time(8)
_RESTS = timedelta(days=7)


def overdue(session: Session, look: Look) -> Iterator[Planned]:
    """`day` is that of the oldest invoice; the occasion is the day of the look."""
    resting = _resting(session, look) | never_again(session, KIND)
    wanted = (
        select(ReceivableRow.customer_id, func.min(ReceivableRow.due_day))
        .join(CustomerRow, col(CustomerRow.id) == col(ReceivableRow.customer_id))
        .where(col(ReceivableRow.live), col(ReceivableRow.open_minor) > 0, col(ReceivableRow.due_day) < look.today)
        .where(col(CustomerRow.withdrawn).is_(False), col(CustomerRow.owner_id).is_not(None))
        .group_by(col(ReceivableRow.customer_id))
        .order_by(col(ReceivableRow.customer_id))
    )
    if look.customers is not None:
        wanted = wanted.where(col(ReceivableRow.customer_id).in_(look.customers))
    for customer, oldest in session.exec(wanted):
        if customer not in resting and oldest is not None:
            yield Planned(
                kind=KIND,
                subject_id=customer,
                occasion=look.today.isoformat(),
                day=oldest,
                due_at=local_moment(look.today, _MORNING, look.zone),
                customer_id=customer,
            )


def _resting(session: Session, look: Look) -> set[int | None]:
    """Those of whom one is still open, or was there within a week."""
    kept = (col(ReminderRow.state) == State.OPEN) | (col(ReminderRow.due_at) > look.now - _RESTS)
    return set(session.exec(select(ReminderRow.customer_id).where(col(ReminderRow.kind) == KIND, kept)))
