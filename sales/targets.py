"""What reps are to reach in a month or quarter, and how far they are as the days go by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from sales.freshness import Weights
from sales.measures import Measure, Period

TARGETED = (
    Measure.VISITS,
    Measure.NEW_CUSTOMERS,
    Measure.ORDERS,
    Measure.ORDERED,
    Measure.PAYMENTS,
    Measure.PAID,
)
"""What there can be targets for, as it is listed."""
IN_MONEY = {Measure.ORDERS: Measure.ORDERED, Measure.PAYMENTS: Measure.PAID}
"""What a sum of money means for those that count occasions."""
MOST_COUNT = 100_000
MOST_MINOR = 10**15


class Span(StrEnum):
    """How long one has for it."""

    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class Target:
    """So many, or so many minor units of `currency`, in each month or quarter."""

    measure: Measure
    span: Span
    number: int
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one is with a target today."""

    target: Target
    done: int
    period: Period
    today: date

    @property
    def percent(self) -> int:
        """Rounded down: only what is reached is called 100."""
        return max(0, self.done) * 100 // self.target.number

    @property
    def is_reached(self) -> bool:
        return self.done >= self.target.number

    @property
    def lacks(self) -> int:
        """What is missing to the share of the period that is over yesterday: today still lies ahead."""
        over = (self.today - self.period.first).days
        return max(0, self.target.number * over // self.period.days - self.done)


@dataclass(frozen=True, slots=True)
class Standing:
    """A member with their targets; `others`: what they did this month for which there is no target."""

    member: int
    name: str
    progress: tuple[Progress, ...] = ()
    others: tuple[tuple[Measure, int], ...] = ()

    @property
    def on_course(self) -> int:
        return sum(not one.lacks for one in self.progress)


@dataclass(frozen=True, slots=True)
class TargetsCard:
    """The people whom the reader leads, a page of them, or `shown`, one; sums are counted in `currency`."""

    people: tuple[Standing, ...]
    currency: str
    shown: Standing | None = None
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class OwnCard:
    """What a member sees of themselves; `cards` is how complete their customers' cards are, and how many they have."""

    standing: Standing
    currency: str
    cards: Weights = field(default_factory=Weights)
    customers: int = 0


def period_of(span: Span, today: date) -> Period:
    """The calendar month or quarter that the day is in."""
    months = 1 if span is Span.MONTH else 3
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    after = (first.replace(day=28) + timedelta(days=4 + 31 * (months - 1))).replace(day=1)
    return Period(first, after - timedelta(days=1))


def in_order(targets: Iterable[Target]) -> Sequence[Target]:
    """Months before quarters, then as measures are listed."""
    return sorted(targets, key=lambda one: (list(Span).index(one.span), TARGETED.index(one.measure)))
