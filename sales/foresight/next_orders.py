"""When the next order is to be expected, by each customer's own rhythm and how long they have been silent."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from sales.foresight.book import Book, Real, Whole
from sales.foresight.histories import Histories, histories
from sales.foresight.signs import own_gap
from sales.foresight.snapshots import company_of, drawn

_EARLY, _LATE = 0.1, 0.9
_LEAST_SPREAD = 0.05
_FEWEST_ORDERS = 3
_OVERDUE = 0.95
_SURE = 1e-12


@dataclass(frozen=True, slots=True)
class NextOrders:
    """For each customer `who` ordered on three days or more, days as `date.toordinal`.

    The next order falls between `early` and `late` in eight cases of ten, `likely` is the middle; all are NaN where it
    is overdue beyond the own rhythm.
    """

    who: Whole
    early: Real
    likely: Real
    late: Real


def next_orders(book: Book, on: date) -> NextOrders:
    """By the orders up to and on that day; the days lie after it."""
    known = histories(book, on)
    if not len(known):
        return NextOrders(known.who, *(np.array([]) for _ in range(3)))
    usual = company_of(known.of(drawn(known))).gap
    spread = _spread(known)
    known, spread = known.of(known.orders >= _FEWEST_ORDERS), spread[known.orders >= _FEWEST_ORDERS]
    gap = own_gap(known, usual)
    # Times between orders are taken as log-logistic: both its share and its quantiles are closed forms.
    gone = 1 / (1 + (np.maximum(known.silence, 0.5) / gap) ** (-1 / spread))
    last = on.toordinal() - known.silence
    days = [_quantile(share, gone, gap, spread) + last for share in (_EARLY, 0.5, _LATE)]
    return NextOrders(
        known.who, *(np.where(gone > _OVERDUE, np.nan, np.maximum(day, on.toordinal() + 1)) for day in days)
    )


def _quantile(share: float, gone: Real, gap: Real, spread: Real) -> Real:
    """Days after the last order until which the next one comes in this share of cases, if none came so far."""
    reached = np.clip(gone + share * (1 - gone), _SURE, 1 - _SURE)
    days: Real = np.round(gap * (reached / (1 - reached)) ** spread)
    return days


def _spread(known: Histories) -> Real:
    """The scale of the logarithm of times: its mean distance over 2 ln 2, drawn to that of all as if by two more."""
    own = known.uneven / (2 * np.log(2))
    weight = np.maximum(known.orders - 2, 0)
    usual = float(np.average(own, weights=weight)) if weight.any() else 1.0
    drawn_to: Real = np.maximum((2 * usual + weight * own) / (2 + weight), _LEAST_SPREAD)
    return drawn_to


def of_ten(chance: float) -> int:
    """Of 10 customers this quiet so many order nothing: 10 and 0 only where it is as good as sure."""
    sure = 0.995
    if chance >= sure or chance <= 1 - sure:
        return round(chance) * 10
    return min(max(round(chance * 10), 1), 9)
