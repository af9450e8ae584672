"""What was told of customers that go to somebody else: it is told again there, and where it was told it says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from storage.bulk import in_parts
from storage.care.reminders import State
from storage.complaints.alerts import place_of
from storage.complaints.reminding import CLOCK, PROMISE
from storage.queues import outbox
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryRow

BOUND = (CLOCK, PROMISE, "visit_brief", "visit_outcome")
"""Kinds of reminders that are planned for somebody by name, and go along."""
_BACK = timedelta(days=7)
"""An older message is scrolled away."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message about a customer that stands in a chat."""

    put: outbox.Put
    customer: int


@dataclass(frozen=True, slots=True)
class Gone:
    """A customer who went to somebody else; `owner` "": to the pool. `member` is the owner's number."""

    customer: str
    owner: str
    member: int | None = None


def told(session: Session, customers: Iterable[int], *, giver: int, now: datetime) -> list[ReminderRow]:
    """Reminders of these customers that the giver was told of, and has not answered."""
    about = (_of(giver), col(ReminderRow.state) == State.TOLD, col(ReminderRow.due_at) >= now - _BACK)
    return _reminders(session, customers, about)


def bound(session: Session, customers: Iterable[int], *, giver: int) -> list[ReminderRow]:
    """Those that are planned for the giver by name."""
    standing = col(ReminderRow.state).in_([State.WAITING, State.OPEN, State.TOLD])
    about = (col(ReminderRow.member_id) == giver, col(ReminderRow.kind).in_(BOUND), standing)
    return _reminders(session, customers, about)


def _of(giver: int) -> ColumnElement[bool]:
    return or_(col(ReminderRow.member_id).is_(None), col(ReminderRow.member_id) == giver)


def _reminders(session: Session, customers: Iterable[int], about: Sequence[ColumnElement[bool]]) -> list[ReminderRow]:
    found: list[ReminderRow] = []
    for part in in_parts(sorted(customers)):
        wanted = select(ReminderRow).where(col(ReminderRow.customer_id).in_(part), *about)
        found += session.exec(wanted.order_by(col(ReminderRow.id)))
    return found


def shown_to(session: Session, customers: Sequence[int], *, member: int, now: datetime) -> list[Shown]:
    """The newest message of each reminder, follow-up and complaint of these customers in the member's chat."""
    reminders = ((f"{row.kind}:{row.id}:", row.customer_id) for row in told(session, customers, giver=member, now=now))
    due = ((f"follow_up:{row.id}:", row.customer_id) for row in _follow_ups(session, customers, member, now))
    complaints = ((f"{_under(session, row)}{member}:", row.customer_id) for row in complaints_of(session, customers))
    found = (
        Shown(put, customer)
        for prefix, customer in (*reminders, *due, *complaints)
        if customer is not None and (put := _newest(session, prefix, member)) is not None
    )
    return list(found)


def _follow_ups(session: Session, customers: Sequence[int], member: int, now: datetime) -> list[FollowUpRow]:
    found: list[FollowUpRow] = []
    for part in in_parts(sorted(customers)):
        due = col(FollowUpRow.due_at).between(now - _BACK, now)
        mine = (col(FollowUpRow.owner_id) == member) & (col(FollowUpRow.state) == "open")
        wanted = select(FollowUpRow).where(mine, due, col(FollowUpRow.customer_id).in_(part))
        found += session.exec(wanted.order_by(col(FollowUpRow.id)))
    return found


def complaints_of(session: Session, customers: Iterable[int]) -> list[ComplaintRow]:
    """Those that are not closed."""
    found: list[ComplaintRow] = []
    for part in in_parts(sorted(customers)):
        standing = (
            select(ComplaintRow)
            .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
            .where(col(ComplaintRow.customer_id).in_(part), col(ComplaintRow.state) != "closed", col(EntryRow.live))
        )
        found += session.exec(standing.order_by(col(ComplaintRow.id)))
    return found


def _under(session: Session, row: ComplaintRow) -> str:
    place = place_of(session, row.id or 0)
    return f"complaint:{place.chat}:{place.message}:{place.slot}:" if place else f"complaint:{row.id}:nowhere:"


def _newest(session: Session, prefix: str, member: int) -> outbox.Put | None:
    """Only what has arrived can be changed; what still waits is looked at when it is sent."""
    put = [one for one in outbox.put_under(session, prefix) if one.member == member]
    return next((one for one in reversed(put) if outbox.message_of(session, one.key) is not None), None)


def gone(session: Session, customer: int | None) -> Gone | None:
    """With whom a customer is now."""
    row = session.get(CustomerRow, customer) if customer else None
    owner = session.get(MemberRow, row.owner_id) if row and row.owner_id else None
    return Gone(row.name, owner.name if owner else "", owner.id if owner else None) if row else None


def customer_of(session: Session, *, reminder: int = 0, follow_up: int = 0) -> int | None:
    """The customer that a reminder or a follow-up is about, whoever it is for."""
    row = session.get(ReminderRow, reminder) if reminder else session.get(FollowUpRow, follow_up)
    return row.customer_id if row else None
