"""Numbers that are one measure for each of another: rates, shares and averages, which cannot be added up."""

from dataclasses import dataclass

from sales.measures import Measure


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many of one measure for each of another, times something."""

    of: Measure
    to: Measure
    times: int = 1


RATIOS = {
    Measure.AVERAGE_ORDER: Ratio(Measure.ORDERED, Measure.ORDERS),
    Measure.COVERAGE: Ratio(Measure.REACHED, Measure.CUSTOMERS, 100),
    Measure.KEPT_RATE: Ratio(Measure.KEPT, Measure.PROMISED, 100),
    Measure.WIN_RATE: Ratio(Measure.WON, Measure.ENDED, 100),
    Measure.COMPLAINT_RATE: Ratio(Measure.COMPLAINTS, Measure.ORDERS, 1000),
    Measure.ANSWER_TIME: Ratio(Measure.WAITED, Measure.ANSWERED),
}
"""What cannot be added up; where there is nothing to divide by there is no number."""
OF_OWNERS = frozenset({Measure.COMPLAINT_RATE})
"""Counted for whose customer it is, whoever told it: both sides must be of the same customers."""
