"""What the customer card and the list of customers show."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.customers import Contact
from sales.kinds import Calendar, Category, Kind, Sentiment, Severity
from sales.money import Money
from sales.people import Member
from sales.tellings import Entry, Item, Party
from sales.views import AgendaLine, CustomerCard, CustomerPage, Last
from storage.cards.customers import as_customer
from storage.cards.visibility import entry_visible, visible
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryContactRow, EntryRow, ItemRow

ENTRIES_SHOWN = 5


def card(session: Session, member: Member, customer_id: int) -> CustomerCard | None:
    """The customer on one screen: people, latest entries, what is open."""
    row = session.exec(select(CustomerRow).where(visible(member), col(CustomerRow.id) == customer_id)).first()
    if row is None:
        return None
    owner = session.get(MemberRow, row.owner_id) if row.owner_id else None
    return CustomerCard(
        customer=as_customer(row),
        owner=owner.name if owner else None,
        contacts=_people(session, customer_id),
        entries=_latest(session, row),
        open=_open(session, row),
        complaints=_open_complaints(session, customer_id),
    )


def page(session: Session, member: Member, *, page: int, size: int) -> CustomerPage:
    """A page of what the member sees, by name; a page beyond the end is the last one."""
    total = session.exec(select(func.count()).select_from(CustomerRow).where(visible(member))).one()
    pages = max(1, -(-total // size))
    shown = min(max(page, 1), pages)
    wanted = (
        select(CustomerRow)
        .where(visible(member))
        .order_by(func.lower(col(CustomerRow.name)), col(CustomerRow.id))
        .offset((shown - 1) * size)
        .limit(size)
    )
    rows = session.exec(wanted).all()
    latest = last_entries(session, member, [row.id or 0 for row in rows])
    return CustomerPage(shown, pages, total, tuple((as_customer(row), latest.get(row.id or 0)) for row in rows))


def last_entries(session: Session, member: Member, customers: Sequence[int]) -> dict[int, Last]:
    """The latest entry of each of these customers that the member may see."""
    place = func.row_number().over(
        partition_by=col(EntryRow.customer_id), order_by=(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
    )
    ranked = (
        select(EntryRow.id, place.label("place"))
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(entry_visible(member), col(EntryRow.customer_id).in_(customers), col(EntryRow.live))
        .subquery()
    )
    newest = select(EntryRow).join(ranked, (ranked.c.id == col(EntryRow.id)) & (ranked.c.place == 1))
    return {row.customer_id or 0: Last(Kind(row.kind), row.on_day, row.text) for row in session.exec(newest)}


def _people(session: Session, customer: int) -> tuple[Contact, ...]:
    there = select(ContactRow).where(col(ContactRow.customer_id) == customer, col(ContactRow.withdrawn).is_(False))
    return tuple(as_contact(row) for row in session.exec(there.order_by(col(ContactRow.id))))


def as_contact(row: ContactRow) -> Contact:
    calendar = Calendar(row.calendar) if row.calendar else None
    return Contact(row.id or 0, row.name, row.phone, row.email, row.birthday, calendar)


def _latest(session: Session, customer: CustomerRow) -> tuple[Entry, ...]:
    live = select(EntryRow).where(col(EntryRow.customer_id) == customer.id, col(EntryRow.live))
    newest = live.order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc()).limit(ENTRIES_SHOWN)
    party = Party(customer.name, customer.id)
    return tuple(as_entry(session, row, party) for row in session.exec(newest))


def as_entry(session: Session, row: EntryRow, customer: Party | None) -> Entry:
    """The entry as it stands on the card; `by_hand` is the telling's own business."""
    return Entry(
        kind=Kind(row.kind),
        customer=customer,
        on=row.on_day,
        text=row.text,
        contacts=_took_part(session, row),
        amount=Money(row.amount_minor, row.currency or "") if row.amount_minor is not None else None,
        category=Category(row.category) if row.category else None,
        severity=Severity(row.severity) if row.severity else None,
        sentiment=Sentiment(row.sentiment) if row.sentiment else None,
        items=_items(session, row),
        attempt=row.attempt,
    )


def _took_part(session: Session, entry: EntryRow) -> tuple[str, ...]:
    names = (
        select(ContactRow.name)
        .join(EntryContactRow, col(EntryContactRow.contact_id) == col(ContactRow.id))
        .where(col(EntryContactRow.entry_id) == entry.id)
    )
    return tuple(session.exec(names.order_by(col(ContactRow.id))))


def _items(session: Session, entry: EntryRow) -> tuple[Item, ...]:
    rows = session.exec(select(ItemRow).where(col(ItemRow.entry_id) == entry.id).order_by(col(ItemRow.id)))
    return tuple(Item(row.text, row.quantity, row.unit) for row in rows)


def _open(session: Session, customer: CustomerRow) -> tuple[AgendaLine, ...]:
    waiting = select(FollowUpRow).where(col(FollowUpRow.customer_id) == customer.id, col(FollowUpRow.state) == "open")
    rows = session.exec(waiting.order_by(col(FollowUpRow.day).nulls_last(), col(FollowUpRow.id)))
    return tuple(AgendaLine(row.id or 0, customer.name, row.action, row.day, row.at) for row in rows)


def _open_complaints(session: Session, customer: int) -> int:
    standing = (
        select(func.count())
        .select_from(ComplaintRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .where(col(ComplaintRow.customer_id) == customer, col(ComplaintRow.state) != "closed", col(EntryRow.live))
    )
    return session.exec(standing).one()
