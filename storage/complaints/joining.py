"""Which open complaint a further one belongs to, so that nobody is alarmed twice about one matter."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from sales.kinds import Kind
from sales.tellings import Entry
from storage.complaints.alerts import Place
from storage.tables.tellings import ComplaintRow, ComplaintStepRow, EntryRow, ItemRow, TellingRow


@dataclass(frozen=True, slots=True)
class OpenOne:
    """A complaint that is not closed: what it is about, and where it was told."""

    id: int
    category: str | None
    items: frozenset[str]
    place: Place


def open_ones(session: Session, customer: int, *, but: tuple[int, int]) -> list[OpenOne]:
    """Those of a customer, the newest first, but what the message itself tells."""
    standing = (
        select(ComplaintRow, EntryRow, TellingRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(TellingRow, col(TellingRow.id) == col(EntryRow.telling_id))
        .where(col(ComplaintRow.customer_id) == customer, col(ComplaintRow.state) != "closed")
        .where(col(EntryRow.live), col(EntryRow.kind) == Kind.COMPLAINT)
    )
    rows = session.exec(standing.order_by(col(ComplaintRow.id).desc())).all()
    return [
        OpenOne(row.id or 0, entry.category, _items(session, entry), Place(told.chat_id, told.message_id, entry.slot))
        for row, entry, told in rows
        if (told.chat_id, told.message_id) != but
    ]


def _items(session: Session, entry: EntryRow) -> frozenset[str]:
    return frozenset(session.exec(select(ItemRow.text).where(col(ItemRow.entry_id) == entry.id)))


def joined_to(session: Session, entry: Entry) -> int | None:
    """The complaint of which the entry is news, as long as that is one of the same customer."""
    row = session.get(ComplaintRow, entry.news_of) if entry.news_of else None
    customer = entry.customer.id if entry.customer else None
    return row.id if row is not None and row.customer_id == customer else None


def heir(session: Session, place: Place) -> Place | None:
    """Where the first news of the complaint told here stands: if its own message is undone, that carries it on."""
    told_here = (
        select(ComplaintRow.id)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(TellingRow, col(TellingRow.id) == col(EntryRow.telling_id))
        .where(col(TellingRow.chat_id) == place.chat, col(TellingRow.message_id) == place.message)
        .where(col(EntryRow.slot) == place.slot)
    )
    number = session.exec(told_here).first()
    first = (
        select(TellingRow.chat_id, TellingRow.message_id, EntryRow.slot)
        .join(EntryRow, col(EntryRow.telling_id) == col(TellingRow.id))
        .join(ComplaintStepRow, col(ComplaintStepRow.entry_id) == col(EntryRow.id))
        .where(col(ComplaintStepRow.complaint_id) == number, col(ComplaintStepRow.live))
    )
    found = session.exec(first.order_by(col(ComplaintStepRow.id))).first()
    return Place(*found) if found else None
