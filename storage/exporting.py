"""Everything on record as plain lines, for `rapport export`; what was undone or withdrawn is left out."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from sqlmodel import Session, col, select

from sales.customers import short_code
from sales.kinds import Kind
from sales.money import Money
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryContactRow, EntryRow, ItemRow, TellingRow

Line = dict[str, object]
Kept = TypeVar("Kept")


def customers(session: Session) -> Iterator[Line]:
    aliases = _grouped(session.exec(select(AliasRow.customer_id, AliasRow.name).order_by(col(AliasRow.id))))
    people = _names(session, MemberRow)
    rows = select(CustomerRow).where(col(CustomerRow.withdrawn).is_(False)).order_by(col(CustomerRow.id))
    for row in session.exec(rows):
        yield {
            "id": row.id,
            "code": short_code(row.id or 0),
            "name": row.name,
            "aliases": aliases.get(row.id or 0, []),
            "relation": row.relation,
            "form": row.form,
            "stage": row.stage,
            "owner": people.get(row.owner_id or 0),
            "created": row.created_at.isoformat(),
        }


def contacts(session: Session) -> Iterator[Line]:
    pairs = (
        select(ContactRow, CustomerRow)
        .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(col(ContactRow.withdrawn).is_(False), col(CustomerRow.withdrawn).is_(False))
    )
    for row, customer in session.exec(pairs.order_by(col(ContactRow.id))):
        yield {
            "id": row.id,
            "customer": customer.name,
            "name": row.name,
            "phone": row.phone,
            "email": row.email,
            "birthday": row.birthday,
            "calendar": row.calendar,
        }


def entries(session: Session) -> Iterator[Line]:
    """The contract's fields, then who told it in which chat and message."""
    people, names = _names(session, MemberRow), _names(session, CustomerRow)
    who = _grouped(
        session.exec(
            select(EntryContactRow.entry_id, ContactRow.name)
            .join(ContactRow, col(ContactRow.id) == col(EntryContactRow.contact_id))
            .order_by(col(ContactRow.id))
        )
    )
    items = _items(session)
    pairs = select(EntryRow, TellingRow).join(TellingRow, col(TellingRow.id) == col(EntryRow.telling_id))
    for row, telling in session.exec(pairs.where(col(EntryRow.live)).order_by(col(EntryRow.id))):
        yield {
            "id": row.id,
            "kind": row.kind,
            "customer": names.get(row.customer_id or 0),
            "on": row.on_day.isoformat(),
            "contacts": who.get(row.id or 0, []),
            "amount": _amount(row),
            **_classes(row),
            "items": items.get(row.id or 0, []),
            "attempt": row.attempt,
            "text": row.text,
            **_source(telling, people),
        }


def follow_ups(session: Session) -> Iterator[Line]:
    people, names = _names(session, MemberRow), _names(session, CustomerRow)
    pairs = select(FollowUpRow, TellingRow).join(TellingRow, col(TellingRow.id) == col(FollowUpRow.telling_id))
    for row, telling in session.exec(pairs.where(col(FollowUpRow.state) != "undone").order_by(col(FollowUpRow.id))):
        yield {
            "id": row.id,
            "customer": names.get(row.customer_id or 0),
            "due": _due(row),
            "action": row.action,
            "who": row.who,
            "contacts": [name for name in row.contacts.split(", ") if name],
            "owner": people.get(row.owner_id),
            "state": row.state,
            **_source(telling, people),
        }


def complaints(session: Session) -> Iterator[Line]:
    people, names = _names(session, MemberRow), _names(session, CustomerRow)
    pairs = select(ComplaintRow, EntryRow).join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
    for row, entry in session.exec(pairs.where(col(EntryRow.live)).order_by(col(ComplaintRow.id))):
        yield {
            "id": row.id,
            "entry": entry.id,
            "customer": names.get(row.customer_id or 0),
            "on": entry.on_day.isoformat(),
            "category": entry.category,
            "severity": entry.severity,
            "text": entry.text,
            "state": row.state,
            "promised": row.promised_day.isoformat() if row.promised_day else None,
            "taken_by": people.get(row.taken_by or 0),
            "answer_by": row.answer_by.isoformat() if row.answer_by else None,
            "closed_at": row.closed_at.isoformat() if row.closed_at else None,
            "closed_by": people.get(row.closed_by or 0),
            "cause": row.cause,
            "remedy": row.remedy,
            "remark": row.remark,
        }


FILES = {
    "customers": customers,
    "contacts": contacts,
    "entries": entries,
    "followups": follow_ups,
    "complaints": complaints,
}
"""What each file of an export holds."""


def _source(telling: TellingRow, people: dict[int, str]) -> Line:
    return {
        "member": people.get(telling.member_id),
        "chat": telling.chat_id,
        "message": telling.message_id,
        "said_at": telling.said_at.isoformat(),
    }


def _amount(row: EntryRow) -> Line | None:
    if row.amount_minor is None:
        return None
    value = Money(row.amount_minor, row.currency or "").value
    return {"value": int(value) if value == int(value) else float(value), "currency": row.currency}


def _classes(row: EntryRow) -> Line:
    """As the contract has it: each only on the kind that it describes."""
    match row.kind:
        case Kind.COMPLAINT:
            return {"category": row.category, "severity": row.severity}
        case Kind.FEEDBACK:
            return {"sentiment": row.sentiment}
        case _:
            return {}


def _due(row: FollowUpRow) -> str | None:
    if row.day is None:
        return None
    return f"{row.day}T{row.at:%H:%M}" if row.at else row.day.isoformat()


def _items(session: Session) -> dict[int, list[Line]]:
    rows = session.exec(select(ItemRow).order_by(col(ItemRow.id)))
    return _grouped((row.entry_id, {"text": row.text, "quantity": row.quantity, "unit": row.unit}) for row in rows)


def _names(session: Session, table: type[MemberRow] | type[CustomerRow]) -> dict[int, str]:
    return {key or 0: name for key, name in session.exec(select(table.id, table.name))}


def _grouped(pairs: Iterable[tuple[int, Kept]]) -> dict[int, list[Kept]]:
    groups: dict[int, list[Kept]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
