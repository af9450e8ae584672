"""The orders of all customers as arrays, told and booked made one, as order_book.py does for one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sales.order_book import LATER, SOONER

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Flags = NDArray[np.bool_]
_DAYS = 1 << 22
"""More than the days of the calendar, so that customer and day fit one sortable number."""


@dataclass(frozen=True, slots=True)
class OrderArrays:
    """One element an order. `customer` is a place from 0, `day` is `date.toordinal`; `booked` or told by a rep.

    `worth` is in minor units of the reporting currency, nan where there is no sum or no rate.
    """

    customer: Whole
    day: Whole
    worth: Real
    booked: Flags

    def __len__(self) -> int:
        return len(self.customer)

    def of(self, chosen: Flags) -> "OrderArrays":
        return OrderArrays(self.customer[chosen], self.day[chosen], self.worth[chosen], self.booked[chosen])


@dataclass(frozen=True, slots=True)
class Occasions:
    """One element a customer's day with orders, by customer and day. `worth` as above, without what has none.

    Where `purchase` is False the day had nothing but returns or samples.
    """

    customer: Whole
    day: Whole
    worth: Real
    purchase: Flags

    def of(self, chosen: Flags) -> "Occasions":
        return Occasions(self.customer[chosen], self.day[chosen], self.worth[chosen], self.purchase[chosen])


def made_one(orders: OrderArrays) -> Occasions:
    """What was told and comes again in the book-keeping's list counts once; orders of one day are one occasion."""
    left = orders.of(orders.booked | ~_is_booked(orders))
    keys, place = np.unique(_key(left.customer, left.day), return_inverse=True)
    worth = np.bincount(place, np.nan_to_num(left.worth), len(keys)).astype(np.float64)
    unpriced = np.bincount(place, np.isnan(left.worth), len(keys)) > 0
    return Occasions(keys // _DAYS, keys % _DAYS, worth, (worth > 0) | unpriced)


def _is_booked(orders: OrderArrays) -> Flags:
    """Whether the next booked order of the same customer, from a few days before on, comes in time to be the same."""
    booked = np.sort(_key(orders.customer, orders.day)[orders.booked])
    if not len(booked):
        return np.zeros(len(orders), dtype=bool)
    own = _key(orders.customer, orders.day)
    place = np.searchsorted(booked, own - SOONER.days)
    following = booked[np.minimum(place, len(booked) - 1)]
    near: Flags = (place < len(booked)) & (following <= own + LATER.days)
    return near


def _key(customer: Whole, day: Whole) -> Whole:
    key: Whole = customer * _DAYS + day
    return key
