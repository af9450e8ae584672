"""Complaints on record: who must hear of one, what was promised, who takes care of it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlmodel import Session, col, select, update

from sales.kinds import Kind
from sales.people import Member, Role
from sales.rights import Part
from sales.tellings import Entry, Party
from sales.views import ComplaintAlert
from storage.cards.history import as_entry
from storage.cards.visibility import visible
from storage.company.covers import cover_of
from storage.company.people import answers_for, members, nearest_managers
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryRow, TellingRow
from storage.told.journal import Recorded, find


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint with the entry that told it."""

    id: int
    entry: Entry
    telling: int
    state: str
    promised: date | None


def _complaint(session: Session, row: ComplaintRow, entry: EntryRow) -> Complaint:
    return Complaint(
        row.id or 0, as_entry(session, entry, _party(session, entry)), entry.telling_id, row.state, row.promised_day
    )


def _party(session: Session, entry: EntryRow) -> Party | None:
    customer = session.get(CustomerRow, entry.customer_id) if entry.customer_id else None
    return Party(customer.name, customer.id) if customer else None


def recipients(session: Session, *, teller: Member, customer: int | None) -> list[Member]:
    """Who hears of it: the owner or who stands in, the teller's managers and customer care, but not the teller."""
    row = session.get(CustomerRow, customer) if customer else None
    care = [member for member in members(session) if Role.CARE in member.roles]
    whose = row.owner_id and (cover_of(session, row.owner_id) or row.owner_id) if row else None
    owner = [member for member in members(session) if member.id == whose]
    heard = {member.id: member for member in (*owner, *nearest_managers(session, teller), *care)}
    return [member for member in heard.values() if member.id != teller.id and member.chat is not None]


class Place(NamedTuple):
    """Where a complaint was told: which message of which chat, and which of its entries."""

    chat: int
    message: int
    slot: int


def alert(session: Session, *, place: Place, viewer: Member) -> ComplaintAlert | None:
    """What the viewer is told of a complaint; None when there is nothing (any more) to tell.

    What is no complaint any more (fixed, edited) is shown as withdrawn to those who have heard of it.
    """
    pair = session.exec(
        select(EntryRow, TellingRow)
        .join(TellingRow, col(TellingRow.id) == col(EntryRow.telling_id))
        .where(col(TellingRow.chat_id) == place.chat, col(TellingRow.message_id) == place.message)
        .where(col(EntryRow.slot) == place.slot)
    ).first()
    return _alert(session, *pair) if pair and _may_hear(session, viewer, pair[0]) else None


def place_of(session: Session, complaint: int) -> Place | None:
    """Where a complaint was told."""
    found = session.exec(
        select(TellingRow.chat_id, TellingRow.message_id, EntryRow.slot)
        .join(EntryRow, col(EntryRow.telling_id) == col(TellingRow.id))
        .join(ComplaintRow, col(ComplaintRow.entry_id) == col(EntryRow.id))
        .where(col(ComplaintRow.id) == complaint)
    ).first()
    return Place(*found) if found else None


def _alert(session: Session, entry: EntryRow, told: TellingRow) -> ComplaintAlert:
    row = session.exec(select(ComplaintRow).where(col(ComplaintRow.entry_id) == entry.id)).first()
    by = session.get_one(MemberRow, told.member_id)
    taker = session.get(MemberRow, row.taken_by) if row and row.taken_by else None
    return ComplaintAlert(
        complaint=row.id or 0 if row else 0,
        entry=as_entry(session, entry, _party(session, entry)),
        by=by.name,
        told_at=told.said_at,
        quote=told.text,
        promised=row.promised_day if row else None,
        taken_by=taker.name if taker else None,
        undone=not entry.live or entry.kind != Kind.COMPLAINT,
    )


def _may_hear(session: Session, viewer: Member, entry: EntryRow) -> bool:
    """The teller's managers and customer care hear of every one; else the customer must be visible."""
    if Role.CARE in viewer.roles or answers_for(session, viewer, entry.member_id):
        return True
    seen = select(CustomerRow.id).where(visible(viewer, Part.COMPLAINTS), col(CustomerRow.id) == entry.customer_id)
    return session.exec(seen).first() is not None or not entry.live


def party(session: Session, *, member: Member, place: Place) -> Party | None:
    """The customer that a complaint is about, as this member may see it."""
    shown = alert(session, place=place, viewer=member)
    return shown.entry.customer if shown else None


def promise(session: Session, *, complaint: int, day: date | None) -> None:
    """Note by when an answer was promised; None: no promise was made."""
    row = session.get_one(ComplaintRow, complaint)
    row.promised_day, row.state, row.promise_asked = day, "promised" if day else "open", True
    session.flush()


def close_before(session: Session, day: date) -> None:
    """Close all that were told of an earlier day."""
    older = select(EntryRow.id).where(col(EntryRow.on_day) < day)
    session.exec(update(ComplaintRow).where(col(ComplaintRow.entry_id).in_(older)).values(state="closed"))


def take(session: Session, *, complaint: int, member: int) -> None:
    """Put it into the member's hands."""
    session.get_one(ComplaintRow, complaint).taken_by = member
    session.flush()


def taken_by(session: Session, complaint: int) -> str | None:
    """Tell the name of who takes care of it already."""
    row = session.get(ComplaintRow, complaint)
    taker = session.get(MemberRow, row.taken_by) if row and row.taken_by else None
    return taker.name if taker else None


def open_ones(session: Session, member: Member, *, limit: int) -> list[Complaint]:
    """List the open complaints of customers that the member sees, the newest first."""
    standing = (
        select(ComplaintRow, EntryRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
        .where(visible(member, Part.COMPLAINTS), col(EntryRow.live), col(ComplaintRow.state) != "closed")
    )
    newest = standing.order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc()).limit(limit)
    return [_complaint(session, row, entry) for row, entry in session.exec(newest)]


def telling_of(session: Session, complaint: int) -> Recorded | None:
    """Find the telling that a complaint stands in."""
    told = (
        select(EntryRow.telling_id)
        .join(ComplaintRow, col(ComplaintRow.entry_id) == col(EntryRow.id))
        .where(col(ComplaintRow.id) == complaint)
    )
    found = session.exec(told).first()
    return find(session, found) if found else None
