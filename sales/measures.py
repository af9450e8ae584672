"""What can be counted of a team's work and of its customers' dealings: one page for digests, targets and questions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from sales.kinds import Category, Kind, Sentiment
from sales.moments import monday_of
from sales.rights import Part
from sales.segments import Segment


class Unit(StrEnum):
    """What a number counts."""

    COUNT = "count"
    MONEY = "money"
    """Minor units of the reporting currency."""
    PERCENT = "percent"
    """Whole per cent."""
    PER_HUNDRED = "per_hundred"
    """Tenths, of so many for every hundred."""
    MINUTES = "minutes"


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
    CUSTOMERS = "customers"
    """On record today, whatever the period."""
    REACHED = "reached"
    """Customers who were visited, each once."""
    PROMISED = "promised"
    """Follow-ups that were due, or done."""
    KEPT = "kept"
    """Those that were done on their day or before it."""
    BROKEN = "broken"
    """Those whose day went by before they were done."""
    ENDED = "ended"
    """Opportunities that were won or lost."""
    WON = "won"
    ANSWERED = "answered"
    """Complaints told in these days that were answered, put right or closed since."""
    WAITED = "waited"
    """Minutes from the telling of each of those to the first answer."""
    AVERAGE_ORDER = "average_order"
    COVERAGE = "coverage"
    """Of all customers, how many were visited."""
    KEPT_RATE = "kept_rate"
    WIN_RATE = "win_rate"
    COMPLAINT_RATE = "complaint_rate"
    """Complaints for every hundred orders of the same customers."""
    ANSWER_TIME = "answer_time"
    """How long a complaint waits for its first answer, on average."""


class By(StrEnum):
    """What the numbers are told apart by."""

    NOTHING = "nothing"
    REP = "rep"
    """Who told it; of orders and of customers (new, reached, on record), whose customer it is."""
    TEAM = "team"
    GRADE = "grade"
    REGION = "region"
    INDUSTRY = "industry"
    STAGE = "stage"
    SOURCE = "source"
    """Where the customer's first deal came from."""
    CATEGORY = "category"
    """Of complaints and feedback."""
    CUSTOMER = "customer"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


IN_TIME = frozenset({By.DAY, By.WEEK, By.MONTH})
MONEY = frozenset({Measure.ORDERED, Measure.PAID, Measure.AVERAGE_ORDER})
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
OF_CATEGORIES = frozenset(
    {
        *(Measure.COMPLAINTS, Measure.SOLVED, Measure.FEEDBACK),
        *(Measure.ANSWERED, Measure.WAITED, Measure.ANSWER_TIME, Measure.COMPLAINT_RATE),
    }
)
"""Those that are about something."""
NEEDS = {
    **dict.fromkeys((Measure.ORDERS, Measure.ORDERED, Measure.PAYMENTS, Measure.PAID), Part.MONEY),
    **dict.fromkeys((Measure.COMPLAINTS, Measure.SOLVED, Measure.ANSWERED, Measure.WAITED), Part.COMPLAINTS),
    **dict.fromkeys((Measure.PROMISED, Measure.KEPT, Measure.BROKEN), Part.PLANS),
    **dict.fromkeys((Measure.ENDED, Measure.WON), Part.DEALINGS),
    Measure.CUSTOMERS: Part.NAME,
}
"""The part of a card that one has to see for its rows to be counted; Part.ENTRIES for the others."""


_UNITS = {
    **dict.fromkeys((Measure.COVERAGE, Measure.KEPT_RATE, Measure.WIN_RATE), Unit.PERCENT),
    **dict.fromkeys((Measure.WAITED, Measure.ANSWER_TIME), Unit.MINUTES),
    Measure.COMPLAINT_RATE: Unit.PER_HUNDRED,
}


def unit(measure: Measure) -> Unit:
    return Unit.MONEY if measure in MONEY else _UNITS.get(measure, Unit.COUNT)


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
            return monday_of(day)
        case By.MONTH:
            return day.replace(day=1)
        case _:
            return day
