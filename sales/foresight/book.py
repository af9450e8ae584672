"""The order book as arrays: who ordered on which day."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sales.order_arrays import OrderArrays, made_one

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
_DAYS = 1 << 22
"""More than the days of the calendar, so that customer and day fit one sortable number."""


@dataclass(frozen=True, slots=True)
class Book:
    """Rows sorted by customer and day; several orders of one day are one row.

    `customer` counts from 0 to `customers` - 1, `day` is `date.toordinal`; both have one number a row.
    """

    customer: Whole
    day: Whole
    customers: int

    def until(self, on: date) -> "Book":
        """What was known at the end of that day; customers keep their numbers."""
        known = self.day <= on.toordinal()
        return Book(self.customer[known], self.day[known], self.customers)


def book_of(customer: Whole, day: Whole, amount: Real | None = None) -> Book:
    """The book of rows in any order; with amounts (nan: not known) a day counts by the rule of `Occasion.is_purchase`.

    Who has nothing but returns and samples stands there with the first of these, for a customer they are.
    """
    customers = int(customer.max()) + 1 if customer.size else 0
    if amount is not None:
        customer, day = _bought(customer, day, amount, customers)
    # Sorting beats numpy's own unique by ten times here.
    key = np.sort(customer.astype(np.int64) * _DAYS + day)
    key = key[np.append(True, key[1:] != key[:-1])] if key.size else key
    return Book(key // _DAYS, key % _DAYS, customers)


def _bought(customer: Whole, day: Whole, amount: Real, customers: int) -> tuple[Whole, Whole]:
    found = made_one(OrderArrays(customer, day, amount, np.ones(len(day), dtype=bool)))
    buyer = np.zeros(customers, dtype=bool)
    buyer[found.customer[found.purchase]] = True
    first = np.diff(found.customer, prepend=-1) > 0
    kept = found.of(found.purchase | (first & ~buyer[found.customer]))
    return kept.customer, kept.day
