"""The reminders that go with a complaint: of its promise, and of its clock before that runs out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from sales.complaint_clocks import Clock
from sales.complaints import Standing
from sales.moments import local_day
from storage.care.reminders import UNANSWERED, Planned, State, plan, withdraw
from storage.company.teams import company_zone
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.tellings import ComplaintRow

PROMISE, CLOCK = "promise", "complaint_clock"


def remind(session: Session, row: ComplaintRow, wanted: Sequence[Planned], *, now: datetime) -> None:
    """Have what is due for it on record, once; whatever was planned before and does not hold any more is withdrawn."""
    kept = [_key(one) for one in wanted]
    there = _on_record(session, row.id or 0)
    gone = [one.id for one in there if (one.kind, one.occasion) not in kept]
    if gone:
        withdraw(session, col(ReminderRow.id).in_(gone), now=now)
    for one in there:
        if (one.kind, one.occasion) in kept:
            _bring_back(one, next(plan for plan in wanted if _key(plan) == (one.kind, one.occasion)), now)
    plan(session, wanted)


def _key(one: Planned) -> tuple[str, str]:
    return one.kind, one.occasion


def planned(
    session: Session, row: ComplaintRow, stands: Standing, clock: Clock | None, *, teller: int
) -> Iterator[Planned]:
    """For whoever holds it, else for whoever owns the customer then; where nobody does, for who told it."""
    if clock is None:
        return
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    owned = customer is not None and customer.owner_id is not None
    zone = ZoneInfo(company_zone(session) or "UTC")
    yield Planned(
        kind=CLOCK if stands.promised is None else PROMISE,
        subject_id=row.id or 0,
        occasion=clock.answer_by.isoformat(),
        day=local_day(clock.answer_by, zone),
        due_at=clock.warn_at,
        customer_id=row.customer_id,
        member_id=stands.holder or (None if owned else teller),
    )


def _on_record(session: Session, complaint: int) -> list[ReminderRow]:
    about = select(ReminderRow).where(
        col(ReminderRow.kind).in_([PROMISE, CLOCK]), col(ReminderRow.subject_id) == complaint
    )
    return list(session.exec(about.order_by(col(ReminderRow.id))))


def _bring_back(row: ReminderRow, wanted: Planned, now: datetime) -> None:
    """What was withdrawn and holds again waits again if it is still to come; it goes to who holds it now."""
    if row.state == State.WITHDRAWN or row.answer == "answered":
        row.state = State.WAITING if wanted.due_at > now else State.TOLD
        row.answer, row.answered_by, row.settled_at = None, None, None
    if row.state in (*UNANSWERED, State.WAITING):
        row.member_id, row.customer_id = wanted.member_id, wanted.customer_id
