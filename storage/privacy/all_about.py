"""Everything about a person, as it stands in every table: for the person who asks what we know of them."""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlmodel
from pydantic_core import to_jsonable_python
from sqlalchemy import ColumnElement, Table, func, or_, select, tuple_
from sqlmodel import Session, SQLModel, col

from storage.privacy.mentions import mentions
from storage.privacy.persons import Person
from storage.privacy.ties import ties_of
from storage.tables.customers import CustomerRow

Rows = Mapping[str, list[dict[str, Any]]]


def all_about(session: Session, person: Person) -> Rows:
    """Their own rows, those that point to them, and all in which they are named; by table."""
    named: dict[str, set[tuple[Any, ...]]] = {}
    for mention in mentions(session, person, ties_of(session, person)):
        named.setdefault(mention.table.name, set()).add(mention.key)
    tables = {table.name: _rows(session, table, person, named) for table in SQLModel.metadata.sorted_tables}
    return {name: rows for name, rows in tables.items() if rows}


def owned_by(session: Session, member: int) -> int:
    """How many customers are a member's."""
    theirs = (col(CustomerRow.owner_id) == member) & col(CustomerRow.withdrawn).is_(False)
    return session.exec(sqlmodel.select(func.count()).select_from(CustomerRow).where(theirs)).one()


def _rows(
    session: Session, table: Table, person: Person, named: Mapping[str, set[tuple[Any, ...]]]
) -> list[dict[str, Any]]:
    where = list(_about(table, person))
    if keys := named.get(table.name):
        where.append(tuple_(*table.primary_key.columns).in_(sorted(keys)))
    if not where:
        return []
    rows = session.connection().execute(select(table).where(or_(*where)).order_by(*table.primary_key.columns))
    return [to_jsonable_python(dict(row), bytes_mode="base64") for row in rows.mappings()]


def _about(table: Table, person: Person) -> Iterator[ColumnElement[bool]]:
    """The row itself, and the columns that point to it."""
    if table.name == person.who:
        yield table.c.id.in_(person.ids)
    for column in table.columns:
        if any(key.column.table.name == person.who for key in column.foreign_keys):
            yield column.in_(person.ids)
