"""Reads the audit trail page by page, as far as it is the reader's to see."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, false, func, or_, true
from sqlmodel import Session, col, select

from sales.audit_views import About, AuditLine, AuditPage
from sales.people import Member
from storage.cards.visibility import seen_of
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.events import EventDetailRow, EventRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow, MembershipRow
from storage.tables.tellings import ComplaintRow, EntryRow


def led(member: Member) -> ColumnElement[bool]:
    """The members whose doings this one may look at: of the teams they lead, and themselves; an admin all."""
    placed = select(MembershipRow.member_id).where(col(MembershipRow.team_id).in_(sorted(member.leads)))
    theirs = or_(col(MemberRow.id) == member.id, col(MemberRow.id).in_(placed))
    return true() if member.sees_all else theirs


def people_named(session: Session, member: Member, name: str) -> list[int]:
    """The members of that name whose doings this one may look at, those who left among them."""
    wanted = name.strip().casefold()
    rows = session.exec(select(MemberRow.id, MemberRow.name).where(led(member)).order_by(col(MemberRow.id))).all()
    exact = [key or 0 for key, called in rows if called.casefold() == wanted]
    return exact or [key or 0 for key, called in rows if wanted in called.casefold().split()]


def audit_page(session: Session, member: Member, about: About, *, page: int, size: int) -> AuditPage:
    """The newest first; a page beyond the end is the last one."""
    where = _within(member, about)
    total = session.exec(select(func.count()).select_from(EventRow).where(where)).one()
    pages = max(1, -(-total // size))
    shown = min(max(page, 1), pages)
    wanted = select(EventRow).where(where).order_by(col(EventRow.id).desc()).offset((shown - 1) * size).limit(size)
    lines = _lines(session, member, session.exec(wanted).all())
    return AuditPage(about, _name(session, member, about), shown, pages, total, lines)


def _within(member: Member, about: About) -> ColumnElement[bool]:
    """What the member's people did, and what anybody did to the customers of the teams they lead."""
    where = true() if member.sees_all else or_(_by_theirs(member), _on_theirs(member))
    if about.member is not None:
        where &= col(EventRow.member_id) == about.member
    if about.customer is not None:
        where &= _on(select(CustomerRow.id).where(_lives_on_in(about.customer)))
    return where


def _by_theirs(member: Member) -> ColumnElement[bool]:
    return col(EventRow.member_id).in_(select(MemberRow.id).where(led(member)))


def _on_theirs(member: Member) -> ColumnElement[bool]:
    return _on(select(CustomerRow.id).where(col(CustomerRow.team_id).in_(sorted(member.leads))))


def _lives_on_in(customer: int) -> ColumnElement[bool]:
    """The customer, and those that were merged into it."""
    return or_(col(CustomerRow.id) == customer, col(CustomerRow.merged_into_id) == customer)


def _on(customers: Any) -> ColumnElement[bool]:  # noqa: ANN401 - SQLModel's Select has no name
    """Events of these customers and of what hangs on them."""
    hanging = {
        "customer": customers,
        "contact": select(ContactRow.id).where(col(ContactRow.customer_id).in_(customers)),
        "follow_up": select(FollowUpRow.id).where(col(FollowUpRow.customer_id).in_(customers)),
        "telling": select(EntryRow.telling_id).where(col(EntryRow.customer_id).in_(customers)),
        "complaint": select(ComplaintRow.id).where(col(ComplaintRow.customer_id).in_(customers)),
    }
    on = ((col(EventRow.subject) == kind) & col(EventRow.subject_id).in_(keys) for kind, keys in hanging.items())
    return or_(false(), *on)


def _name(session: Session, member: Member, about: About) -> str:
    if about.member is not None:
        found = session.exec(select(MemberRow.name).where(led(member), col(MemberRow.id) == about.member)).first()
        return found or ""
    row = session.get(CustomerRow, about.customer) if about.customer is not None else None
    return row.name if row and _may_read(member, row) else ""


def _may_read(member: Member, row: CustomerRow) -> bool:
    """An admin reads of customers that are gone, too."""
    return member.sees_all or bool(seen_of(member, row))


def _lines(session: Session, member: Member, events: Sequence[EventRow]) -> tuple[AuditLine, ...]:
    names = _names(session, [event.member_id for event in events])
    keys = [event.id for event in events]
    details = session.exec(select(EventDetailRow).where(col(EventDetailRow.event_id).in_(keys)))
    words = {detail.event_id: detail.words for detail in details}
    return tuple(
        _line(session, member, event, names.get(event.member_id or 0), words.get(event.id or 0, "")) for event in events
    )


def _names(session: Session, members: Sequence[int | None]) -> Mapping[int, str]:
    found = session.exec(select(MemberRow.id, MemberRow.name).where(col(MemberRow.id).in_(members)))
    return {key or 0: name for key, name in found}


def _line(session: Session, member: Member, event: EventRow, who: str | None, words: str) -> AuditLine:
    customers = _customers_of(session, event)
    if customers and not any(_may_read(member, customer) for customer in customers):
        return AuditLine(event.at, who, event.action, hidden=True)
    names = [row.name for row in customers if _may_read(member, row)]
    return AuditLine(event.at, who, event.action, ", ".join([*_somebody(session, event), *names]), words)


def _customers_of(session: Session, event: EventRow) -> list[CustomerRow]:
    """The customers that the event's subject is, or belongs to."""
    found = select(CustomerRow).order_by(col(CustomerRow.id))
    match event.subject:
        case "customer":
            found = found.where(col(CustomerRow.id) == event.subject_id)
        case "contact":
            found = found.join(ContactRow, col(ContactRow.customer_id) == col(CustomerRow.id))
            found = found.where(col(ContactRow.id) == event.subject_id)
        case "follow_up":
            found = found.join(FollowUpRow, col(FollowUpRow.customer_id) == col(CustomerRow.id))
            found = found.where(col(FollowUpRow.id) == event.subject_id)
        case "telling":
            told = select(EntryRow.customer_id).where(col(EntryRow.telling_id) == event.subject_id)
            found = found.where(col(CustomerRow.id).in_(told))
        case "complaint":
            found = found.join(ComplaintRow, col(ComplaintRow.customer_id) == col(CustomerRow.id))
            found = found.where(col(ComplaintRow.id) == event.subject_id)
        case _:
            return []
    return list(session.exec(found))


def _somebody(session: Session, event: EventRow) -> list[str]:
    """The name of the person, ours or the customer's, whom the event is about."""
    names = {
        "member": select(MemberRow.name).where(col(MemberRow.id) == event.subject_id),
        "contact": select(ContactRow.name).where(col(ContactRow.id) == event.subject_id),
    }
    return list(session.exec(names[event.subject])) if event.subject in names else []
