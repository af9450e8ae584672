"""What those who must know are told of a complaint, and who they are."""

from typing import NamedTuple

from sqlmodel import Session, col, select

from sales.comments import EntryPlace
from sales.complaints import Cause, State
from sales.kinds import Kind
from sales.people import Member, Role
from sales.rights import Part
from sales.tellings import Party
from sales.views import ComplaintAlert, ComplaintNews
from storage.cards.history import as_entry
from storage.cards.visibility import visible
from storage.company.covers import cover_of
from storage.company.people import answers_for, members, nearest_managers
from storage.complaints.standing import gravest, joined, steps_of
from storage.complaints.steps import last
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow, EntryRow, TellingRow
from storage.told.journal import Recorded, find


class Place(NamedTuple):
    """Where a complaint was told: which message of which chat, and which of its entries."""

    chat: int
    message: int
    slot: int


def recipients(session: Session, *, teller: Member, customer: int | None) -> list[Member]:
    """Who hears of it: the owner or who stands in, the teller's managers and customer care, but not the teller."""
    row = session.get(CustomerRow, customer) if customer else None
    care = [member for member in members(session) if Role.CARE in member.roles]
    whose = row.owner_id and (cover_of(session, row.owner_id) or row.owner_id) if row else None
    owner = [member for member in members(session) if member.id == whose]
    heard = {member.id: member for member in (*owner, *nearest_managers(session, teller), *care)}
    return [member for member in heard.values() if member.id != teller.id and member.chat is not None]


def alert(session: Session, *, place: Place, viewer: Member) -> ComplaintAlert | None:
    """What the viewer is told of a complaint; None when there is nothing (any more) to tell.

    What is no complaint any more (fixed, edited) is shown as withdrawn to those who have heard of it.
    """
    pair = _told_at(session, place)
    return _alert(session, viewer, *pair) if pair and _may_hear(session, viewer, pair[0]) else None


def _told_at(session: Session, place: Place) -> tuple[EntryRow, TellingRow] | None:
    pair = session.exec(
        select(EntryRow, TellingRow)
        .join(TellingRow, col(TellingRow.id) == col(EntryRow.telling_id))
        .where(col(TellingRow.chat_id) == place.chat, col(TellingRow.message_id) == place.message)
        .where(col(EntryRow.slot) == place.slot)
    ).first()
    return (pair[0], pair[1]) if pair else None


def place_of(session: Session, complaint: int) -> Place | None:
    """Where a complaint was told."""
    found = session.exec(
        select(TellingRow.chat_id, TellingRow.message_id, EntryRow.slot)
        .join(EntryRow, col(EntryRow.telling_id) == col(TellingRow.id))
        .join(ComplaintRow, col(ComplaintRow.entry_id) == col(EntryRow.id))
        .where(col(ComplaintRow.id) == complaint)
    ).first()
    return Place(*found) if found else None


def _alert(session: Session, viewer: Member, entry: EntryRow, told: TellingRow) -> ComplaintAlert:
    row = session.exec(select(ComplaintRow).where(col(ComplaintRow.entry_id) == entry.id)).first()
    bare = ComplaintAlert(
        complaint=0,
        entry=as_entry(session, entry, _party(session, entry)),
        by=session.get_one(MemberRow, told.member_id).name,
        told_at=told.said_at,
        quote=told.text,
        undone=not entry.live or entry.kind != Kind.COMPLAINT or row is None,
    )
    return _standing(bare, row, entry, viewer=viewer, session=session) if row else bare


def _standing(
    bare: ComplaintAlert, row: ComplaintRow, entry: EntryRow, *, viewer: Member, session: Session
) -> ComplaintAlert:
    steps = steps_of(session, row.id or 0)
    news = joined(session, steps)
    latest = last(session, row.id or 0)
    return ComplaintAlert(
        complaint=row.id or 0,
        entry=bare.entry,
        by=bare.by,
        told_at=bare.told_at,
        quote=row.quote or bare.quote,
        passed_on=bool(row.quote),
        promised=row.promised_day,
        promised_at=row.promised_at,
        taken_by=_name(session, row.taken_by),
        undone=bare.undone,
        severity=gravest([entry, *news]),
        state=State(row.state),
        answer_by=row.answer_by,
        closed_at=row.closed_at or row.resolved_at,
        cause=Cause(row.cause) if row.cause else None,
        remedy=row.remedy,
        remark=row.remark,
        news=tuple(as_entry(session, one, bare.entry.customer) for one in news[-3:]),
        step=latest.id if latest and latest.by == viewer.id else None,
        taken_from=row.taken_by if may_take_over(session, viewer, row.taken_by) else None,
        given=EntryPlace(entry.telling_id, entry.slot) if _may_assign(session, viewer, entry) else None,
    )


def _may_assign(session: Session, viewer: Member, entry: EntryRow) -> bool:
    """Whether the viewer leads whoever told it."""
    return entry.member_id != viewer.id and answers_for(session, viewer, entry.member_id)


def _name(session: Session, member: int | None) -> str | None:
    found = session.get(MemberRow, member) if member else None
    return found.name if found else None


def _party(session: Session, entry: EntryRow) -> Party | None:
    customer = session.get(CustomerRow, entry.customer_id) if entry.customer_id else None
    return Party(customer.name, customer.id) if customer else None


def _may_hear(session: Session, viewer: Member, entry: EntryRow) -> bool:
    """The teller's managers and customer care hear of every one; else the customer must be visible."""
    if Role.CARE in viewer.roles or answers_for(session, viewer, entry.member_id):
        return True
    seen = select(CustomerRow.id).where(visible(viewer, Part.COMPLAINTS), col(CustomerRow.id) == entry.customer_id)
    return session.exec(seen).first() is not None or not entry.live


def news(session: Session, *, place: Place, viewer: Member) -> ComplaintNews | None:
    """What the viewer is told of further news; None where it is not theirs to hear."""
    pair = _told_at(session, place)
    if pair is None or not _may_hear(session, viewer, pair[0]):
        return None
    entry, told = pair
    step = session.exec(
        select(ComplaintStepRow).where(col(ComplaintStepRow.entry_id) == entry.id, col(ComplaintStepRow.live))
    ).first()
    return ComplaintNews(
        complaint=step.complaint_id if step else 0,
        entry=as_entry(session, entry, _party(session, entry)),
        by=session.get_one(MemberRow, told.member_id).name,
        quote=told.text,
        undone=step is None or not entry.live,
    )


def telling_of(session: Session, complaint: int) -> Recorded | None:
    """Find the telling that a complaint stands in."""
    told = (
        select(EntryRow.telling_id)
        .join(ComplaintRow, col(ComplaintRow.entry_id) == col(EntryRow.id))
        .where(col(ComplaintRow.id) == complaint)
    )
    found = session.exec(told).first()
    return find(session, found) if found else None


def may_take_over(session: Session, viewer: Member, holder: int | None) -> bool:
    """Whoever leads the one who has it may see to it themselves."""
    return holder is not None and holder != viewer.id and answers_for(session, viewer, holder)


class Holder(NamedTuple):
    """Who takes care of a complaint."""

    id: int
    name: str


def holder(session: Session, complaint: int) -> Holder | None:
    """Who takes care of it already; None: nobody does."""
    row = session.get(ComplaintRow, complaint)
    name = _name(session, row.taken_by) if row else None
    return Holder(row.taken_by, name) if row and row.taken_by and name else None
