"""What phrases for days mean."""

from dataclasses import replace
from datetime import timedelta

from understanding.dates import calendar
from understanding.dates.meanings_of_dates import year_of
from understanding.dates.meanings_of_spans import Span, moved
from understanding.dates.when import DAY, Frame, Grain, Reading, When, day


def shift(told: Span, sign: float) -> Reading:
    def read(frame: Frame) -> When | None:
        start = moved(frame.today, told, sign)
        return day(calendar.floor(start, Grain.DAY)) if start else None

    return read


def day_shift_unit(unit: str, sign: float, base: Reading) -> Reading | None:
    """The day after Christmas, the week before the fair."""
    return day_shift(base, ((unit, 1),), sign)


def day_shift(base: Reading, told: Span, sign: float) -> Reading:
    def read(frame: Frame) -> When | None:
        from_day = base(frame)
        start = from_day and moved(from_day.start, told, sign)
        return day(start) if start else None

    return read


def day_shift_days(base: Reading, count: float, sign: float) -> Reading:
    return day_shift(base, (("day", count),), sign)


def day_hence(base: Reading, sign: float, days: int) -> Reading:
    """节后第二天 is the second day after it."""
    return day_shift_days(base, days + 1, sign)


def day_beside(base: Reading, sign: float) -> Reading | None:
    """圣诞节前一天."""
    return day_shift_days(base, 1, sign) if sign in (-1, 1) else None


def day_in_year(year: int, days: int) -> Reading:
    """明年的今天."""

    def read(frame: Frame) -> When | None:
        start = frame.today + timedelta(days=days)
        found = calendar.on(year_of(year, frame), start.month, start.day)
        return day(found) if found else None

    return read


def day_shift_offset(days: int, told: Span) -> Reading:
    return day_shift(offset(days), told, 1)


def offset(days: int) -> Reading:
    return lambda frame: day(frame.today + timedelta(days=days))


def offset_week(days: int) -> Reading:
    return day_shift(offset(days), (("week", 1),), 1)


def dom(number: int) -> Reading | None:
    """The 5th: the next to come, or the last one."""
    return (lambda frame: _dom(frame, int(number))) if number in range(1, 32) else None


def _dom(frame: Frame, number: int) -> When | None:
    first = calendar.floor(frame.today, Grain.MONTH)
    for months in range(4):
        month = calendar.add_months(first, months * frame.lean or months)
        found = month and calendar.on(month.year, month.month, number)
        if found and (found - frame.today).days * (frame.lean or 1) >= (frame.lean < 0):
            return day(found)
    return None


def last_day(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and day(told.end - DAY)

    return read


def first_day(count: float, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and replace(day(told.start + timedelta(days=count - 1)), again=told.again)

    return read


def day_rel(days: int) -> Reading | None:
    return offset(days) if days in (-1, 1) else None


def day_count(days: float) -> Reading:
    return shift((("day", days),), 1)
