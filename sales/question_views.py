"""What the answer to a question shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sales.complaint_views import BoardLine
from sales.money import Money
from sales.questions import Complaining, Counting, Owing, Question
from sales.segment_views import Names


@dataclass(frozen=True, slots=True)
class Figure:
    """What a number is told apart by (as in sales.measures.Counted), the number, and the one before if compared."""

    key: str | None
    number: int
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """`figures` are the first of `parts`, in order; `customers` the names behind keys that are customers.

    `total` None: a rate of nothing.
    """

    question: Counting
    total: Figure | None
    currency: str
    figures: tuple[Figure, ...] = ()
    parts: int = 0
    customers: Mapping[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Debt:
    """What a customer owes in one currency, and for how many days the oldest of it."""

    customer: int
    name: str
    sum: Money
    days: int


@dataclass(frozen=True, slots=True)
class Debts:
    """The first of `parts`, the largest first; `total` is what all come to, as far as there are rates."""

    question: Owing
    total: Money
    parts: int
    lines: tuple[Debt, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenComplaints:
    """The first of `parts`, the oldest first."""

    question: Complaining
    parts: int
    lines: tuple[BoardLine, ...] = ()


Answer = Numbers | Debts | OpenComplaints


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """An answer as of a day of the reader, with what ids in it are called."""

    answer: Answer
    names: Names
    as_of: date


@dataclass(frozen=True, slots=True)
class NearCard:
    """Questions that can be answered instead of one that was not clear."""

    questions: tuple[Question, ...]
    names: Names
    left_out: tuple[str, ...] = ()
    other_language: bool = False
    alone: bool = False
    """Nothing was asked: the command came by itself."""
