"""What pictures are made of, as the store reads it."""

from dataclasses import dataclass
from datetime import date

from sales.order_book import Occasion
from sales.scores.rfm import Segment


@dataclass(frozen=True, slots=True)
class CustomerCourse:
    """What happened with one customer since `since`, as far as the reader may see it.

    `orders` are days with a purchase, their sums in minor units of `currency`; the next one is to be expected from the
    first to the last day of `expected`.
    """

    customer: int
    name: str
    currency: str
    since: date
    orders: tuple[Occasion, ...] = ()
    visits: tuple[date, ...] = ()
    calls: tuple[date, ...] = ()
    expected: tuple[date, date] | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.orders or self.visits or self.calls)


@dataclass(frozen=True, slots=True)
class SegmentSum:
    """How many customers are of a segment, and what they bought in twelve months, in minor units."""

    segment: Segment
    customers: int
    minor: int


@dataclass(frozen=True, slots=True)
class Segmented:
    """All buyers that the reader may see, by segment, as worked out on `day`; without those that have none."""

    day: date
    currency: str
    sums: tuple[SegmentSum, ...] = ()


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A customer with the probability of being lost, and what they bought in a good year, in minor units."""

    customer: int
    name: str
    lost: float
    minor: int


@dataclass(frozen=True, slots=True)
class Risks:
    """Those that the reader may see, the dearest first: by probability times purchases.

    `named` are those first of `points` who may well be lost; `without` so many more bought nothing for two years.
    """

    day: date
    currency: str
    named: tuple[AtRisk, ...] = ()
    points: tuple[tuple[float, int], ...] = ()
    without: int = 0
