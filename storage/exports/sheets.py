"""The sheets of an export, row by row: only what the member who asks may see."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal

from sqlmodel import Session, col, select

from sales.customers import short_code
from sales.field_values import money_of
from sales.fields import Field, FieldKind, Of
from sales.money import Money
from sales.people import Member
from sales.rights import Part, part_of_field
from storage.bulk import in_parts
from storage.cards.custom_fields import all_fields
from storage.cards.visibility import entry_visible, visible
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.facts import FactRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import EntryRow

Cell = str | date | Decimal | int | None
Rows = Iterator[list[Cell]]
_OWN = ("code", "name", "alias", "owner", "since")
_SHOWN = ("relation", "form", "stage", "grade")


def customer_columns(session: Session) -> list[str]:
    return [*_OWN, *(field.name for field in _fields(session, Of.CUSTOMER))]


def contact_columns(session: Session) -> list[str]:
    return ["customer", "contact", *(field.name for field in _fields(session, Of.CONTACT))]


def _fields(session: Session, of: Of) -> list[Field]:
    return [field for field in all_fields(session).values() if field.of is of]


def customers(session: Session, member: Member, among: Collection[int] | None = None) -> Rows:
    """All that the member sees, or those `among` whom they ask for."""
    people, fields = _names(session), _fields(session, Of.CUSTOMER)
    open_to = {part: _ids(session, member, part) for part in {part_of_field(field.name) for field in fields}}
    for part in in_parts(_wanted(_ids(session, member, Part.NAME), among)):
        rows = session.exec(select(CustomerRow).where(col(CustomerRow.id).in_(part)).order_by(col(CustomerRow.id)))
        aliases = _grouped(
            session.exec(select(AliasRow.customer_id, AliasRow.name).where(col(AliasRow.customer_id).in_(part)))
        )
        facts = _facts(session, part, Of.CUSTOMER)
        for row in rows:
            number = row.id or 0
            known = [
                _value(field, _said(facts, number, field, row))
                if number in open_to[part_of_field(field.name)]
                else None
                for field in fields
            ]
            owner = people.get(row.owner_id or 0, "")
            yield [short_code(number), row.name, "; ".join(aliases[number]), owner, row.created_at.date(), *known]


def contacts(session: Session, member: Member, among: Collection[int] | None = None) -> Rows:
    fields = _fields(session, Of.CONTACT)
    births = _ids(session, member, Part.BIRTHDAYS)
    for part in in_parts(_wanted(_ids(session, member, Part.CONTACTS), among)):
        facts = _facts(session, part, Of.CONTACT)
        pairs = (
            select(ContactRow, CustomerRow.name)
            .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
            .where(col(CustomerRow.id).in_(part), col(ContactRow.withdrawn).is_(False))
        )
        for row, customer in session.exec(pairs.order_by(col(ContactRow.customer_id), col(ContactRow.id))):
            shown = [
                _value(field, _said(facts, row.id or 0, field, row))
                if part_of_field(field.name) is not Part.BIRTHDAYS or row.customer_id in births
                else None
                for field in fields
            ]
            yield [customer, row.name, *shown]


def entries(session: Session, member: Member) -> Rows:
    people = _names(session)
    pairs = (
        select(EntryRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(entry_visible(member), col(EntryRow.live))
    )
    for row, customer in session.exec(
        pairs.order_by(col(EntryRow.on_day), col(EntryRow.id)).execution_options(yield_per=500)
    ):
        amount = Money(row.amount_minor, row.currency or "").value if row.amount_minor is not None else None
        yield [row.on_day, customer, row.kind, row.text, amount, row.currency, people.get(row.member_id, "")]


def follow_ups(session: Session, member: Member) -> Rows:
    people = _names(session)
    pairs = (
        select(FollowUpRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id))
        .where(visible(member, Part.PLANS), col(FollowUpRow.state) != "undone")
    )
    for row, customer in session.exec(
        pairs.order_by(col(FollowUpRow.day), col(FollowUpRow.id)).execution_options(yield_per=500)
    ):
        yield [row.day, customer, row.action, people.get(row.owner_id, ""), row.state]


SHEETS: dict[str, Callable[[Session, Member], Rows]] = {
    "customers": customers,
    "contacts": contacts,
    "entries": entries,
    "follow_ups": follow_ups,
}
"""The sheets of an export, in their order."""


def _ids(session: Session, member: Member, part: Part) -> dict[int, None]:
    """The customers of whom the member may see this part, in order."""
    found = session.exec(select(CustomerRow.id).where(visible(member, part)).order_by(col(CustomerRow.id)))
    return dict.fromkeys(number or 0 for number in found)


def _wanted(seen: Iterable[int], among: Collection[int] | None) -> Iterable[int]:
    return seen if among is None else [number for number in seen if number in among]


Facts = dict[int, dict[str, list[str]]]


def _facts(session: Session, part: list[int], of: Of) -> Facts:
    """What is known of customers, or of the people there, by field, the oldest first."""
    rows = select(FactRow).where(col(FactRow.customer_id).in_(part), col(FactRow.live))
    of_contacts = col(FactRow.contact_id).is_not(None)
    found: Facts = defaultdict(lambda: defaultdict(list))
    for fact in session.exec(
        rows.where(of_contacts if of is Of.CONTACT else ~of_contacts).order_by(col(FactRow.at), col(FactRow.id))
    ):
        found[(fact.contact_id if of is Of.CONTACT else fact.customer_id) or 0][fact.field].append(fact.value)
    return found


def _said(facts: Facts, number: int, field: Field, row: CustomerRow | ContactRow) -> list[str]:
    """The values of a field; what only stands on the row counts, too."""
    said = facts[number][field.name] if number in facts and field.name in facts[number] else []
    if said:
        return list(dict.fromkeys(said)) if field.many else said[-1:]
    shown = getattr(row, field.column) if field.column else None
    if isinstance(shown, bool):
        return ["yes" if shown else "no"]
    return [shown] if shown else []


def _value(field: Field, said: list[str]) -> Cell:
    """A sum as a number and a day as a day; several values stand in one cell."""
    if not said or not said[-1]:
        return None
    match field.kind:
        case FieldKind.MONEY:
            return money_of(said[-1]).value
        case FieldKind.NUMBER | FieldKind.DAYS if said[-1].isdigit():
            return int(said[-1])
        case FieldKind.DAY if not field.many:
            return date.fromisoformat(said[-1])
        case _:
            return "; ".join(said)


def _names(session: Session) -> dict[int, str]:
    return {number or 0: name for number, name in session.exec(select(MemberRow.id, MemberRow.name))}


def _grouped(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = defaultdict(list)
    for key, name in pairs:
        groups[key].append(name)
    return groups
