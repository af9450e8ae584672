"""Inserts that do nothing when the key is taken, the same on both engines."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session


class InsertOnce:
    """Puts rows into a table of the queue shape; a key that was ever there is left as it is."""

    def __init__(self, table: Table) -> None:
        every = {
            "sqlite": sqlite.insert(table).on_conflict_do_nothing(),
            "postgresql": postgresql.insert(table).on_conflict_do_nothing(),
        }
        self._one = {name: statement.returning(table.c.id) for name, statement in every.items()}
        self._many = {name: statement.execution_options(preserve_rowcount=True) for name, statement in every.items()}

    def one(self, session: Session, values: dict[str, Any]) -> int | None:
        """The new row's id, or None if the key is taken."""
        connection = session.connection()
        number: int | None = connection.execute(self._one[connection.dialect.name], values).scalar_one_or_none()
        return number

    def many(self, session: Session, rows: Sequence[dict[str, Any]]) -> int:
        """How many of them were new; they get their ids in the order given."""
        if not rows:
            return 0
        connection = session.connection()
        return connection.execute(self._many[connection.dialect.name], list(rows)).rowcount
