"""Which days a digest tells of, with which they are compared, and which digests an evening brings."""

from datetime import date

import pytest

from sales.care.habits import Habits
from sales.digests import Pace, compared, due, tells_of, the_one_before, until
from sales.measures import Period

THURSDAY = date(2026, 3, 5)


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("pace", "period", "before"),
    [
        (Pace.DAY, days("2026-03-05", "2026-03-05"), days("2026-02-05", "2026-03-04")),
        (Pace.WEEK, days("2026-03-02", "2026-03-05"), days("2026-02-23", "2026-02-26")),
        (Pace.MONTH, days("2026-03-01", "2026-03-05"), days("2026-02-01", "2026-02-05")),
        (Pace.QUARTER, days("2026-01-01", "2026-03-05"), days("2025-10-01", "2025-12-03")),
    ],
)
def test_so_far_is_compared_with_as_many_days_before(pace: Pace, period: Period, before: Period) -> None:
    assert until(pace, THURSDAY) == period
    assert compared(pace, period) == before


@pytest.mark.parametrize(
    ("pace", "period", "before"),
    [
        (Pace.DAY, days("2026-03-04", "2026-03-04"), days("2026-02-04", "2026-03-03")),
        (Pace.WEEK, days("2026-02-23", "2026-03-01"), days("2026-02-16", "2026-02-22")),
        (Pace.MONTH, days("2026-02-01", "2026-02-28"), days("2026-01-01", "2026-01-31")),
        (Pace.QUARTER, days("2025-10-01", "2025-12-31"), days("2025-07-01", "2025-09-30")),
    ],
)
def test_what_is_over_is_compared_with_the_whole_before(pace: Pace, period: Period, before: Period) -> None:
    assert the_one_before(pace, THURSDAY) == period
    assert compared(pace, period) == before


def test_the_end_of_a_long_month_has_no_more_days_before_than_there_were() -> None:
    assert compared(Pace.MONTH, days("2026-03-01", "2026-03-30")) == days("2026-02-01", "2026-02-28")


@pytest.mark.parametrize(
    ("day", "paces"),
    [
        pytest.param(THURSDAY, (Pace.DAY,), id="in the week"),
        pytest.param(date(2026, 3, 6), (Pace.WEEK, Pace.DAY), id="Friday"),
        pytest.param(date(2026, 3, 2), (Pace.DAY, Pace.MONTH), id="the first was a Sunday"),
        pytest.param(date(2026, 4, 1), (Pace.DAY, Pace.MONTH, Pace.QUARTER), id="a quarter is over"),
        pytest.param(date(2026, 4, 2), (Pace.WEEK, Pace.DAY), id="before Good Friday"),
    ],
)
def test_what_an_evening_brings(day: date, paces: tuple[Pace, ...]) -> None:
    assert due(day, Habits(), "SG") == paces


def test_the_first_evening_of_a_month_tells_of_the_month_before() -> None:
    assert tells_of(Pace.MONTH, date(2026, 3, 2)) == days("2026-02-01", "2026-02-28")
    assert tells_of(Pace.WEEK, date(2026, 3, 6)) == days("2026-03-02", "2026-03-06")
