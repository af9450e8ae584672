"""What happened at a customer, the newest first: a page at a time, however long it is."""

from collections.abc import Collection, Iterable, Sequence

from sqlmodel import Session, col, select

from sales.card_views import History, Told
from sales.comments import EntryPlace
from sales.kinds import Category, Kind, Sentiment, Severity
from sales.money import Money
from sales.people import Member
from sales.rights import Part, kinds_within
from sales.tellings import Entry, Item, Party
from storage.cards.customers import as_customer
from storage.cards.visibility import seen_of
from storage.company.people import answers_for
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.people import MemberRow
from storage.tables.tellings import EntryContactRow, EntryRow, ItemRow


def history(session: Session, member: Member, customer: int, *, page: int, size: int) -> History | None:
    """A page of it, as far as the member may see it."""
    row = session.get(CustomerRow, customer)
    parts = seen_of(member, row) if row else frozenset()
    if row is None or not parts:
        return None
    found = _rows(session, customer, parts, first=(page - 1) * size, size=size + 1)
    tellers = _names(session, {entry.member_id for entry in found} - {member.id})
    entries = entries_of(session, found[:size], Party(row.name, row.id), parts)
    led = {teller for teller in tellers if answers_for(session, member, teller)}
    told = (
        Told(entry, tellers.get(its.member_id), _place(its) if its.member_id in led else None)
        for entry, its in zip(entries, found, strict=False)
    )
    return History(as_customer(row), page, tuple(told), more=len(found) > size)


def _place(row: EntryRow) -> EntryPlace:
    return EntryPlace(row.telling_id, row.slot)


def latest(session: Session, row: CustomerRow, parts: Collection[Part], *, size: int) -> tuple[Entry, ...]:
    """The newest entries of a customer that the caller has found, as far as these parts show them."""
    found = _rows(session, row.id or 0, parts, first=0, size=size)
    return entries_of(session, found, Party(row.name, row.id), parts)


def _rows(session: Session, customer: int, parts: Collection[Part], *, first: int, size: int) -> Sequence[EntryRow]:
    """Read by the index entry_of_customer, in its order: nothing is sorted, and no more is read than is shown."""
    kinds = kinds_within(frozenset(parts))
    live = select(EntryRow).where(col(EntryRow.customer_id) == customer, col(EntryRow.live))
    seen = live if len(kinds) == len(Kind) else live.where(col(EntryRow.kind).in_(sorted(kinds)))
    newest = seen.order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
    return session.exec(newest.offset(first).limit(size)).all()


def entries_of(
    session: Session, rows: Sequence[EntryRow], customer: Party | None, parts: Collection[Part] = frozenset(Part)
) -> tuple[Entry, ...]:
    """Entries as they stand on the card; `by_hand` is the telling's own business."""
    numbers = [row.id or 0 for row in rows]
    people, items = _took_part(session, numbers), _items(session, numbers)
    return tuple(
        _entry(row, customer, contacts=people.get(row.id or 0, ()), items=items.get(row.id or 0, ()), parts=parts)
        for row in rows
    )


def _entry(
    row: EntryRow,
    customer: Party | None,
    *,
    contacts: Iterable[str],
    items: Iterable[Item],
    parts: Collection[Part],
) -> Entry:
    priced = row.amount_minor is not None and Part.MONEY in parts
    return Entry(
        kind=Kind(row.kind),
        customer=customer,
        on=row.on_day,
        text=row.text,
        contacts=tuple(contacts),
        amount=Money(row.amount_minor or 0, row.currency or "") if priced else None,
        category=Category(row.category) if row.category else None,
        severity=Severity(row.severity) if row.severity else None,
        sentiment=Sentiment(row.sentiment) if row.sentiment else None,
        items=tuple(items),
        attempt=row.attempt,
    )


def _took_part(session: Session, entries: Collection[int]) -> dict[int, list[str]]:
    pairs = (
        select(EntryContactRow.entry_id, ContactRow.name)
        .join(ContactRow, col(ContactRow.id) == col(EntryContactRow.contact_id))
        .where(col(EntryContactRow.entry_id).in_(entries))
        .order_by(col(ContactRow.id))
    )
    there: dict[int, list[str]] = {}
    for entry, name in session.exec(pairs) if entries else ():
        there.setdefault(entry, []).append(name)
    return there


def _items(session: Session, entries: Collection[int]) -> dict[int, list[Item]]:
    rows = select(ItemRow).where(col(ItemRow.entry_id).in_(entries)).order_by(col(ItemRow.id))
    sold: dict[int, list[Item]] = {}
    for row in session.exec(rows) if entries else ():
        sold.setdefault(row.entry_id, []).append(Item(row.text, row.quantity, row.unit))
    return sold


def _names(session: Session, members: Collection[int]) -> dict[int, str]:
    named = select(MemberRow.id, MemberRow.name).where(col(MemberRow.id).in_(members))
    return {key or 0: name for key, name in session.exec(named)} if members else {}


def as_entry(session: Session, row: EntryRow, customer: Party | None) -> Entry:
    """One entry, of a row that the caller has found."""
    return entries_of(session, [row], customer)[0]
