"""What a customer's orders look like on a day, over the windows that a look ahead of some days makes comparable."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from sales.foresight.book import Book, Real, Whole
from sales.foresight.histories import Histories, histories, ordered_between

Chosen: TypeAlias = Whole | NDArray[np.bool_]
_YEAR, _SLACK = 365, 15
_LOOKED_BACK = (0.5, 1, 2, 4)


@dataclass(frozen=True, slots=True)
class Situation:
    """One column a customer.

    `lately`: orders in the last half, one, two and four times `within` days and the last year (5 rows); `missed`:
    orders of a year ago whose like is due by now, two weeks of grace given.
    """

    known: Histories
    lately: Real
    missed: Real
    within: int

    def of(self, chosen: Chosen) -> "Situation":
        return Situation(self.known.of(chosen), self.lately[:, chosen], self.missed[chosen], self.within)


def situation(book: Book, on: date, within: int) -> Situation:
    """By the orders up to and on that day."""
    book, today = book.until(on), on.toordinal()
    known = histories(book, on)
    windows = [int(times * within) for times in _LOOKED_BACK] + [_YEAR]
    lately = [ordered_between(book, today - window, today)[known.who] for window in windows]
    last = np.zeros(book.customers, dtype=np.int64)
    last[known.who] = today - known.silence.astype(np.int64)
    missed = ordered_between(book, last - _YEAR + _SLACK, today - _YEAR - _SLACK)[known.who]
    return Situation(known, np.array(lately), missed, within)
