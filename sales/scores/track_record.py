"""What a customer's orders and payments say of them: how long and how much they have bought, how they pay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_HISTORY = ((5 * 365, 30, 5), (3 * 365, 12, 4), (365, 4, 3), (0, 1, 2))
"""Days since the first order, and orders, that it takes at least for the value."""
NO_HISTORY = 1
_PUNCTUAL = ((0.95, 5), (0.85, 4), (0.7, 3), (0.5, 2), (0.0, 1))
"""The share of what fell due that was paid in time, and the value for it."""
_LONG_OVERDUE = 60
_FEWEST = 3
"""Two invoices say nothing of how somebody pays."""
_IN_TIME = 3
"""Banks take days over a payment."""


@dataclass(frozen=True, slots=True)
class Due:
    """An invoice that fell due on the day `due`, in minor units of one currency; `paid` None: not yet."""

    due: date
    minor: int
    paid: date | None = None

    def late(self, today: date) -> int:
        """By how many days it was, or is by now, late."""
        return max(((self.paid or today) - self.due).days, 0)


@dataclass(frozen=True, slots=True)
class Punctuality:
    """How they pay: the share (by sum) paid in time, of so many invoices; the most days that one is overdue now."""

    share: float
    invoices: int
    overdue: int

    @property
    def value(self) -> int:
        """1 to 5; what is overdue for two months is the worst, whatever was before."""
        if self.overdue > _LONG_OVERDUE:
            return 1
        return next(value for least, value in _PUNCTUAL if self.share >= least)


def history(orders: int, days: int | None) -> int:
    """1 to 5 by number of orders and days since the first; 1: none."""
    if orders <= 0 or days is None:
        return NO_HISTORY
    return next((value for least, many, value in _HISTORY if days >= least and orders >= many), 2)


def punctuality(invoices: Iterable[Due], today: date) -> Punctuality | None:
    """Of what has fallen due; None: too few invoices to tell."""
    fallen = [one for one in invoices if one.minor > 0 and (one.due < today or one.paid is not None)]
    if len(fallen) < _FEWEST:
        return None
    in_time = sum(one.minor for one in fallen if one.late(today) <= _IN_TIME)
    overdue = max((one.late(today) for one in fallen if one.paid is None), default=0)
    return Punctuality(in_time / sum(one.minor for one in fallen), len(fallen), overdue)
