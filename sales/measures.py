"""What can be counted of a team's work and of its customers' dealings: one page for digests, targets and questions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from sales.kinds import Category, Kind, Sentiment
from sales.rights import Part
from sales.segments import Segment


class Unit(StrEnum):
    """What a number counts."""

    COUNT = "count"
    MONEY = "money"
    """Minor units of the reporting currency."""


class Measure(StrEnum):
    """What is counted, by the local day on which it happened."""

    VISITS = "visits"
    CALLS = "calls"
    ORDERS = "orders"
    """Days with an order; told and booked count once."""
    ORDERED = "ordered"
    PAYMENTS = "payments"
    PAID = "paid"
    NEW_CUSTOMERS = "new_customers"
    COMPLAINTS = "complaints"
    SOLVED = "solved"
    """Complaints that were closed."""
    FEEDBACK = "feedback"
    OPPORTUNITIES = "opportunities"


class By(StrEnum):
    """What the numbers are told apart by."""

    NOTHING = "nothing"
    REP = "rep"
    """Who told it; of orders and new customers, whose customer it is."""
    TEAM = "team"
    GRADE = "grade"
    REGION = "region"
    INDUSTRY = "industry"
    STAGE = "stage"
    CATEGORY = "category"
    """Of complaints and feedback."""
    CUSTOMER = "customer"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


MONEY = frozenset({Measure.ORDERED, Measure.PAID})
OF_KIND = {
    Measure.VISITS: Kind.VISIT,
    Measure.CALLS: Kind.CALL,
    Measure.PAYMENTS: Kind.PAYMENT,
    Measure.PAID: Kind.PAYMENT,
    Measure.COMPLAINTS: Kind.COMPLAINT,
    Measure.FEEDBACK: Kind.FEEDBACK,
    Measure.OPPORTUNITIES: Kind.OPPORTUNITY,
}
"""Those that count entries."""
NEEDS = {
    **dict.fromkeys((Measure.ORDERS, Measure.ORDERED, Measure.PAYMENTS, Measure.PAID), Part.MONEY),
    **dict.fromkeys((Measure.COMPLAINTS, Measure.SOLVED), Part.COMPLAINTS),
}
"""The part of a card that one has to see for its rows to be counted; Part.ENTRIES for the others."""


def unit(measure: Measure) -> Unit:
    return Unit.MONEY if measure in MONEY else Unit.COUNT


@dataclass(frozen=True, slots=True)
class Period:
    """Local days, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def before(self) -> "Period":
        """The period of the same length that ends the day before this one begins."""
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Tally:
    """What is to be counted: within a period, of the customers of a segment, told apart by something.

    `members`: only what is theirs; `category` and `sentiment` of complaints and feedback.
    """

    measure: Measure
    period: Period
    by: By = By.NOTHING
    segment: Segment = field(default_factory=Segment)
    members: frozenset[int] | None = None
    category: Category | None = None
    sentiment: Sentiment | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it is told apart by: an id, a name, an ISO day; None: not known, or nothing was asked."""

    key: str | None
    number: int


def ranked(found: Iterable[Counted]) -> tuple[Counted, ...]:
    """The largest first."""
    return tuple(sorted(found, key=lambda one: (-one.number, one.key or "")))


def begin_of(by: By, day: date) -> date:
    """The first day of the week (Monday) or month that the day is in."""
    match by:
        case By.WEEK:
            return day - timedelta(days=day.weekday())
        case By.MONTH:
            return day.replace(day=1)
        case _:
            return day
