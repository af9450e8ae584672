"""Writes the values that were chosen onto the one that stays, so that they are the newest there."""

from collections.abc import Mapping

from sales.fields import Field
from sales.hands import Hand
from sales.known import About, Statement
from sales.merging import Choices, Difference, Held, Side
from storage.cards.facts import fact_row
from storage.cards.shown_columns import newest
from storage.duplicates.change import Change
from storage.duplicates.holdings import Holdings, Row, as_text, single_fields
from storage.tables.customers import ContactRow
from storage.tables.facts import FactRow


def chosen(one: Holdings, other: Holdings, choices: Choices) -> Holdings:
    """Of every field that either knows the value that is to stand: the only one, the chosen one or the newest."""
    both = {name: Difference(name, one[name], other[name]).taken(choices) for name in one.keys() & other.keys()}
    taken = {name: one[name] if side is Side.ONE else other[name] for name, side in both.items()}
    return {**one, **other, **taken}


def settle(change: Change, row: Row, values: Mapping[str, Held]) -> None:
    """Let the row show these values, and let no older or newer fact speak against them."""
    for name, field in single_fields(change.session, row).items():
        held = values.get(name)
        if held is not None:
            _settle(change, row, field, held)


def _settle(change: Change, row: Row, field: Field, held: Held) -> None:
    of = About(row.customer_id, row.id) if isinstance(row, ContactRow) else About(row.id or 0)
    fact = newest(change.session, of, field.name)
    if fact is not None and fact.value != held.value:
        change.make(new_fact(of, field.name, held, change.by))
    if field.column is not None and as_text(getattr(row, field.column)) != held.value:
        value = held.value == "yes" if isinstance(getattr(row, field.column), bool) else held.value
        change.alter(row, **{field.column: value})
    if field.name == "birthday" and isinstance(row, ContactRow) and held.calendar:
        change.alter(row, calendar=held.calendar)


def new_fact(of: About, field: str, held: Held, by: Hand) -> FactRow:
    """A fact as somebody's choice."""
    return fact_row(of, Statement(field, held.value, held.calendar), by)
