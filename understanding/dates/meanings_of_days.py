"""What phrases for days mean."""

from dataclasses import replace
from datetime import timedelta

from understanding.dates import calendar
from understanding.dates.meanings_of_spans import Span, finest, moved
from understanding.dates.when import DAY, Frame, Grain, Reading, When, day

_WEEKS = 6


def shift(told: Span, sign: float) -> Reading:
    def read(frame: Frame) -> When | None:
        start = moved(frame.today, told, sign)
        return day(start) if start else None

    return read


def day_shift(base: Reading, told: Span, sign: float) -> Reading:
    def read(frame: Frame) -> When | None:
        from_day = base(frame)
        start = from_day and moved(from_day.start, told, sign)
        return day(start) if start else None

    return read


def day_shift_offset(days: int, told: Span) -> Reading:
    return day_shift(offset(days), told, 1)


def weekday_shift(weekday_: int, told: Span) -> Reading | None:
    return day_shift(weekday(weekday_), told, 1) if finest(told) > Grain.DAY else None


def offset(days: int) -> Reading:
    return lambda frame: day(frame.today + timedelta(days=days))


def weekday(wanted: int) -> Reading:
    """The first such day after today; looking back, the last one before today."""

    def read(frame: Frame) -> When:
        ahead = (wanted - frame.today.weekday() - 1) % 7 + 1
        back = (frame.today.weekday() - wanted - 1) % 7 + 1
        return day(frame.today + timedelta(days=ahead if frame.lean > 0 else -back))

    return read


def rel_weekday(*said: int) -> Reading:
    *weeks, wanted = said

    def read(frame: Frame) -> When:
        monday = calendar.floor(frame.today, Grain.WEEK)
        return day(monday + timedelta(days=7 * sum(weeks) + wanted))

    return read


def recent_weekday(wanted: int) -> Reading:
    def read(frame: Frame) -> When:
        return day(frame.today - timedelta(days=(frame.today.weekday() - wanted - 1) % 7 + 1))

    return read


def week_on(told: Span, wanted: int) -> Reading | None:
    """A week on Friday."""
    return day_shift(weekday(wanted), told, 1) if finest(told) is Grain.WEEK else None


def weekday_week(wanted: int) -> Reading:
    return day_shift(weekday(wanted), (("week", 1),), 1)


def offset_week(days: int) -> Reading:
    return day_shift(offset(days), (("week", 1),), 1)


def weekday_fortnight(wanted: int) -> Reading:
    return day_shift(weekday(wanted), (("week", 2),), 1)


def nth_weekday_from(count: float, wanted: int) -> Reading:
    return day_shift(weekday(wanted), (("week", count - 1),), 1)


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


def dom_named(number: int, wanted: int) -> Reading | None:
    """Thursday the 21st: the nearest month in which that day is a Thursday."""
    return (lambda frame: _dom_named(frame, int(number), wanted)) if number in range(1, 32) else None


def _dom_named(frame: Frame, number: int, wanted: int) -> When | None:
    first = calendar.floor(frame.today, Grain.MONTH)
    for months in sorted(range(-12, 13), key=lambda one: (abs(one), -one * frame.lean)):
        month = calendar.add_months(first, months)
        found = month and calendar.on(month.year, month.month, number)
        if found and found.weekday() == wanted and (found - frame.today).days * frame.lean >= 0:
            return day(found)
    return None


def named(base: Reading, wanted: int) -> Reading:
    """A day with its weekday: the date counts, the weekday chooses the nearest year or month that fits."""

    def read(frame: Frame) -> When | None:
        told = base(frame)
        for lean in (frame.lean, -frame.lean):
            near = base(replace(frame, lean=lean))
            if near and near.start.weekday() == wanted:
                return near
        return told

    return read


def nth_weekday(count: float, wanted: int, month: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = month(frame)
        if told is None or told.grain is not Grain.MONTH:
            return None
        found = calendar.nth_weekday(told.start.year, told.start.month, wanted, int(count))
        return day(found) if found else None

    return read


def nth_weekday_now(count: float, wanted: int) -> Reading | None:
    return nth_weekday(count, wanted, _this_month) if count < _WEEKS else None


def _this_month(frame: Frame) -> When:
    start = calendar.floor(frame.today, Grain.MONTH)
    return When(start, calendar.add_months(start, 1) or start, Grain.MONTH)


def last_day(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and day(told.end - DAY)

    return read


def first_day(count: float, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and day(told.start + timedelta(days=count - 1))

    return read


def day_rel(days: int) -> Reading | None:
    return offset(days) if days in (-1, 1) else None


def day_count(days: float) -> Reading:
    return shift((("day", days),), 1)


def closest(wanted: int, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        if told is None:
            return None
        return day(told.start + timedelta(days=(wanted - told.start.weekday() + 3) % 7 - 3))

    return read
