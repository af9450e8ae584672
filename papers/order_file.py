"""Orders out of a file of any encoding, separator and headings: who, on which day, for how much."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, islice
from math import nan
from pathlib import Path
from typing import Any

from papers.lists.days import DayOrder, read_day
from papers.lists.opening import open_rows
from papers.lists.rows import Cell, Row, UnreadableError
from papers.lists.sums import DecimalSign, read_sum
from papers.lists.vocabulary import columns_named, fold
from sales.lists import ListKind

_LOOKED_AT = 30
_HEADLESS = {"customer": 0, "date": 1, "amount": 2}
# Beside what lists of orders call them: a number of the customer is as good as a name, and better where both stand.
_IDS = (
    *("customer id", "customerid", "cust id", "customer no", "customer number", "customer code", "customer"),
    *("client id", "account id", "account", "household id", "member id", "user id", "buyer", "id"),
    *("客户编号", "客户代码", "客户编码", "客户号", "会员号", "会员编号", "客户id", "用户id", "客户"),
)
_MORE: Mapping[str, tuple[str, ...]] = {
    "date": ("order day", "purchase date", "transaction date", "invoice date", "day", "购买日期", "交易日期", "时间"),
    "amount": ("price", "sales", "revenue", "dollar value", "成交金额", "实付金额"),
}
_LONGEST_SHOWN = 40
_YEARS = range(1900, 2200)
"""A day of another year is a slip of the finger."""
_BLANK = "000"
"""So begins what some systems write where there is no day: 0001-01-01."""
_RETURN = re.compile(r"[-(]\s*\d")
"""However large it is, it is less than nothing."""


class Fault(StrEnum):
    """Why a file or a row of it cannot be read as orders."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    NO_CUSTOMER_COLUMN = "no_customer_column"
    NO_DATE_COLUMN = "no_date_column"
    NO_CUSTOMER = "no_customer"
    BAD_DATE = "bad_date"
    BAD_AMOUNT = "bad_amount"


class OrderFileError(Exception):
    """The file holds no orders that we can find; `headings` are what stands over its columns."""

    def __init__(self, fault: Fault, headings: Sequence[str] = ()) -> None:
        super().__init__(fault)
        self.fault = fault
        self.headings = tuple(headings)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is left out; with `BAD_AMOUNT` it counts all the same. `word` is what stood there."""

    number: int
    fault: Fault
    word: str


@dataclass(slots=True)
class OrderFile:
    """What was read: the names in order of appearance, and for each order its name's place, day and amount.

    Days are `date.toordinal`. An amount is nan where none stands, or none that can be read. `doubtful` is a day that
    may be read day first and month first, where the whole column does not tell.
    """

    names: list[str] = field(default_factory=list)
    customer: list[int] = field(default_factory=list)
    day: list[int] = field(default_factory=list)
    amount: list[float] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    doubtful: str = ""


@dataclass(frozen=True, slots=True)
class _Manners:
    columns: Mapping[str, int]
    day_first: bool
    comma: bool


def read_orders(path: Path, *, day_first: bool = True) -> OrderFile:
    """Twice over the file: what a day or a sum means is decided by all values of its column.

    `day_first` counts where the column does not tell. Raises OrderFileError.
    """
    try:
        columns, body = _opened(path)
        with closing(body):
            order, sign = _listen(columns, body)
        _, body = _opened(path)
        with closing(body):
            said = day_first if order.decided is None else order.decided
            found = _read(_Manners(columns, said, sign.is_comma), body)
    except UnreadableError:
        raise OrderFileError(Fault.UNREADABLE) from None
    found.doubtful = order.either if order.decided is None else ""
    return found


def _opened(path: Path) -> tuple[Mapping[str, int], Any]:
    """Which columns hold what, and the rows below the headings."""
    rows = open_rows(path)
    first = [row for row in islice(rows, _LOOKED_AT) if not row.empty]
    if not first:
        raise OrderFileError(Fault.EMPTY)
    place = max(range(len(first)), key=lambda number: (len(_columns(first[number])), -number))
    columns, below = _columns(first[place]), place + 1
    if not columns and len(first[0].cells) > 1 and read_day(first[0].cells[1], day_first=True):
        columns, below = _HEADLESS, 0
    _check(columns, first[min(below, len(first)) - 1])
    return columns, (row for row in chain(first[below:], rows) if not row.empty)


def _check(columns: Mapping[str, int], headings: Row) -> None:
    needed = {"customer": Fault.NO_CUSTOMER_COLUMN, "date": Fault.NO_DATE_COLUMN}
    for name, fault in needed.items():
        if name not in columns:
            raise OrderFileError(fault, [str(cell)[:_LONGEST_SHOWN] for cell in headings.cells])


def _columns(row: Row) -> dict[str, int]:
    """The place of each column; of several that may say who, the one that stands first among the names of numbers."""
    known = columns_named(ListKind.ORDERS)
    more = {fold(word): name for name, said in _MORE.items() for word in said}
    words = [fold(str(cell)) for cell in row.cells]
    found: dict[str, int] = {}
    for place, word in enumerate(words):
        name = more.get(word) or known.get(word)
        if name in _HEADLESS:
            found.setdefault(name, place)
    who = next((words.index(word) for word in map(fold, _IDS) if word in words), None)
    return found if who is None else {**found, "customer": who}


def _listen(columns: Mapping[str, int], body: Iterator[Row]) -> tuple[DayOrder, DecimalSign]:
    order, sign = DayOrder(), DecimalSign()
    for row in body:
        order.hear(_at(row, columns, "date"))
        sign.hear(_at(row, columns, "amount"))
    return order, sign


def _read(manners: _Manners, body: Iterator[Row]) -> OrderFile:
    found = OrderFile()
    places: dict[str, int] = {}
    days: dict[Cell, int | None] = {}
    for row in body:
        name, cell = _name(_at(row, manners.columns, "customer")), _at(row, manners.columns, "date")
        if cell not in days:
            days[cell] = _ordinal(cell, day_first=manners.day_first)
        ordinal = days[cell]
        if not name or ordinal is None:
            fault, word = (Fault.BAD_DATE, str(cell)) if name else (Fault.NO_CUSTOMER, "")
            found.bad.append(BadRow(row.number, fault, word[:_LONGEST_SHOWN]))
            continue
        found.customer.append(places.setdefault(name, len(places)))
        found.day.append(ordinal)
        found.amount.append(_amount(row, manners, found))
    found.names = list(places)
    return found


def _ordinal(cell: Cell, *, day_first: bool) -> int | None:
    day = None if str(cell).startswith(_BLANK) else read_day(cell, day_first=day_first)
    return day.toordinal() if day and day.year in _YEARS else None


def _amount(row: Row, manners: _Manners, found: OrderFile) -> float:
    cell = _at(row, manners.columns, "amount")
    if cell == "":
        return nan
    said = read_sum(cell, comma=manners.comma)
    if said is None and _RETURN.match(str(cell)):
        return -1.0
    if said is None:
        found.bad.append(BadRow(row.number, Fault.BAD_AMOUNT, str(cell)[:_LONGEST_SHOWN]))
        return nan
    return float(said.value)


def _at(row: Row, columns: Mapping[str, int], name: str) -> Cell:
    place = columns.get(name)
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def _name(cell: Cell) -> str:
    """Whole numbers without a point: a spreadsheet takes codes for numbers."""
    return f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
