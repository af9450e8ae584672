"""Complaints whose clock ran out: who sees them next, one step further up each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text, update
from sqlmodel import Session, col, select

from sales.people import Member
from storage.company.people import managers_at
from storage.complaints.alerts import Place, place_of
from storage.complaints.standing import gravest, joined, steps_of, working_time_of
from storage.plans.due_followups import Recipient, as_member, recipient, recipients_of
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryRow

_table = ComplaintRow.metadata.tables["complaint"]
_PAGE = 500
# Spelled as the partial index has it, or SQLite would not use it.
_RISING = text("complaint.rises_at IS NOT NULL")


@dataclass(frozen=True, slots=True)
class Rising:
    """A complaint that nobody answered in time. `step` is the one that it goes up now, `next` when it goes further."""

    complaint: int
    place: Place
    answer_by: datetime
    step: int
    next: datetime
    grave: bool
    above: Sequence[Recipient]


def found(session: Session, *, now: datetime) -> list[Rising]:
    """Those that go up now, the oldest first; what is left comes with the next look."""
    due = select(ComplaintRow).where(_RISING, col(ComplaintRow.rises_at) <= now)
    rows = session.exec(due.order_by(col(ComplaintRow.rises_at), col(ComplaintRow.id)).limit(_PAGE)).all()
    return [rising for row in rows if (rising := _rising(session, row, now)) is not None]


def _rising(session: Session, row: ComplaintRow, now: datetime) -> Rising | None:
    place = place_of(session, row.id or 0)
    if place is None or row.answer_by is None:
        return None
    entry = session.get_one(EntryRow, row.entry_id)
    severity = gravest([entry, *joined(session, steps_of(session, row.id or 0))])
    working = working_time_of(session, entry)
    above = managers_at(session, holder_of(session, row, entry), row.raised + 1)
    return Rising(
        complaint=row.id or 0,
        place=place,
        answer_by=row.answer_by,
        step=row.raised + 1,
        next=working.after(now, working.needed(severity)),
        grave=severity == "high",
        above=list(dict.fromkeys(to for member in above for to in _reached(session, member))),
    )


def _reached(session: Session, manager: Member) -> Sequence[Recipient]:
    """A manager who blocked the bot cannot be told: whoever stands above them is, at once."""
    if session.get_one(MemberRow, manager.id).reachable:
        return list(filter(None, [recipient(session, manager)]))
    return recipients_of(session, manager.id)


def holder_of(session: Session, row: ComplaintRow, entry: EntryRow) -> Member:
    """Who has it: whoever took it, else the customer's owner, else who told it; they may have left."""
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    owner = customer.owner_id if customer else None
    return as_member(session, session.get_one(MemberRow, row.taken_by or owner or entry.member_id))


def raise_it(session: Session, rising: Rising) -> bool:
    """It went up; where nobody stands above, it stays. False: another replica did it, or its clock was set anew."""
    same = (_table.c.id == rising.complaint) & (_table.c.raised == rising.step - 1)
    here = update(_table).where(same, _table.c.answer_by == rising.answer_by, _table.c.rises_at.is_not(None))
    values = {"raised": rising.step, "rises_at": rising.next} if rising.above else {"rises_at": None}
    return session.connection().execute(here.values(**values, version=_table.c.version + 1)).rowcount > 0
