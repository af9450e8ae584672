"""What phrases for weeks, months, quarters, seasons and years mean."""

from dataclasses import replace
from datetime import datetime, timedelta

from understanding.dates import calendar
from understanding.dates.meanings_of_dates import short, year_of
from understanding.dates.meanings_of_feasts import feast
from understanding.dates.when import Frame, Grain, Reading, When

_WEEKEND_LENGTH = 2
_MONDAY, _FRIDAY, _SATURDAY, _SUNDAY = 0, 4, 5, 6
_DAYS = 31


def unit_range(start: datetime, grain: Grain, count: float = 1) -> When | None:
    end = calendar.add(start, grain, count)
    return When(start, end, grain) if end else None


def _rel(grain: Grain, count: int, frame: Frame) -> When | None:
    start = calendar.add(calendar.floor(frame.today, grain), grain, count)
    return unit_range(start, grain) if start else None


def rel_week(count: int) -> Reading:
    return lambda frame: _rel(Grain.WEEK, int(count), frame)


def rel_month(count: int) -> Reading:
    return lambda frame: _rel(Grain.MONTH, int(count), frame)


def any_month() -> Reading:
    """The first of the month: of this one, or of the next."""

    def read(frame: Frame) -> When | None:
        told = _rel(Grain.MONTH, 0, frame)
        return told and replace(told, again=told.end)

    return read


def calendar_week(_: int, number: float) -> Reading | None:
    return calendar_week_year(number, 0)


def calendar_week_year(number: float, year_: int) -> Reading | None:
    """CW 23, as offices count: the first has the first Thursday of the year."""

    def read(frame: Frame) -> When | None:
        fourth = calendar.on(year_of(year_, frame), 1, 4)
        monday = fourth and calendar.floor(fourth, Grain.WEEK) + timedelta(weeks=number - 1)
        return unit_range(monday, Grain.WEEK) if monday else None

    return read if number in range(1, 54) else None


def rel_quarter(count: int) -> Reading:
    return lambda frame: _rel(Grain.QUARTER, int(count), frame)


def weekend() -> Reading:
    """The one of this week; on a Saturday or Sunday, today's."""
    return rel_weekend(0)


def rel_weekend(weeks: int) -> Reading:
    def read(frame: Frame) -> When:
        saturday = calendar.floor(frame.today, Grain.WEEK) + timedelta(days=5 + 7 * weeks)
        return When(saturday, saturday + timedelta(days=_WEEKEND_LENGTH), Grain.WEEKEND)

    return read


def workweek(weeks: int) -> Reading:
    def read(frame: Frame) -> When:
        monday = calendar.floor(frame.today, Grain.WEEK) + timedelta(days=7 * weeks)
        return When(monday, monday + timedelta(days=5), Grain.WEEK)

    return read


def month(number: int) -> Reading | None:
    """A month: this year's; looking ahead, the next one if it is over."""

    def read(frame: Frame) -> When | None:
        here = frame.today.year
        gone = frame.today.month > number if frame.lean > 0 else frame.today.month < number
        return _month_in(here + frame.lean * gone, number)

    return read if number in range(1, 13) else None


def _month_in(year: int, number: int) -> When | None:
    start = calendar.on(year, number, 1)
    return unit_range(start, Grain.MONTH) if start else None


def month_year(number: int, year: int) -> Reading | None:
    return (lambda frame: _month_in(year_of(year, frame), number)) if number in range(1, 13) else None


def month_short_year(number: int, year: int) -> Reading | None:
    return month_year(number, short(year)) if year in range(10, 100) else None


def rel_named_month(years: int, number: int) -> Reading:
    def read(frame: Frame) -> When | None:
        if years == 0:
            return _month_in(frame.today.year, number)
        gone = (number <= frame.today.month) if years > 0 else (number >= frame.today.month)
        return _month_in(frame.today.year + (years if gone else 0), number)

    return read


def ym(said: str) -> Reading | None:
    year, number = (int(one) for one in said.replace("/", "-").replace(".", "-").split("-"))
    return month_year(number, year)


def my(said: str) -> Reading | None:
    number, year = (int(one) for one in said.replace("-", "/").split("/"))
    return month_year(number, year)


def quarter_no(number: int) -> Reading | None:
    return quarter_year(number, 0)


def quarter_year(number: int, year: int) -> Reading | None:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year_of(year, frame), int(number) * 3 - 2, 1)
        return unit_range(start, Grain.QUARTER) if start else None

    return read if number in range(1, 5) else None


def quarter_year2(number: int, year: int) -> Reading | None:
    return quarter_year(number, short(year)) if year in range(10, 100) else None


def year(told: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year_of(told, frame), 1, 1)
        return unit_range(start, Grain.YEAR) if start else None

    return read


def ranged(told: Reading | int) -> Reading:
    """A period as it is read, whether its words make a year or another one."""
    return told if callable(told) else year(told)


def half_year(told: int, number: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year_of(told, frame), 6 * number - 5, 1)
        return unit_range(start, Grain.MONTH, 6) if start else None

    return read


def this_half(number: int) -> Reading:
    return half_year(0, number)


def nth_month(number: float, told: int) -> Reading | None:
    return month_year(int(number), told)


def month_after_next(number: int) -> Reading:
    """March after next: the one after the next March."""

    def read(frame: Frame) -> When | None:
        gone = frame.today.month >= number
        return _month_in(frame.today.year + 1 + gone, number)

    return read


def month_short_year2(number: int, year: int) -> Reading | None:
    """Sep 98; a number that can be a day is none."""
    return month_short_year(number, year) if year > _DAYS else None


def feast_weekend(rule: str) -> Reading:
    """The weekend beside it, with a Monday after it or a Friday before it."""

    def read(frame: Frame) -> When | None:
        told = feast(rule)(frame)
        if told is None:
            return None
        weekday = told.start.weekday()
        saturday = told.start + timedelta(days={_MONDAY: -2, _SUNDAY: -1}.get(weekday, _SATURDAY - weekday))
        start = told.start if weekday == _FRIDAY else saturday
        return When(start, max(told.end, saturday + timedelta(days=2)), Grain.WEEKEND)

    return read
