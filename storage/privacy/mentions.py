"""Finds every row in which a person is named, in any of the places where words can stand."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, Table, cast, false, or_, select
from sqlmodel import Session, SQLModel

from sales.traces import Eraser, Traces, loose_names, walk
from storage.privacy.persons import Person
from storage.privacy.places import PLACES, Form, Place
from storage.privacy.ties import Ties, tied


@dataclass(frozen=True, slots=True)
class Mention:
    """A row that names the person in one of its columns: what stands there (`written`: as text), and what will."""

    table: Table
    key: tuple[Any, ...]
    column: str
    written: str
    cleaned: Any


def mentions(session: Session, person: Person, ties: Ties) -> Iterator[Mention]:
    """Surely meant: named by what is theirs alone anywhere, by looser names in what was told about them."""
    for place in PLACES:
        yield from _in_place(session, person, place, ties)


def _in_place(session: Session, person: Person, place: Place, ties: Ties) -> Iterator[Mention]:
    table = SQLModel.metadata.tables[place.table]
    column = table.c[place.column]
    near = tied(table, ties)
    loose = _loose(person)
    anywhere, close = Eraser(person.sure, person.stand_in), Eraser(loose, person.stand_in)
    written = cast(column, String)
    wanted = or_(_like(written, person.sure), near & _like(written, loose))
    rows = session.connection().execute(
        select(*table.primary_key.columns, column, written, near.label("near")).where(column.is_not(None), wanted)
    )
    for *key, value, text, is_near in rows.all():
        cleaned = _cleaned(place.form, value, close if is_near else anywhere, person.traces.numbers)
        if cleaned != value:
            yield Mention(table, tuple(key), place.column, text, cleaned)


def _loose(person: Person) -> Traces:
    names = dict.fromkeys(form for name in person.traces.names for form in loose_names(name))
    return Traces(tuple(names), person.traces.phones, person.traces.emails, person.traces.numbers)


def _like(column: ColumnElement[str], traces: Traces) -> ColumnElement[bool]:
    return or_(false(), *(column.ilike(pattern, escape="~") for pattern in traces.likes()))


def _cleaned(form: Form, value: Any, eraser: Eraser, numbers: tuple[int, ...]) -> Any:  # noqa: ANN401 - JSON may be anything
    match form:
        case Form.TEXT:
            return eraser.clean(value)
        case Form.JSON:
            return walk(value, eraser.clean, numbers)
        case Form.WRITTEN_JSON:
            return _rewritten(value, eraser, numbers)


def _rewritten(value: str, eraser: Eraser, numbers: tuple[int, ...]) -> str:
    try:
        read = json.loads(value)
    except ValueError:
        # An update that was no update is kept as it came.
        return eraser.clean(value)
    cleaned = walk(read, eraser.clean, numbers)
    return value if cleaned == read else json.dumps(cleaned, ensure_ascii=False, separators=(",", ":"))
