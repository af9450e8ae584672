"""What is known of each customer on a day: how many orders, how long ago, at which rhythm."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sales.foresight.book import Book, Real, Whole

_GAPS = 1 << 22


@dataclass(frozen=True, slots=True)
class Histories:
    """One number for each customer who ordered by then; all times are in days.

    `who` are the customers' numbers in the book, `orders` their days with an order, `span` the time from the first to
    the last, `silence` from the last until the day, `gap` the median time between orders (0: ordered once), `newest`
    the last such time, `uneven` the mean distance of the logarithms of the times from that of their median, `passed`
    the share of these times that the silence is longer than.
    """

    who: Whole
    orders: Real
    span: Real
    silence: Real
    gap: Real
    newest: Real
    uneven: Real
    passed: Real

    def __len__(self) -> int:
        return len(self.who)

    def of(self, chosen: Whole | NDArray[np.bool_]) -> "Histories":
        return Histories(*(getattr(self, name)[chosen] for name in self.__dataclass_fields__))


def histories(book: Book, on: date) -> Histories:
    """Of the orders up to and on that day; later ones are not looked at."""
    known = book.until(on)
    counted = np.bincount(known.customer, minlength=book.customers)
    who = np.flatnonzero(counted)
    orders = counted[who]
    end = np.cumsum(orders)
    first, last = known.day[end - orders], known.day[end - 1]
    silence = (on.toordinal() - last).astype(float)
    rhythm = _rhythm(known, who, orders, silence)
    return Histories(who, orders.astype(float), (last - first).astype(float), silence, *rhythm)


def _rhythm(known: Book, who: Whole, orders: Whole, silence: Real) -> tuple[Real, Real, Real, Real]:
    """Median gap, newest gap, unevenness and share of gaps passed, zeros for who ordered once."""
    count = len(who)
    place = np.repeat(np.arange(count), orders)
    same = place[1:] == place[:-1]
    gaps, owner = np.diff(known.day)[same], place[1:][same]
    number = orders - 1
    end = np.cumsum(number)
    several = number > 0
    gap, newest = np.zeros(count), np.zeros(count)
    if gaps.size:
        ranked = np.sort(owner * _GAPS + gaps) % _GAPS
        start = (end - number)[several]
        low, high = (number[several] - 1) // 2, number[several] // 2
        gap[several] = (ranked[start + low] + ranked[start + high]) / 2
        newest[several] = gaps[end[several] - 1]
    shared = np.maximum(number, 1)
    away = np.abs(np.log(gaps) - np.log(gap[owner]))
    uneven = np.bincount(owner, away, count) / shared
    passed = np.bincount(owner[gaps < silence[owner]], minlength=count) / shared
    return gap, newest, uneven, passed


def ordered_between(book: Book, after: Real | Whole | int, until: Real | Whole | int) -> Real:
    """For each customer of the book, how many orders after one day and until another, both of it or each their own."""
    begin = after[book.customer] if isinstance(after, np.ndarray) else after
    end = until[book.customer] if isinstance(until, np.ndarray) else until
    chosen = book.customer[(book.day > begin) & (book.day <= end)]
    return np.bincount(chosen, minlength=book.customers).astype(float)
