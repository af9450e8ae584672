"""What phrases for dates of the calendar and for feasts mean."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from understanding.dates import calendar
from understanding.dates.when import Frame, Grain, Reading, When, day

_CENTURY = 100
_DAYS = 31
_OFFSETS = 10
_PIVOT = 70

MonthDay = tuple[int, int]


def month_day(month: int, number: float) -> MonthDay | None:
    return (int(month), int(number)) if month in range(1, 13) and number in range(1, 32) else None


def monthday(told: MonthDay) -> Reading:
    return lambda frame: _near_year(frame, *told)


def _near_year(frame: Frame, month: int, number: int) -> When | None:
    for years in range(9):
        found = calendar.on(frame.today.year + years * (frame.lean or 1), month, number)
        if found and (found - frame.today).days * (frame.lean or 1) >= 0:
            return day(found)
    return None


def monthday_year(told: MonthDay, year: int | Reading) -> Reading | None:
    def read(frame: Frame) -> When | None:
        found = calendar.on(year_of(year, frame), *told)
        return day(found) if found else None

    return read


def year_of(year: float | Reading, frame: Frame) -> int:
    """A year as told: 2026, 26, last year (a small offset)."""
    if callable(year):
        found = year(frame)
        return found.start.year if found else frame.today.year
    number = int(year)
    return frame.today.year + number if abs(number) < _OFFSETS else short(number)


def short(number: int) -> int:
    if number >= _CENTURY:
        return number
    return number + (2000 if number < _PIVOT else 1900)


def monthday_short_year(told: MonthDay, number: int) -> Reading | None:
    return monthday_year(told, short(number)) if number in range(10, 100) else None


def monthday_year2(told: MonthDay, number: int) -> Reading | None:
    return monthday_short_year(told, number) if number > _DAYS else None


def year2_monthday(told: MonthDay, number: int) -> Reading | None:
    return monthday_year2(told, number)


def rel_month_day(months: int, number: float) -> Reading:
    def read(frame: Frame) -> When | None:
        month = calendar.add_months(calendar.floor(frame.today, Grain.MONTH), int(months))
        found = month and calendar.on(month.year, month.month, int(number))
        return day(found) if found else None

    return read


def rel_month_day0(number: float) -> Reading:
    """The first of the month: of this one, or of the next."""

    def read(frame: Frame) -> When | None:
        told = rel_month_day(0, number)(frame)
        return told and replace(told, again=calendar.add_months(calendar.floor(frame.today, Grain.MONTH), 1))

    return read


def year_rel_month_day(year: int, months: int, number: int) -> Reading:
    def read(frame: Frame) -> When | None:
        month = calendar.add_months(calendar.floor(frame.today, Grain.MONTH), months)
        found = month and calendar.on(year_of(year, frame), month.month, number)
        return day(found) if found else None

    return read


def rel_year(years: int) -> int:
    return years


def short_year(number: int) -> int | None:
    return short(number) if number in range(10, 100) else None


def ymd(said: str) -> Reading | None:
    first, second, third = _figures(said)
    if first > _DAYS:
        return monthday_year((second, third), first)
    # With points the day stands first in every country.
    find, fixed = partial(calendar.on, short(third)), "." in said
    return lambda frame: _either(replace(frame, month_first=frame.month_first and not fixed), first, second, find)


def ymd_han(said: str) -> Reading | None:
    """Among Chinese words, 3-7-2017 is told day first and 27-7-3 year first."""
    first, second, third = _figures(said)
    if first > _DAYS or (said[2:3] == "-" and len(said.rsplit("-", 1)[-1]) == 1):
        return monthday_year((second, third), short(first))
    year = short(third)
    return lambda frame: _either(replace(frame, month_first=False), first, second, partial(calendar.on, year))


def md_han(said: str) -> Reading | None:
    """Among Chinese words, 4/9 is always a day of April."""
    month, number = _figures(said)
    return monthday((month, number)) if month in range(1, 13) and number in range(1, 32) else md(said)


def in_year(base: Reading, year: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year, 1, 1)
        return base(replace(frame, now=start, lean=1)) if start else None

    return read


def md(said: str) -> Reading | None:
    first, second = _figures(said)

    def find(frame: Frame) -> When | None:
        # With a point the day stands first in every country.
        if "." in said:
            frame = replace(frame, month_first=False)

        def near(month: int, number: int) -> datetime | None:
            told = _near_year(frame, month, number)
            return told.start if told else None

        return _either(frame, first, second, near)

    return find if first in range(1, 32) and second in range(1, 32) else None


def _either(frame: Frame, first: int, second: int, find: Callable[[int, int], datetime | None]) -> When | None:
    """4/9 may be day and month or month and day; what the frame prefers comes first, the other is kept."""
    orders = [(first, second), (second, first)]
    found = [find(*order) for order in (orders if frame.month_first else orders[::-1])]
    some = [one for one in found if one]
    return day(some[0], some[1] if len(some) > 1 and some[1] != some[0] else None) if some else None


def _figures(said: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", said)]
