"""Contracts and quotes that run out soon and have no successor of their kind."""

from collections.abc import Iterator
from datetime import time, timedelta

from sqlmodel import Session, col, select

from sales.care.kinds import REMINDER_KINDS
from sales.moments import local_moment
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.tables.dealings import AgreementRow

_MORNING = time(8)


def running_out(session: Session, look: Look) -> Iterator[Planned]:
    """Each once, `lead` days before its last day, or later if it is told later."""
    last = col(AgreementRow.valid_until)
    until = look.today + timedelta(days=REMINDER_KINDS["agreement_ends"].lead)
    wanted = select(AgreementRow).where(col(AgreementRow.live), last >= look.today, last <= until)
    if look.customers is not None:
        wanted = wanted.where(col(AgreementRow.customer_id).in_(look.customers))
    for row in session.exec(wanted.order_by(col(AgreementRow.id))):
        if row.valid_until is not None:
            yield Planned(
                kind="agreement_ends",
                subject_id=row.id or 0,
                occasion=row.valid_until.isoformat(),
                day=row.valid_until,
                due_at=local_moment(look.today, _MORNING, look.zone),
                customer_id=row.customer_id,
            )
