"""Changes of many rows that can be taken back as a whole: what each row was before, and what it became."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy import Column, Date, Table, Time, insert, update
from sqlmodel import Session, SQLModel, col, select

from sales.hands import Hand
from storage.columns import UtcDateTime
from storage.tables.changes import ChangeSetRow, RowChangeRow


class ChangeKind(StrEnum):
    """What changes many rows at once."""

    MERGE = "merge"
    IMPORT = "import"
    HAND_OVER = "hand_over"


_AT_A_TIME = 1000
_READ = {UtcDateTime: datetime.fromisoformat, Date: date.fromisoformat, Time: time.fromisoformat}


@dataclass(frozen=True, slots=True)
class RowChange:
    """What happened to one row: the changed columns before and after.

    A row that was made has no `before`, one that was removed no `after`.
    """

    table: str
    key: tuple[int, ...]
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many rows are as they were, and how many kept what somebody changed since."""

    restored: int
    kept: int


def begin(session: Session, kind: ChangeKind, by: Hand, *, undo_for: timedelta, facts: dict[str, Any]) -> int:
    """Open a change and return its id; it can be taken back until `undo_for` has passed."""
    row = ChangeSetRow(kind=kind, member_id=by.member, at=by.now, undo_until=by.now + undo_for, facts=facts)
    session.add(row)
    session.flush()
    return row.id or 0


def alter(session: Session, change: int, row: SQLModel, **values: object) -> None:
    """Set columns of a row on record, and remember what they were; columns that have the value already do not count."""
    before = {name: getattr(row, name) for name, value in values.items() if getattr(row, name) != value}
    if before:
        record(
            session, change, [RowChange(_table(row).name, _key(row), before, {name: values[name] for name in before})]
        )
        for name in before:
            setattr(row, name, values[name])
        session.add(row)


def make(session: Session, change: int, row: SQLModel, *, lasting: bool = True) -> None:
    """Put a new row on record as part of the change. One that is not lasting is deleted when the change is undone."""
    session.add(row)
    session.flush()
    record(session, change, [RowChange(_table(row).name, _key(row), None, {"made": True, "lasting": lasting})])


def remove(session: Session, change: int, row: SQLModel) -> None:
    """Delete a row that has no place any more; nothing may point to it."""
    record(session, change, [RowChange(_table(row).name, _key(row), row.model_dump(), None)])
    session.delete(row)
    session.flush()


def record(session: Session, change: int, changes: Iterable[RowChange]) -> None:
    """Remember changes that were made by other means, thousands at a time."""
    rows = [
        {
            "change_set_id": change,
            "table_name": one.table,
            "row_key": list(one.key),
            "before": one.before and to_jsonable_python(dict(one.before)),
            "after": one.after and to_jsonable_python(dict(one.after)),
        }
        for one in changes
    ]
    if rows:
        session.flush()
        session.connection().execute(insert(RowChangeRow), rows)


def open_until(session: Session, change: int) -> datetime | None:
    """Until when a change can be taken back; None if it was, or never could be."""
    row = session.get(ChangeSetRow, change)
    return None if row is None or row.undone_at else row.undo_until


Spared = Mapping[str, Collection[int]]
"""Rows, by table, that a change made and that stay when it is taken back."""
_NOBODY: Spared = {}


def take_back(session: Session, change: int, *, now: datetime, sparing: Spared = _NOBODY) -> TakenBack | None:
    """Put every row back as it was, the last change first; None when it is too late or was done before.

    What somebody changed since stays as they left it. A row that the change made is withdrawn, so that what hangs on
    it keeps its ground; a row of a table that cannot withdraw is deleted.
    """
    row = session.get(ChangeSetRow, change)
    if row is None or row.undone_at is not None or row.undo_until is None or now > row.undo_until:
        return None
    row.undone_at = now
    session.flush()
    restored = kept = 0
    for page in _newest_first(session, change):
        # A row is made before it is altered, so whatever was altered is put back before the row goes.
        made = [one for one in page if _can_be_withdrawn(one)]
        altered = [one for one in page if not _can_be_withdrawn(one)]
        there = _read_at_once(session, altered)
        outcomes = [_restore(session, one) for one in altered]
        session.flush()
        del there
        gone = _withdraw_all(session, made, sparing)
        restored += outcomes.count(True) + gone
        kept += outcomes.count(False) + len(made) - gone
    session.expire_all()
    return TakenBack(restored, kept)


def _read_at_once(session: Session, page: Iterable[RowChangeRow]) -> list[SQLModel]:
    """Rows that are held are not asked for one by one."""
    keys: dict[str, list[int]] = {}
    for one in page:
        if len(one.row_key) == 1:
            keys.setdefault(one.table_name, []).append(one.row_key[0])
    return [
        row
        for name, ids in keys.items()
        for row in session.exec(select(_model(name)).where(next(iter(_table_of(_model(name)).primary_key)).in_(ids)))
    ]


def _can_be_withdrawn(change: RowChangeRow) -> bool:
    made = change.before is None and change.after is not None and change.after.get("lasting", True)
    return made and len(change.row_key) == 1 and _mark_of(_table_of(_model(change.table_name))) is not None


def _mark_of(table: Table) -> tuple[str, bool] | None:
    """The column by which rows of the table are taken off the record, and what it says then."""
    return next(
        ((name, value) for name, value in (("withdrawn", True), ("live", False)) if name in table.columns), None
    )


def _withdraw_all(session: Session, made: Iterable[RowChangeRow], sparing: Spared) -> int:
    """Take many rows off the record, a statement for each table; says how many that were."""
    keys: dict[str, list[int]] = {}
    for one in made:
        if one.row_key[0] not in sparing.get(one.table_name, ()):
            keys.setdefault(one.table_name, []).append(one.row_key[0])
    for name, ids in keys.items():
        table = _table_of(_model(name))
        column, value = _mark_of(table) or ("", True)
        values: dict[str, Any] = {column: value}
        if "version" in table.columns:
            values["version"] = table.columns["version"] + 1
        session.connection().execute(update(table).where(table.columns["id"].in_(ids)).values(values))
    return sum(map(len, keys.values()))


def _newest_first(session: Session, change: int) -> Iterator[Sequence[RowChangeRow]]:
    """A thousand at a time, so that the memory stays flat."""
    wanted = select(RowChangeRow).where(col(RowChangeRow.change_set_id) == change)
    wanted = wanted.order_by(col(RowChangeRow.id).desc()).limit(_AT_A_TIME)
    page = session.exec(wanted).all()
    while page:
        yield page
        page = session.exec(wanted.where(col(RowChangeRow.id) < page[-1].id)).all()


def _restore(session: Session, change: RowChangeRow) -> bool:
    kind = _model(change.table_name)
    row = session.get(kind, tuple(change.row_key))
    if change.after is None:
        return _bring_back(session, kind, change.before or {}) if row is None else False
    if row is None:
        return False
    if change.before is None:
        _unmake(session, row, lasting=(change.after or {}).get("lasting", True))
        return True
    restored = [_put_back(row, name, value, change.after.get(name)) for name, value in change.before.items()]
    session.add(row)
    return all(restored)


def _put_back(row: SQLModel, name: str, before: object, after: object) -> bool:
    """Whether the column could be put back: it still says what the change wrote."""
    column = _table(row).columns[name]
    if getattr(row, name) != _value(column, after):
        return False
    setattr(row, name, _value(column, before))
    return True


def _bring_back(session: Session, kind: type[SQLModel], columns: Mapping[str, Any]) -> bool:
    table = _table_of(kind)
    session.add(kind(**{name: _value(table.columns[name], value) for name, value in columns.items()}))
    session.flush()
    return True


def _unmake(session: Session, row: SQLModel, *, lasting: bool) -> None:
    for name, value in (("withdrawn", True), ("live", False)):
        if lasting and name in _table(row).columns:
            setattr(row, name, value)
            session.add(row)
            return
    session.delete(row)
    # SQLite may have given it the number of a row that comes back next.
    session.flush()


def _value(column: Column[Any], stored: Any) -> Any:  # noqa: ANN401 - a column's value may be anything
    """What JSON keeps of a column's value, as the column's own type again."""
    if isinstance(stored, str):
        read = next((read for kind, read in _READ.items() if isinstance(column.type, kind)), str)
        return read(stored)
    return stored


def _table(row: SQLModel) -> Table:
    return _table_of(type(row))


def _table_of(kind: type[SQLModel]) -> Table:
    table: Table = kind.__table__  # type: ignore[attr-defined]
    return table


def _key(row: SQLModel) -> tuple[int, ...]:
    return tuple(int(getattr(row, column.name)) for column in _table(row).primary_key)


@cache
def _model(table: str) -> type[SQLModel]:
    wanted = SQLModel.metadata.tables[table]
    return next(mapper.class_ for mapper in SQLModel._sa_registry.mappers if mapper.local_table is wanted)  # noqa: SLF001 - SQLModel keeps its registry there
