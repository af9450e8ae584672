"""Many rows at once, past the ORM: some thousand rows in one statement, on both engines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any, TypeVar

from sqlalchemy import Table, bindparam, func, insert, literal, literal_column, select, text, update
from sqlmodel import Session, SQLModel

One = TypeVar("One")
_NEXT = text("SELECT nextval(pg_get_serial_sequence(:its_table, 'id')) FROM generate_series(1, :many)")
AT_A_TIME = 500
"""Keys in one IN (…): below what any engine takes."""


def table_of(kind: type[SQLModel]) -> Table:
    table: Table = SQLModel.metadata.tables[str(kind.__tablename__)]
    return table


def add_rows(session: Session, kind: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert them and return their ids in the same order; every row names the same columns."""
    if not rows:
        return []
    table = table_of(kind)
    session.flush()
    numbers = _numbers(session, table, len(rows))
    # Numbers are taken first: an INSERT that tells its ids in order goes row by row on SQLite.
    session.connection().execute(insert(table), [{"id": key, **row} for key, row in zip(numbers, rows, strict=True)])
    return numbers


def add_alike(
    session: Session, kind: type[SQLModel], rows: Sequence[Mapping[str, Any]], same: Mapping[str, Any]
) -> None:
    """Insert rows that have these columns in common: what is the same for all is written into the statement once.

    Half of the time that many short rows take goes into handing over each value by itself.
    """
    if not rows:
        return
    table, dialect = table_of(kind), session.connection().dialect
    session.flush()
    shared: dict[str, Any] = {
        name: literal_column(
            str(literal(value, table.c[name].type).compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        )
        for name, value in same.items()
    }
    session.connection().execute(insert(table).values(shared), list(rows))


def _numbers(session: Session, table: Table, count: int) -> list[int]:
    """Ids that nobody else gets: from the sequence, or, with SQLite's single writer, the next ones."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        return list(connection.execute(_NEXT, {"its_table": table.name, "many": count}).scalars())
    last = connection.execute(select(func.max(table.c.id))).scalar() or 0
    return list(range(last + 1, last + 1 + count))


def change_rows(session: Session, kind: type[SQLModel], changes: Mapping[int, Mapping[str, Any]]) -> None:
    """Set columns of rows by their ids, one statement for each set of columns; versions count up as the ORM's do."""
    table = table_of(kind)
    session.flush()
    ordered = sorted(changes.items(), key=lambda change: sorted(change[1]))
    for names, group in groupby(ordered, key=lambda change: sorted(change[1])):
        if not names:
            continue
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        if "version" in table.c:
            values["version"] = table.c.version + 1
        rows = [{"its_id": key, **{f"new_{name}": new[name] for name in names}} for key, new in group]
        session.connection().execute(update(table).where(table.c.id == bindparam("its_id")).values(values), rows)


def in_parts(items: Iterable[One], size: int = AT_A_TIME) -> Iterator[list[One]]:
    """The items, so many at a time."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
