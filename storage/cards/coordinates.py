"""Where customers are, as numbers that the database can reckon with."""

from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, case, cast, func, select, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from storage.tables.customers import CustomerRow
from storage.tables.facts import FactRow

_WRITTEN = r"^-?[0-9]+(\.[0-9]+)?,-?[0-9]+(\.[0-9]+)?$"
Number = ColumnElement[Any]
Clause = ColumnElement[bool]


def coordinates(session: Session) -> tuple[Number, Number]:
    """Latitude and longitude of the place that a row of facts tells ("1.29,103.85")."""
    value = col(FactRow.value)
    if session.connection().dialect.name == "postgresql":
        # It refuses to make a number of what is none, where SQLite says 0.
        is_place = value.regexp_match(_WRITTEN)
        north, east = (case((is_place, cast(func.split_part(value, ",", part), Float)), else_=0) for part in (1, 2))
        return north, east
    return cast(value, Float), cast(func.substr(value, func.instr(value, ",") + 1), Float)


def tells_its_place() -> tuple[Clause, ...]:
    """What makes a row of facts that of the place where the customer is: of several the newest counts."""
    newer = aliased(FactRow)
    later = tuple_(col(newer.at), col(newer.id)) > tuple_(col(FactRow.at), col(FactRow.id))
    replaced = select(col(newer.id)).where(*_of_its_place(newer), later)
    return *_of_its_place(FactRow), ~replaced.exists()


def _of_its_place(fact: type[FactRow]) -> tuple[Clause, ...]:
    there = col(fact.customer_id) == col(CustomerRow.id)
    return there, col(fact.field) == "place", col(fact.contact_id).is_(None), col(fact.live).is_(True)


def floored(number: Number) -> ColumnElement[int]:
    """The next whole number below: to make a whole one PostgreSQL rounds and SQLite cuts off."""
    whole = cast(number, Integer)
    return whole - case((whole > number, 1), else_=0)
