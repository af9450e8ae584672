"""Lists that people send to be read in: customers, orders, debts; their columns as data, and what can be wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sales.fields import FIELDS, FieldKind, Of


class ListKind(StrEnum):
    """What a list holds."""

    CUSTOMERS = "customers"
    ORDERS = "orders"
    DEBTS = "debts"


class State(StrEnum):
    """How far an import is."""

    READING = "reading"
    ASKING = "asking"
    PREVIEWED = "previewed"
    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class FileFault(StrEnum):
    """Why a file is not read in at all."""

    UNREADABLE = "unreadable"
    OLD_EXCEL = "old_excel"
    LOCKED = "locked"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    EMPTY = "empty"
    ONLY_HEADINGS = "only_headings"
    NOT_YOURS = "not_yours"


class Fault(StrEnum):
    """What is wrong in a row."""

    NO_NAME = "no_name"
    NO_NUMBER = "no_number"
    NO_DAY = "no_day"
    NO_AMOUNT = "no_amount"
    TWICE = "twice"
    NO_SUCH_CUSTOMER = "no_such_customer"
    SEVERAL_CUSTOMERS = "several_customers"
    NOT_YOURS = "not_yours"
    TAKEN = "taken"
    RESEMBLES = "resembles"
    SHARES = "shares"
    RESEMBLES_TAKEN = "resembles_taken"
    BAD_DAY = "bad_day"
    BAD_AMOUNT = "bad_amount"
    BAD_NUMBER = "bad_number"
    BAD_PHONE = "bad_phone"
    BAD_EMAIL = "bad_email"
    BAD_PLACE = "bad_place"
    BAD_CHOICE = "bad_choice"
    TOO_LONG = "too_long"


HINTS = frozenset({Fault.RESEMBLES, Fault.SHARES})
"""What is not wrong, but to be looked at."""


class Resembling(StrEnum):
    """What becomes of rows that look like customers on record."""

    SAME = "same"
    NEW = "new"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a kind of list may have. `missing` is the fault of a row without it; None: it may be empty."""

    name: str
    kind: FieldKind
    many: bool = False
    missing: Fault | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row of the file; `word` is what stood there. `whole`: the row is left out, not a value.

    `other` is the customer on record that it may be about.
    """

    row: int
    column: str
    fault: Fault
    word: str = ""
    whole: bool = False
    other: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it was read: canonical text by column; the values of a column of many stand below each other."""

    row: int
    values: Mapping[str, str]

    def get(self, column: str) -> str:
        return self.values.get(column, "")

    def all(self, column: str) -> tuple[str, ...]:
        written = self.values.get(column)
        return tuple(written.split("\n")) if written else ()


LUNAR = " lunar"
"""Stands behind a birthday by the moon."""

_OWN = (
    Column("name", FieldKind.TEXT, missing=Fault.NO_NAME),
    Column("code", FieldKind.TEXT),
    Column("alias", FieldKind.TEXT, many=True),
    Column("owner", FieldKind.TEXT),
    Column("contact", FieldKind.TEXT),
)
_OF_FIELDS = tuple(Column(field.name, field.kind, many=field.many, choices=field.choices) for field in FIELDS.values())
_ORDERS = (
    Column("customer", FieldKind.TEXT, missing=Fault.NO_NAME),
    Column("number", FieldKind.TEXT, missing=Fault.NO_NUMBER),
    Column("date", FieldKind.DAY, missing=Fault.NO_DAY),
    Column("amount", FieldKind.MONEY, missing=Fault.NO_AMOUNT),
    Column("currency", FieldKind.TEXT),
    Column("item", FieldKind.TEXT),
)
_DEBTS = (
    Column("customer", FieldKind.TEXT, missing=Fault.NO_NAME),
    Column("number", FieldKind.TEXT, missing=Fault.NO_NUMBER),
    Column("date", FieldKind.DAY),
    Column("due", FieldKind.DAY),
    Column("open", FieldKind.MONEY, missing=Fault.NO_AMOUNT),
    Column("currency", FieldKind.TEXT),
)
_COLUMNS = {ListKind.CUSTOMERS: (*_OWN, *_OF_FIELDS), ListKind.ORDERS: _ORDERS, ListKind.DEBTS: _DEBTS}
COLUMNS = {kind: {column.name: column for column in columns} for kind, columns in _COLUMNS.items()}
"""What each kind of list may say, column by column."""

OF_CONTACTS = frozenset(field.name for field in FIELDS.values() if field.of is Of.CONTACT)
"""Columns of a list of customers that speak of the person there."""
