"""What phrases from one day to another, and so many days on, mean."""

from dataclasses import replace
from datetime import timedelta

from understanding.dates import calendar
from understanding.dates.meanings_of_dates import MonthDay, monthday, year_of
from understanding.dates.meanings_of_days import dom
from understanding.dates.meanings_of_periods import month, month_year, unit_range, year
from understanding.dates.meanings_of_spans import Span, finest, moved
from understanding.dates.when import DAY, Bound, Frame, Grain, Reading, When

_DAYS = 31


def rel_span(sign: int, count: float, unit: str) -> Reading:
    return rel_spans(sign, ((unit, count),))


def rel_spans(sign: int, told: Span) -> Reading:
    """The next three days begin tomorrow, the last three end today; weeks and longer are whole ones."""

    def read(frame: Frame) -> When | None:
        way = 1 if sign > 0 or (sign == 0 and frame.lean > 0) else -1
        grain = finest(told)
        start = calendar.floor(frame.today, grain) if grain > Grain.WEEKEND and sign else frame.today
        first = moved(start, ((_UNIT_NAMES[grain], 1),), 1) if way > 0 and grain in _UNIT_NAMES and sign else start
        first = frame.today + DAY if way > 0 and grain is Grain.DAY else first
        end = first and moved(first, told, way)
        return When(min(first, end), max(first, end), grain, spread=True) if first and end else None

    return read


_UNIT_NAMES = {Grain.WEEK: "week", Grain.MONTH: "month", Grain.QUARTER: "quarter", Grain.YEAR: "year"}


def within_span(count: float, unit: str) -> Reading:
    return within_spans(((unit, count),))


def within_spans(told: Span) -> Reading:
    """Within three days: by the third day from today."""

    def read(frame: Frame) -> When | None:
        end = moved(frame.today, told, 1)
        return When(frame.today, end, Grain.DAY, bound=Bound.BEFORE, spread=True) if end else None

    return read


def within_spans_from(told: Span, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        start = base(frame)
        end = start and moved(start.start, told, 1)
        return When(start.start, end, Grain.DAY, spread=True) if start and end else None

    return read


def nth_week(count: float, base: Reading | int) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame) if callable(base) else year(base)(frame)
        return told and _nth_week(told, int(count))

    return read


def _nth_week(told: When, count: int) -> When | None:
    """The first week is the one with the first Thursday; the last ends within the interval."""
    if count < 0:
        monday = calendar.floor(told.end - DAY, Grain.WEEK)
    else:
        monday = calendar.floor(told.start + timedelta(days=3), Grain.WEEK) + timedelta(days=7 * (count - 1))
    return unit_range(monday, Grain.WEEK)


def nth_week_year(count: float, told: int) -> Reading:
    return nth_week(count, told)


def week_of(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and unit_range(calendar.floor(told.start, Grain.WEEK), Grain.WEEK)

    return read


def week_of_md(number: int, told: int) -> Reading | None:
    return week_of(monthday((number, told))) if told <= _DAYS else None


def span_starting(told: Span, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        start = base(frame)
        end = start and moved(start.start, told, 1)
        return When(start.start, end, start.grain, clock=start.clock, spread=True) if start and end else None

    return read


tspan_starting = span_starting


def day_day(first: Reading, second: Reading) -> Reading:
    return join(first, second)


def join(first: Reading | int, second: Reading | int) -> Reading:
    """From one to another; the second is looked for after the first."""

    def read(frame: Frame) -> When | None:
        told = _read(first, frame)
        if told is None:
            return None
        last = _read(second, frame)
        if last and last.start < told.start:
            last = _read(second, replace(frame, now=told.start, lean=1))
        return _joined(told, last) if last and last.start >= told.start else None

    return read


def _read(one: Reading | int, frame: Frame) -> When | None:
    return one(frame) if callable(one) else year(one)(frame)


def _joined(told: When, last: When) -> When:
    end = last.end if last.grain <= Grain.DAY else last.start if last.grain is Grain.YEAR else last.end
    return When(told.start, end, min(told.grain, last.grain), clock=told.clock or last.clock, spread=True)


def range_now(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(replace(frame, lean=-1))
        return told and When(told.start, frame.now, Grain.MINUTE, spread=True)

    return read


def range_year(base: Reading, told: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year_of(told, frame), 1, 1)
        return base(replace(frame, now=start, lean=1)) if start else None

    return read


def mdd(number: int, first: float, second: float) -> Reading | None:
    if not 1 <= first < second <= _DAYS:
        return None
    return join(monthday((number, int(first))), monthday((number, int(second))))


def mday_n(told: MonthDay, last: float) -> Reading | None:
    return mdd(told[0], told[1], last)


def dom_dom(first: float, last: float) -> Reading | None:
    start, end = dom(int(first)), dom(int(last))
    return join(start, end) if start and end else None


def dom_monthday(first: float, told: MonthDay) -> Reading | None:
    start = dom(int(first))
    return join(start, monthday(told)) if start else None


def months(year_: float, first: int, last: int) -> Reading | None:
    if not (first in range(1, 13) and last in range(1, 13)):
        return None
    plain_start, plain_end = month(first), month(last)
    if year_:
        plain_start, plain_end = month_year(first, int(year_)), month_year(last, int(year_))
    return join(plain_start, plain_end) if plain_start and plain_end else None


def week_days(base: Reading, first: int, last: int) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        if told is None or told.grain is not Grain.WEEK:
            return None
        days = [told.start + timedelta(days=one) for one in (first, last)]
        return When(days[0], days[1] + DAY, Grain.DAY, spread=True)

    return read
