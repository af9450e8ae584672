"""Reads a whole list into a spool of canonical lines; runs in the worker process, and its memory stays flat."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from papers.lists.converting import Conversion
from papers.lists.days import DayOrder, both_ways
from papers.lists.headings import LOOKED_AT, Headings, find_headings
from papers.lists.opening import open_rows
from papers.lists.rows import (
    MOST_ROWS,
    LockedError,
    OldExcelError,
    Row,
    TooLargeError,
    TooManyRowsError,
    UnreadableError,
)
from papers.lists.sums import DecimalSign
from papers.lists.values import Manners
from sales.field_values import Customs
from sales.fields import FieldKind
from sales.lists import COLUMNS, Column, FileFault, ListKind
from sales.phones import countries

_FAULTS = {
    TooLargeError: FileFault.TOO_LARGE,
    TooManyRowsError: FileFault.TOO_MANY_ROWS,
    LockedError: FileFault.LOCKED,
    OldExcelError: FileFault.OLD_EXCEL,
}
_DAYS = (FieldKind.DAY, FieldKind.BIRTHDAY)
_NO_CUSTOM: Mapping[str, Column] = {}


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said of the columns of a file. A place whose column is "" is not used."""

    kind: ListKind | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file is to be read: what was answered about it, and about earlier files by their headings' signature."""

    customs: Customs
    kind: ListKind | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    day_first: bool | None = None
    remembered: Mapping[str, Answers] = field(default_factory=dict)
    custom: Mapping[str, Column] = field(default_factory=lambda: _NO_CUSTOM)
    """Columns of fields that the company added, by the label that stands over them."""


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can say: the `kind` of the list, the place of a `column`, which `days` are meant."""

    what: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the headings tell."""

    headings: tuple[str, ...]
    signature: str
    kind: ListKind | None
    people: bool


@dataclass(frozen=True, slots=True)
class ListRead:
    """What was read: so many rows, of which so many stood there twice; or the one question that comes first."""

    kind: ListKind | None
    headings: tuple[str, ...]
    columns: Mapping[int, str]
    rows: int = 0
    twice: int = 0
    question: Question | None = None
    signature: str = ""


def look(path: Path, custom: Mapping[str, Column] = _NO_CUSTOM) -> Seen | FileFault:
    """What the file seems to be, by its first rows."""
    try:
        with closing(_generator(open_rows(path))) as rows:
            found = find_headings(list(islice(rows, LOOKED_AT)), _labels(custom))
    except UnreadableError as error:
        return _FAULTS.get(type(error), FileFault.UNREADABLE)
    if found is None:
        return FileFault.EMPTY
    return Seen(found.words, found.signature, found.kind, found.people)


def read_list(path: Path, wish: Wish, out: Path) -> ListRead | FileFault:
    """Write the file's lines to `out`, as JSON: the row, its values (null where it is left out), what was wrong."""
    try:
        with closing(_generator(open_rows(path))) as rows:
            return _read(rows, wish, out)
    except UnreadableError as error:
        return _FAULTS.get(type(error), FileFault.UNREADABLE)


def _read(rows: Iterator[Row], wish: Wish, out: Path) -> ListRead | FileFault:
    first = list(islice(rows, LOOKED_AT))
    headings = find_headings(first, _labels(wish.custom))
    if headings is None:
        return FileFault.EMPTY
    wish = _at_home(_with_earlier(wish, headings), headings)
    kind = wish.kind or headings.kind
    columns = _columns(headings, kind, wish)
    asked = _missing(kind, columns)
    if kind is None or asked:
        question = asked or Question("kind")
        return ListRead(kind, headings.words, columns, question=question, signature=headings.signature)
    known = {place: _column(kind, name, wish) for place, name in columns.items()}
    found = ListRead(kind, headings.words, columns, signature=headings.signature)
    return _converted(found, known, _body(first, rows, headings), wish, out)


def _with_earlier(wish: Wish, headings: Headings) -> Wish:
    """What was said of this file counts before what was said of an earlier one."""
    earlier = wish.remembered.get(headings.signature, Answers())
    day_first = earlier.day_first if wish.day_first is None else wish.day_first
    columns = {**earlier.columns, **wish.columns}
    return replace(wish, kind=wish.kind or earlier.kind, columns=columns, day_first=day_first)


def _at_home(wish: Wish, headings: Headings) -> Wish:
    """Where nobody knows the company's country, a list in Chinese characters has China's numbers."""
    chinese = any("\u4e00" <= sign <= "\u9fff" for words in headings.words for sign in words)
    if wish.customs.region in countries() or not chinese:
        return wish
    return replace(wish, customs=replace(wish.customs, region="CN"))


def _columns(headings: Headings, kind: ListKind | None, wish: Wish) -> dict[int, str]:
    found = dict(headings.columns[kind]) if kind else {}
    for place, name in wish.columns.items():
        for other in [other for other, taken in found.items() if taken == name and other not in wish.columns]:
            del found[other]
        found[place] = name
    return {place: name for place, name in sorted(found.items()) if name}


def _missing(kind: ListKind | None, columns: Mapping[int, str]) -> Question | None:
    needed = [column.name for column in COLUMNS[kind].values() if column.missing] if kind else []
    return next((Question("column", name) for name in needed if name not in columns.values()), None)


def _body(first: list[Row], rest: Iterable[Row], headings: Headings) -> Iterator[Row]:
    """What stands below the headings; headings that come again on every page are no rows."""
    count = 0
    for row in chain(first, rest):
        if (
            row.number <= headings.row
            or row.empty
            or tuple(map(str, row.cells))[: len(headings.words)] == headings.words
        ):
            continue
        count += 1
        if count > MOST_ROWS:
            raise TooManyRowsError
        yield row


def _converted(
    found: ListRead, columns: Mapping[int, Column], body: Iterator[Row], wish: Wish, out: Path
) -> ListRead | FileFault:
    """Twice over the rows: what a day or a sum means is decided by all values of its column."""
    raw = out.with_suffix(".raw")
    try:
        with raw.open("w", encoding="utf-8") as file:
            rows, orders, signs = _spooled(body, columns, file)
        if not rows:
            return FileFault.ONLY_HEADINGS
        doubtful = next((order for order in orders.values() if order.decided is None), None)
        if doubtful and wish.day_first is None:
            return replace(found, question=_which_day(doubtful.either))
        manners = _manners(wish, orders, signs)
        with raw.open(encoding="utf-8") as source, out.open("w", encoding="utf-8") as target:
            conversion = Conversion(columns, manners)
            conversion.run((json.loads(line) for line in source), target)
        return replace(found, rows=rows, twice=conversion.twice)
    finally:
        raw.unlink(missing_ok=True)


def _which_day(words: str) -> Question:
    """The words, and the two days that they may mean."""
    return Question("days", "|".join([words, *(day.isoformat() for day in both_ways(words) if day)]))


def _column(kind: ListKind, name: str, wish: Wish) -> Column:
    known = COLUMNS[kind].get(name)
    return known or next(column for column in wish.custom.values() if column.name == name)


def _spooled(
    body: Iterator[Row], columns: Mapping[int, Column], file: IO[str]
) -> tuple[int, dict[int, DayOrder], dict[int, DecimalSign]]:
    """Keep the cells that count, and listen to what they tell of their columns."""
    orders = {place: DayOrder() for place, column in columns.items() if column.kind in _DAYS}
    signs = {place: DecimalSign() for place, column in columns.items() if column.kind is FieldKind.MONEY}
    listening: list[tuple[int, Any]] = [*orders.items(), *signs.items()]
    rows = 0
    for rows, row in enumerate(body, start=1):  # noqa: B007 - the last count is the answer
        cells = {place: row.cells[place] for place in columns if place < len(row.cells) and row.cells[place] != ""}
        for place, listener in listening:
            if place in cells:
                listener.hear(cells[place])
        file.write(json.dumps([row.number, [[place, cell] for place, cell in cells.items()]]) + "\n")
    return rows, orders, signs


def _manners(wish: Wish, orders: Mapping[int, DayOrder], signs: Mapping[int, DecimalSign]) -> Manners:
    said = wish.day_first is not False
    return Manners(
        wish.customs,
        {place: said if order.decided is None else order.decided for place, order in orders.items()},
        {place: sign.is_comma for place, sign in signs.items()},
    )


def _labels(custom: Mapping[str, Column]) -> dict[str, str]:
    return {column.name: label for label, column in custom.items()}


def _generator(rows: Iterator[Row]) -> Any:  # noqa: ANN401 - a generator has close(), an Iterator by its type has not
    return rows
