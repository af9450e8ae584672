"""Plants words about a person into every place of every table, and looks for what is left of them."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Float, Integer, LargeBinary, Table, Time, insert, select
from sqlmodel import Session, SQLModel

from storage.columns import UtcDateTime
from storage.privacy.places import PLACES, Form

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
_FORMS = {(place.table, place.column): place.form for place in PLACES}
_KEYS = iter(range(500_000, 1_000_000))
_VALUES: list[tuple[type, Any]] = [
    (JSON, {}),
    (UtcDateTime, NOON),
    (Boolean, False),
    (Date, date(2026, 3, 2)),
    (Float, 0.5),
    (Time, time(9)),
    (LargeBinary, b"Sarah Lee"),
]


def plant(session: Session, words: str) -> None:
    """A row in every table, with the words wherever words can stand."""
    made: dict[str, dict[str, Any]] = {}
    for table in SQLModel.metadata.sorted_tables:
        made[table.name] = {column.name: _value(table, column, made, words) for column in table.columns}
        session.connection().execute(insert(table).values(made[table.name]))
    session.flush()


def _value(table: Table, column: Column[Any], made: dict[str, dict[str, Any]], words: str) -> object:
    if column.foreign_keys:
        key = next(iter(column.foreign_keys))
        row = made.get(key.column.table.name)
        return row[key.column.name] if row else None
    form = _FORMS.get((table.name, column.name))
    return _worded(form, words) if form else _plain(column)


def _worded(form: Form, words: str) -> object:
    match form:
        case Form.TEXT:
            return words
        case Form.JSON:
            return {"said": [words, {words: 1}]}
        case Form.WRITTEN_JSON:
            return json.dumps({"text": words, "entries": [], "follow_ups": [], "facts": []})


def _plain(column: Column[Any]) -> object:
    if isinstance(column.type, Integer | BigInteger):
        return next(_KEYS)
    for kind, value in _VALUES:
        if isinstance(column.type, kind):
            return value
    return "UTC" if column.name == "zone" else f"w{next(_KEYS)}"[: 8 if column.name != "state" else 4]


def left_of(session: Session, traces: list[str]) -> list[str]:
    """Every column of every row in which one of these still stands, in any case, as it is or escaped."""
    wanted = [form.casefold() for trace in traces for form in (trace, json.dumps(trace)[1:-1])]
    return [
        f"{table.name}.{name}: {value}"
        for table in SQLModel.metadata.sorted_tables
        for row in session.connection().execute(select(table)).mappings()
        for name, value in row.items()
        if any(trace in _text(value).casefold() for trace in wanted)
    ]


def _text(value: object) -> str:
    match value:
        case bytes():
            return value.decode("utf-8", "ignore")
        case dict() | list():
            return json.dumps(value, ensure_ascii=False)
        case other:
            return str(other)
