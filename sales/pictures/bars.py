"""Orders as bars: a day each, or a month each where days would be too many to tell apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sales.order_book import Occasion

MOST_DAYS = 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """Orders from day to day: what they came to in minor units, or how many there were."""

    first: date
    last: date
    height: float


@dataclass(frozen=True, slots=True)
class Bars:
    """`priced`: heights are sums, else numbers of days with orders."""

    each: tuple[Stretch, ...]
    priced: bool
    monthly: bool


def bars(orders: Sequence[Occasion]) -> Bars:
    """The oldest first."""
    priced, monthly = any(one.minor > 0 for one in orders), len(orders) > MOST_DAYS
    heights = [(one.day, float(max(one.minor, 0)) if priced else 1.0) for one in orders]
    each = _by_month(heights) if monthly else (Stretch(day, day, height) for day, height in heights)
    return Bars(tuple(each), priced, monthly)


def _by_month(heights: Iterable[tuple[date, float]]) -> Iterable[Stretch]:
    months: defaultdict[date, float] = defaultdict(float)
    for day, height in heights:
        months[day.replace(day=1)] += height
    return (Stretch(first, month_after(first) - timedelta(days=1), months[first]) for first in sorted(months))


def month_after(day: date) -> date:
    """The first day of the next month."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
