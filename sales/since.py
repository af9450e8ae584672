"""Since when: so many days back, since the month began, from a day on, or ever; it moves along with the calendar."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from sales.moments import monday_of

LONGEST_DAYS = 3_650


class Stretch(StrEnum):
    """A stretch of the calendar that has begun and is not over."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Within:
    """So many days back from today."""

    days: int


@dataclass(frozen=True, slots=True)
class This:
    """Since the present day, week, month, quarter or year began."""

    stretch: Stretch


@dataclass(frozen=True, slots=True)
class From:
    """From a day on."""

    day: date


@dataclass(frozen=True, slots=True)
class Ever:
    """At any time."""

    ever: Literal[True] = True


Since = Within | This | From | Ever


def first_day(since: Since, today: date) -> date:
    """The first day that counts."""
    match since:
        case Within(days):
            return today - timedelta(days=min(days, LONGEST_DAYS))
        case This(stretch):
            return _began(stretch, today)
        case From(day):
            return day
        case Ever():
            return date.min


def _began(stretch: Stretch, today: date) -> date:
    match stretch:
        case Stretch.DAY:
            return today
        case Stretch.WEEK:
            return monday_of(today)
        case Stretch.MONTH:
            return today.replace(day=1)
        case Stretch.QUARTER:
            return date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
        case Stretch.YEAR:
            return date(today.year, 1, 1)
