"""What stands in a cell as the canonical value of its column, or what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from papers.lists.days import read_day
from papers.lists.rows import Cell
from papers.lists.sums import currency_named, read_sum
from papers.lists.vocabulary import fold, said_for, words
from sales.field_values import Customs, Refusal, Value, money_text, read_value
from sales.fields import Field, FieldKind, Of
from sales.kinds import Calendar
from sales.lists import LUNAR, Column, Fault
from sales.money import Money

_PARTS = re.compile(r"[;；、|\n]+")
_PARTS_OF_NUMBERS = re.compile(r"[;；、|\n,，/]+|\s+(?:or|或)\s+")
_DASHES = re.compile(r"[\s/.\-–—_*]+")
_LONGEST_WORD = 60
_FAULTS = {
    FieldKind.NUMBER: Fault.BAD_NUMBER,
    FieldKind.DAYS: Fault.BAD_NUMBER,
    FieldKind.MONEY: Fault.BAD_AMOUNT,
    FieldKind.DAY: Fault.BAD_DAY,
    FieldKind.BIRTHDAY: Fault.BAD_DAY,
    FieldKind.PHONE: Fault.BAD_PHONE,
    FieldKind.EMAIL: Fault.BAD_EMAIL,
    FieldKind.PLACE: Fault.BAD_PLACE,
    FieldKind.CHOICE: Fault.BAD_CHOICE,
    FieldKind.YES_NO: Fault.BAD_CHOICE,
}


@dataclass(frozen=True, slots=True)
class Manners:
    """How the values of a file are written: its region and currency, and per column what its values decided."""

    customs: Customs
    day_first: Mapping[int, bool] = field(default_factory=dict)
    comma: Mapping[int, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that could not be read."""

    fault: Fault
    word: str


def parts_of(column: Column, cell: Cell) -> list[Cell]:
    """The values that one cell of a column holds."""
    if isinstance(cell, str) and not column.missing and _says_nothing(column, cell):
        return []
    if not column.many or not isinstance(cell, str):
        return [cell]
    parts = _PARTS_OF_NUMBERS if column.kind in (FieldKind.PHONE, FieldKind.EMAIL) else _PARTS
    return [part.strip() for part in parts.split(cell) if part.strip()]


def _says_nothing(column: Column, cell: str) -> bool:
    """A dash, n/a or 无, where that is no choice of the column."""
    word = fold(cell)
    return _DASHES.fullmatch(cell) is not None or (word in _empty() and said_for(word, _choices(column)) is None)


def value_of(column: Column, place: int, cell: Cell, manners: Manners, currency: str) -> str | Wrong:
    """The value; `currency` is what the row says of its sums."""
    match column.kind:
        case FieldKind.DAY:
            day = read_day(cell, day_first=manners.day_first.get(place, True))
            return day.isoformat() if day else _wrong(column, cell)
        case FieldKind.BIRTHDAY:
            return _birthday(column, place, cell, manners)
        case FieldKind.MONEY:
            return _money(column, cell, currency or manners.customs.currency, comma=manners.comma.get(place, False))
        case FieldKind.CHOICE | FieldKind.YES_NO:
            return _choice(column, cell)
        case FieldKind.DAYS if fold(str(cell)) in _at_once():
            return "0"
        case _:
            return _plain_value(column, cell, manners)


def currency_of(cell: Cell) -> str:
    return currency_named(str(cell))


def _birthday(column: Column, place: int, cell: Cell, manners: Manners) -> str | Wrong:
    """A whole day in any form; else what is said of birthdays alone: without a year, by the moon."""
    day = read_day(cell, day_first=manners.day_first.get(place, True))
    if day:
        return day.isoformat()
    found = read_value(_field(column), str(cell), manners.customs)
    if isinstance(found, Refusal):
        return _wrong(column, cell)
    return found.text + (LUNAR if found.calendar is Calendar.LUNAR else "")


def _money(column: Column, cell: Cell, currency: str, *, comma: bool) -> str | Wrong:
    found = read_sum(cell, comma=comma)
    if found is None:
        return _wrong(column, cell)
    return money_text(Money.of(found.value, found.currency or currency))


def _choice(column: Column, cell: Cell) -> str | Wrong:
    found = said_for(fold(str(cell)), _choices(column))
    return found or _wrong(column, cell)


def _choices(column: Column) -> tuple[str, ...]:
    return ("yes", "no") if column.kind is FieldKind.YES_NO else column.choices


def _plain_value(column: Column, cell: Cell, manners: Manners) -> str | Wrong:
    found = read_value(_field(column), _written(cell), manners.customs)
    match found:
        case Value(text):
            return text
        case Refusal.TOO_LONG:
            return Wrong(Fault.TOO_LONG, _written(cell)[:_LONGEST_WORD])
        case _:
            return _wrong(column, cell)


def _written(cell: Cell) -> str:
    """Whole numbers without a point: a telephone number or a code that a spreadsheet took for a number."""
    if isinstance(cell, float) and cell.is_integer():
        return f"{cell:.0f}"
    return str(cell)


def _wrong(column: Column, cell: Cell) -> Wrong:
    return Wrong(_FAULTS.get(column.kind, Fault.TOO_LONG), _written(cell)[:_LONGEST_WORD])


@cache
def _field(column: Column) -> Field:
    return Field(column.name, Of.CUSTOMER, column.kind, choices=column.choices)


@cache
def _at_once() -> frozenset[str]:
    return frozenset(word for word, meaning in words("words").items() if meaning == "at_once")


@cache
def _empty() -> frozenset[str]:
    return frozenset(word for word, meaning in words("words").items() if meaning == "empty")
