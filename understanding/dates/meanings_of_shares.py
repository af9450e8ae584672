"""What parts of a longer period mean: its first or last months, its n-th week, its halves."""

from datetime import datetime, timedelta

from understanding.dates import calendar
from understanding.dates.figures import decade_of
from understanding.dates.meanings_of_periods import year
from understanding.dates.meanings_of_spans import GRAINS
from understanding.dates.when import DAY, Frame, Grain, Reading, When, day

_THURSDAY = 3
_HALF = 6


def _whole(base: Reading | int, frame: Frame) -> When | None:
    return base(frame) if callable(base) else year(base)(frame)


def last_units(count: float, unit: str, base: Reading | int) -> Reading | None:
    def read(frame: Frame) -> When | None:
        told = _whole(base, frame)
        if told is None:
            return None
        end = calendar.floor(told.end, Grain.WEEK) if grain is Grain.WEEK else told.end
        start = calendar.add(end, grain, -count * times)
        return When(start, end, grain, spread=True) if start else None

    grain, times = GRAINS[unit]
    return read if grain >= Grain.DAY else None


def first_units(_: float, count: float, unit: str, base: Reading | int) -> Reading | None:
    def read(frame: Frame) -> When | None:
        told = _whole(base, frame)
        end = told and calendar.add(told.start, grain, count * times)
        return When(told.start, end, grain, spread=True) if told and end else None

    grain, times = GRAINS[unit]
    return read if grain >= Grain.DAY else None


def first_quarters(count: float, unit: str, told: int) -> Reading | None:
    """前三季度 are those of the year; 前三个月 have just gone by."""
    return first_units(1, count, unit, int(told)) if unit == "quarter" else None


def nth_week(count: float, base: Reading | int) -> Reading:
    """A week belongs to the month or year that has its Thursday."""

    def read(frame: Frame) -> When | None:
        told = _whole(base, frame)
        if told is None:
            return None
        monday = _last(told) if count < 0 else _first(told)
        start = monday + timedelta(weeks=count - 1 if count > 0 else count + 1)
        return When(start, start + timedelta(weeks=1), Grain.WEEK)

    return read


def _first(told: When) -> datetime:
    monday = calendar.floor(told.start, Grain.WEEK)
    return monday if told.start - monday <= timedelta(days=_THURSDAY) else monday + timedelta(weeks=1)


def _last(told: When) -> datetime:
    last = told.end - DAY
    monday = calendar.floor(last, Grain.WEEK)
    return monday if last - monday >= timedelta(days=_THURSDAY) else monday - timedelta(weeks=1)


def nth_week_back(count: float, base: Reading | int) -> Reading:
    return nth_week(-count, base)


def nth_full_week(count: float, base: Reading) -> Reading:
    """第二周 counts from the first Monday of the month."""

    def read(frame: Frame) -> When | None:
        told = base(frame)
        if told is None:
            return None
        start = told.start + timedelta(days=-told.start.weekday() % 7, weeks=count - 1)
        return When(start, start + timedelta(weeks=1), Grain.WEEK)

    return read


def nth_day_back(count: float, base: Reading | int) -> Reading:
    def read(frame: Frame) -> When | None:
        told = _whole(base, frame)
        return told and day(told.end - timedelta(days=count))

    return read


def half_of(number: float, base: Reading | int) -> Reading | None:
    def read(frame: Frame) -> When | None:
        told = _whole(base, frame)
        if told is None or told.grain < Grain.WEEK:
            return None
        middle = calendar.floor(told.start + (told.end - told.start) / 2, Grain.DAY)
        if told.grain is Grain.YEAR:
            middle = calendar.add_months(told.start, _HALF) or middle
        edges = (told.start, middle, told.end)
        return When(edges[int(number) - 1], edges[int(number)], told.grain, spread=True)

    return read if number in (1, 2) else None


def rel_half(count: int) -> Reading:
    """A half of the year: this one, the next, the last."""

    def read(frame: Frame) -> When | None:
        here = frame.today.replace(month=1 if frame.today.month <= _HALF else _HALF + 1, day=1)
        start, end = (calendar.add_months(here, _HALF * (count + one)) for one in (0, 1))
        return When(start, end, Grain.QUARTER) if start and end else None

    return read


def decade_said(number: float) -> Reading:
    return decade(decade_of(int(number)))


def decade_last_century(number: float) -> Reading:
    return decade(1900 + int(number))


def decade(start: int) -> Reading:
    def read(_: Frame) -> When | None:
        first, last = calendar.on(start, 1, 1), calendar.on(start + 10, 1, 1)
        return When(first, last, Grain.YEAR) if first and last else None

    return read
