"""What phrases for dates of the calendar and for feasts mean."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from understanding.dates import calendar
from understanding.dates.meanings_of_spans import Span, moved
from understanding.dates.when import DAY, Frame, Grain, Reading, When, day

_CENTURY = 100
_DAYS = 31
_OFFSETS = 10
_PIVOT = 70

MonthDay = tuple[int, int]


def month_day(month: int, number: float) -> MonthDay | None:
    return (month, int(number)) if month in range(1, 13) and number in range(1, 32) else None


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
    return rel_month_day(0, number)


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


def feast(rule: str) -> Reading:
    def read(frame: Frame) -> When | None:
        years = range(frame.today.year - 1, frame.today.year + 3)
        days = [found for year in years if (found := calendar.feast(rule, year))]
        ahead = [one for one in days if one >= frame.today]
        back = [one for one in days if one <= frame.today]
        some = ahead[:1] if frame.lean > 0 else back[-1:]
        return day(some[0]) if some else None

    return read


def rel_feast(years: int, rule: str) -> Reading:
    def read(frame: Frame) -> When | None:
        if years == 0:
            return _this_feast(rule, frame)
        start = frame.today + (DAY if years > 0 else -DAY)
        return feast(rule)(replace(frame, now=start, lean=years))

    return read


def _this_feast(rule: str, frame: Frame) -> When | None:
    found = calendar.feast(rule, frame.today.year)
    return day(found) if found else None


def feast_year(rule: str, year: int) -> Reading:
    def read(frame: Frame) -> When | None:
        found = calendar.feast(rule, year_of(year, frame))
        return day(found) if found else None

    return read


def feast_shift(rule: str, told: Span, sign: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = moved(frame.today, told, sign)
        return feast(rule)(replace(frame, now=start)) if start else None

    return read


def lunar_day(told: MonthDay) -> Reading:
    return feast(f"lunar {told[0]}-{told[1]}")


def lunar_year_day(year: int, told: MonthDay) -> Reading:
    return feast_year(f"lunar {told[0]}-{told[1]}", year)


def ymd(said: str) -> Reading | None:
    first, second, third = _figures(said)
    if first > _DAYS:
        return monthday_year((second, third), first)
    year = short(third)
    return lambda frame: _either(frame, first, second, lambda month, number: calendar.on(year, month, number))


def md(said: str) -> Reading | None:
    first, second = _figures(said)

    def find(frame: Frame) -> When | None:
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
    for mark in "/-.":
        if mark in said:
            return [int(one) for one in said.split(mark)]
    return []
