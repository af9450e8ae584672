"""Fetches the cards that some lines of a list speak of, and puts them back with what the lines added."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from sales.hands import Hand
from sales.rights import Whose
from sales.tellings import Source
from storage.bulk import add_alike, add_rows, change_rows, in_parts
from storage.cards.touching import keep_touched
from storage.change_sets import RowChange, record
from storage.duplicates.turns import take_turn
from storage.importing.holders import BLANK, Card, Holder
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.facts import FactRow

_CARD = ("relation", "form", "stage", "owner_id", "team_id", "grade")
_CLOCK = ("owned_on", "pool_warned_on")
"""Of the pool; it begins anew with a new owner."""
_PERSON = ("phone", "email", "birthday", "calendar", "title", "role", "greetings")
_MADE = {"made": True, "lasting": True}


def cards(session: Session, customers: Iterable[int], made: frozenset[int]) -> dict[int, Card]:
    """Those of these customers that are on record, with the people there and all that is known."""
    found: dict[int, Card] = {}
    for part in in_parts(sorted(customers)):
        rows = select(CustomerRow).where(col(CustomerRow.id).in_(part), col(CustomerRow.withdrawn).is_(False))
        for row in session.exec(rows):
            found[row.id or 0] = _card(row, made)
        persons = _people(session, part, found)
        for called in session.exec(select(AliasRow).where(col(AliasRow.customer_id).in_(part))):
            if called.customer_id in found:
                found[called.customer_id].aliases.append(called.name)
        _take_facts(session, part, found, persons)
    return found


def _card(row: CustomerRow, made: frozenset[int]) -> Card:
    columns = {name: getattr(row, name) for name in (*_CARD, *_CLOCK)}
    whose = Whose(row.id or 0, row.owner_id, row.team_id)
    return Card(row.name, row.id, columns, whose=whose, made=(row.id or 0) in made)


def _people(session: Session, part: list[int], found: Mapping[int, Card]) -> dict[int, Holder]:
    persons: dict[int, Holder] = {}
    rows = select(ContactRow).where(col(ContactRow.customer_id).in_(part), col(ContactRow.withdrawn).is_(False))
    for row in session.exec(rows.order_by(col(ContactRow.id))):
        if row.customer_id in found:
            person = Holder(row.name, row.id, {name: getattr(row, name) for name in _PERSON})
            persons[row.id or 0] = person
            found[row.customer_id].people.append(person)
    return persons


def _take_facts(session: Session, part: list[int], found: Mapping[int, Card], persons: Mapping[int, Holder]) -> None:
    rows = select(FactRow.customer_id, FactRow.contact_id, FactRow.field, FactRow.value)
    live = rows.where(col(FactRow.customer_id).in_(part), col(FactRow.live))
    for customer, contact, name, value in session.exec(live.order_by(col(FactRow.at), col(FactRow.id))):
        holder: Holder | None = persons.get(contact) if contact else found.get(customer)
        if holder is not None:
            holder.facts.setdefault(name, []).append(value)


@dataclass(frozen=True, slots=True)
class Writing:
    """By whom, when and as part of which change cards are written."""

    by: Hand
    change: int

    @property
    def at(self) -> datetime:
        return self.by.now


def write(session: Session, every: Iterable[Card], writing: Writing) -> None:
    """New rows and changed columns, all in bulk; what the list did to rows that it did not make is remembered."""
    every = list(every)
    _write_customers(session, [card for card in every if card.id is None], writing)
    people = [(card, person) for card in every for person in card.people]
    _write_people(session, [pair for pair in people if pair[1].id is None], writing)
    known = [card for card in every if not card.made]
    _change(session, CustomerRow, known, writing)
    _change(session, ContactRow, [person for card in known for person in card.people], writing)
    fresh = [card for card in every if card.made]
    for table, holders in ((CustomerRow, fresh), (ContactRow, [one for card in fresh for one in card.people])):
        change_rows(session, table, {holder.id or 0: holder.after for holder in holders if holder.after})
    keep_touched(session, (card.id for card in known if "owner_id" in card.after))
    _write_facts(session, every, writing)
    _write_aliases(session, every, writing)


def _write_customers(session: Session, new: list[Card], writing: Writing) -> None:
    rows = [
        {"name": card.name, "created_at": writing.at, **{name: _column(card, name) for name in _CARD}} for card in new
    ]
    if rows:
        take_turn(session)
    for card, number in zip(new, add_rows(session, CustomerRow, rows), strict=True):
        card.id, card.made = number, True
        card.before.clear()
    record(session, writing.change, (_made("customer", card.id) for card in new))


def _write_people(session: Session, new: list[tuple[Card, Holder]], writing: Writing) -> None:
    rows = [
        {"customer_id": card.id, "name": person.name, **{name: _column(person, name) for name in _PERSON}}
        for card, person in new
    ]
    for (_, person), number in zip(new, add_rows(session, ContactRow, rows), strict=True):
        person.id = number
        person.before.clear()
    record(session, writing.change, (_made("contact", person.id) for card, person in new if not card.made))


def _column(holder: Holder, name: str) -> object:
    return holder.columns.get(name, BLANK.get(name))


def _change(session: Session, table: type[SQLModel], holders: Iterable[Holder], writing: Writing) -> None:
    changed = {holder.id or 0: holder for holder in holders if holder.after}
    change_rows(session, table, {key: holder.after for key, holder in changed.items()})
    name = str(table.__tablename__)
    record(
        session,
        writing.change,
        (
            RowChange(name, (key,), {column: holder.before[column] for column in holder.after}, holder.after)
            for key, holder in changed.items()
        ),
    )


def _write_facts(session: Session, every: list[Card], writing: Writing) -> None:
    """Facts of customers that the list made go with them; the others have to be found again for an undo."""
    same = {"source": Source.IMPORT.value, "member_id": writing.by.member, "at": writing.at, "live": True, "version": 1}
    add_alike(session, FactRow, [fact for card in every if card.made for fact in _facts(card)], same)
    added = [{**fact, **same} for card in every if not card.made for fact in _facts(card)]
    record(session, writing.change, [_made("fact", number) for number in add_rows(session, FactRow, added)])


def _facts(card: Card) -> Iterable[dict[str, Any]]:
    for holder in (card, *card.people):
        contact = None if holder is card else holder.id
        for said in holder.added:
            yield {
                "customer_id": card.id,
                "contact_id": contact,
                "field": said.field,
                "value": said.value,
                "calendar": said.calendar,
            }


def _write_aliases(session: Session, every: list[Card], writing: Writing) -> None:
    new = [(card, name) for card in every for name in card.new_aliases]
    rows = [{"customer_id": card.id, "name": name, "member_id": writing.by.member} for card, name in new]
    numbers = add_rows(session, AliasRow, rows)
    made = (_made("customer_alias", number) for (card, _), number in zip(new, numbers, strict=True) if not card.made)
    record(session, writing.change, made)


def _made(table: str, number: int | None) -> RowChange:
    return RowChange(table, (number or 0,), None, _MADE)
