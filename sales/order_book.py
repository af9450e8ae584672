"""What reps told and what the book-keeping says, as one book: the days on which a customer bought, and for how much."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from sales.money import Money

SOONER, LATER = timedelta(days=3), timedelta(days=14)
"""An order that was told comes in the book-keeping's list within these days of it; it is the same order then."""
Worth = Callable[[Money, date], int | None]
"""What an amount of a day is worth in minor units of the reporting currency; None without a rate."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """One order; `booked`: by the book-keeping, else told by a rep."""

    day: date
    amount: Money | None
    booked: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day with orders. `minor` is what they came to; `unpriced` of them had no sum, or no rate."""

    day: date
    minor: int
    unpriced: int = 0

    @property
    def is_purchase(self) -> bool:
        """A day that comes to nothing or less, with returns or free samples, is none; what has no sum is one."""
        return self.minor > 0 or self.unpriced > 0


@dataclass(frozen=True, slots=True)
class Purchases:
    """A customer's orders in figures. `usual_gap` is the median of the days between them; None with fewer than two."""

    orders: int = 0
    first: date | None = None
    last: date | None = None
    usual_gap: float | None = None
    minor: int = 0
    unpriced: int = 0


def occasions(orders: Iterable[Ordered], worth: Worth) -> list[Occasion]:
    """By day, the oldest first. What was told and comes again in the book-keeping's list counts once, as booked."""
    every = sorted(orders, key=lambda one: one.day)
    booked = [one.day for one in every if one.booked]
    days: dict[date, list[Ordered]] = {}
    for one in every:
        if one.booked or not _is_booked(one, booked):
            days.setdefault(one.day, []).append(one)
    return [_occasion(day, found, worth) for day, found in days.items()]


def purchases(found: Sequence[Occasion]) -> Purchases:
    """What returns took away is taken off the sum."""
    days = [one.day for one in found if one.is_purchase]
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return Purchases(
        orders=len(days),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        usual_gap=float(median(gaps)) if gaps else None,
        minor=sum(one.minor for one in found),
        unpriced=sum(one.unpriced for one in found),
    )


def _is_booked(told: Ordered, booked: Sequence[date]) -> bool:
    place = bisect_left(booked, told.day - SOONER)
    return place < len(booked) and booked[place] <= told.day + LATER


def _occasion(day: date, orders: Sequence[Ordered], worth: Worth) -> Occasion:
    sums = [worth(one.amount, day) if one.amount else None for one in orders]
    return Occasion(day, sum(one for one in sums if one is not None), sums.count(None))
