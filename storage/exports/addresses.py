"""An address list by segment; whoever wants no mailings, or no greetings, is left out."""

from collections.abc import Iterator, Mapping

from sqlmodel import Session, col, select

from sales.people import Member
from sales.rights import Part
from storage.bulk import in_parts
from storage.cards.visibility import visible
from storage.importing.register import plain_name
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow
from storage.tables.people import MemberRow

COLUMNS = ("name", "contact", "title", "address", "phone", "email", "owner")
SEGMENTS = frozenset({"grade", "region", "industry", "stage", "relation", "form", "size", "tags", "owner"})
"""By what an address list may be cut."""
_READ = (*SEGMENTS, "address", "no_contact")


def addresses(session: Session, member: Member, segment: Mapping[str, str]) -> Iterator[list[str]]:
    """A row for each person who may be written to; for a customer without people, one for the customer."""
    people = {number or 0: name for number, name in session.exec(select(MemberRow.id, MemberRow.name))}
    numbers = session.exec(select(CustomerRow.id).where(visible(member, Part.CONTACTS)).order_by(col(CustomerRow.id)))
    for part in in_parts(number or 0 for number in numbers.all()):
        said, there = _said(session, part), _people(session, part)
        for row in session.exec(select(CustomerRow).where(col(CustomerRow.id).in_(part)).order_by(col(CustomerRow.id))):
            known = {**_shown(row), **said.get(row.id or 0, {}), "owner": [people.get(row.owner_id or 0, "")]}
            if _is_meant(known, segment):
                yield from _rows(row.name, known, there.get(row.id or 0, []))


def _rows(customer: str, known: Mapping[str, list[str]], people: list[ContactRow]) -> Iterator[list[str]]:
    address, owner = known.get("address", [""])[-1], known["owner"][-1]
    if not people:
        yield [customer, "", "", address, "", "", owner]
    for person in people:
        if person.greetings:
            yield [customer, person.name, person.title or "", address, person.phone or "", person.email or "", owner]


def _is_meant(known: Mapping[str, list[str]], segment: Mapping[str, str]) -> bool:
    if known.get("no_contact", ["no"])[-1] == "yes":
        return False
    return all(plain_name(value) in map(plain_name, known.get(name, ())) for name, value in segment.items())


def _shown(row: CustomerRow) -> dict[str, list[str]]:
    columns = {"grade": row.grade, "stage": row.stage, "relation": row.relation, "form": row.form}
    return {name: [value] for name, value in columns.items() if value}


def _said(session: Session, part: list[int]) -> dict[int, dict[str, list[str]]]:
    rows = select(FactRow).where(
        col(FactRow.customer_id).in_(part),
        col(FactRow.contact_id).is_(None),
        col(FactRow.live),
        col(FactRow.field).in_(_READ),
    )
    found: dict[int, dict[str, list[str]]] = {}
    for fact in session.exec(rows.order_by(col(FactRow.at), col(FactRow.id))):
        values = found.setdefault(fact.customer_id, {}).setdefault(fact.field, [])
        # Of a field with one value the newest counts.
        values[:] = [*values, fact.value] if fact.field == "tags" else [fact.value]
    return found


def _people(session: Session, part: list[int]) -> dict[int, list[ContactRow]]:
    rows = select(ContactRow).where(col(ContactRow.customer_id).in_(part), col(ContactRow.withdrawn).is_(False))
    found: dict[int, list[ContactRow]] = {}
    for row in session.exec(rows.order_by(col(ContactRow.id))):
        found.setdefault(row.customer_id, []).append(row)
    return found
