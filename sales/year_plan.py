"""The plan of a year: what the last twelve months brought, month by month, as the ground for what is to come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sales.measures import Measure, Period

MONTHS = 12
FIGURES = (Measure.ORDERED, Measure.PAID, Measure.VISITS, Measure.NEW_CUSTOMERS)
"""What is planned, in this order."""
_A_DAY = timedelta(days=1)
Actuals = Mapping[Measure, Sequence[int]]
"""Of each figure a number for each month."""


@dataclass(frozen=True, slots=True)
class YearLine:
    """A region or a rep; "" where it is not known."""

    name: str
    actuals: Actuals

    @property
    def size(self) -> int:
        return sum(self.actuals[Measure.ORDERED])


def months_before(today: date) -> tuple[Period, ...]:
    """The twelve whole months before this one, the oldest first."""
    found, first = list[Period](), today.replace(day=1)
    for _ in range(MONTHS):
        last = first - _A_DAY
        first = last.replace(day=1)
        found.append(Period(first, last))
    return tuple(reversed(found))
