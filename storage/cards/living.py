"""Where a merged customer lives on: old cards, buttons and tellings that name it lead there."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlmodel import Session, col, select

from sales.tellings import Party, Telling, led
from storage.tables.customers import ContactRow, CustomerRow

_NAMING = ("customer", "other")
"""Arguments of buttons and facts of messages that hold a customer's id."""


def living(session: Session, customer: int) -> int:
    """The customer itself, or the one that it was merged into, and that one into."""
    return _moved(session, (customer,)).get(customer, customer)


def living_contact(session: Session, contact: ContactRow) -> ContactRow:
    """The person itself, or the one with whom it was made one."""
    while contact.merged_into_id is not None:
        contact = session.get_one(ContactRow, contact.merged_into_id)
    return contact


def living_facts(session: Session, facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a button acts on or a message is about, with the customers as they are today."""
    named = {key: facts[key] for key in _NAMING if isinstance(facts.get(key), int)}
    moved = _moved(session, named.values()) if named else {}
    return {**facts, **{key: moved.get(value, value) for key, value in named.items()}} if moved else facts


def living_telling(session: Session, told: Telling) -> Telling:
    """What was told, of the customers as they are today; they keep the names by which they were told of."""
    moved = _moved(session, [party.id for party in told.parties if party.id is not None])
    if not moved:
        return told

    def to(party: Party | None) -> Party | None:
        return Party(party.name, moved[party.id]) if party and party.id in moved else party

    return led(told, to)


def _moved(session: Session, customers: Iterable[int]) -> dict[int, int]:
    """Of these, the merged ones with where they live on; hardly ever there is one."""
    step = _steps(session, set(customers))
    return {start: _moved(session, (into,)).get(into, into) for start, into in step.items()}


def _steps(session: Session, customers: set[int]) -> dict[int, int]:
    if not customers:
        return {}
    merged = select(CustomerRow.id, CustomerRow.merged_into_id).where(
        col(CustomerRow.id).in_(customers), col(CustomerRow.merged_into_id).is_not(None)
    )
    return {start: into for start, into in session.exec(merged) if start and into}
