"""How an entry reads for those who lead its teller, and how a comment reads for whom it is meant."""

from sqlmodel import Session, col, select

from sales.comments import CommentCard, EntryCard, EntryPlace, Said
from sales.people import Member
from sales.tellings import Entry, Party
from storage.cards.history import as_entry
from storage.comments.keeping import find
from storage.company.people import answers_for
from storage.tables.comments import CommentRow
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow
from storage.tables.tellings import EntryRow, TellingRow

_SHOWN = 6


def entry_card(session: Session, reader: Member, place: EntryPlace) -> EntryCard | None:
    """None: there is none, or it is not the reader's to see."""
    row = entry_at(session, place)
    if row is None or not answers_for(session, reader, row.member_id):
        return None
    told = session.get_one(TellingRow, row.telling_id)
    return EntryCard(
        place,
        _entry(session, row),
        _name(session, row.member_id),
        told.said_at,
        undone=not row.live,
        own=row.member_id == reader.id,
        said=_said(session, place),
    )


def comment_card(session: Session, reader: Member, arrival: int) -> CommentCard | None:
    """None: it is meant for somebody else, or the entry is no longer there."""
    row = find(session, arrival)
    if row is None or row.to_id != reader.id:
        return None
    place = EntryPlace(row.telling_id, row.slot)
    entry = entry_at(session, place)
    if entry is None:
        return None
    before = session.get(CommentRow, row.answers_id) if row.answers_id else None
    return CommentCard(
        row.id or 0,
        place,
        _entry(session, entry),
        _name(session, row.member_id),
        row.text,
        about=before.text if before else "",
        leads=entry.member_id != reader.id and answers_for(session, reader, entry.member_id),
    )


def teller_of(session: Session, place: EntryPlace) -> int | None:
    """Who told it."""
    row = entry_at(session, place)
    return row.member_id if row else None


def entry_at(session: Session, place: EntryPlace) -> EntryRow | None:
    there = select(EntryRow).where(col(EntryRow.telling_id) == place.telling, col(EntryRow.slot) == place.slot)
    return session.exec(there).first()


def _said(session: Session, place: EntryPlace) -> tuple[Said, ...]:
    """The last of it, the oldest first."""
    there = select(CommentRow).where(col(CommentRow.telling_id) == place.telling, col(CommentRow.slot) == place.slot)
    rows = session.exec(there.order_by(col(CommentRow.id).desc()).limit(_SHOWN)).all()
    return tuple(Said(_name(session, row.member_id), row.text, row.at) for row in reversed(rows))


def _entry(session: Session, row: EntryRow) -> Entry:
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    return as_entry(session, row, Party(customer.name, customer.id) if customer else None)


def _name(session: Session, member: int) -> str:
    return session.get_one(MemberRow, member).name
