"""What phrases from one day to another, and so many days on, mean."""

from understanding.dates import calendar
from understanding.dates.meanings_of_dates import monthday
from understanding.dates.meanings_of_periods import unit_range
from understanding.dates.meanings_of_spans import Span, finest, moved, span
from understanding.dates.when import DAY, Bound, Frame, Grain, Reading, When, day

_DAYS = 31


def rel_span(sign: int, count: float, unit: str) -> Reading | None:
    told = span(count, unit)
    return rel_spans(sign, told) if told else None


def rel_spans(sign: int, told: Span) -> Reading:
    """The next three days begin tomorrow, the last three end today; weeks and longer are whole ones."""

    def read(frame: Frame) -> When | None:
        way = 1 if sign > 0 or (sign == 0 and frame.lean > 0) else -1
        if told[0][0] == "workday":
            return _workdays(frame, told, way)
        grain = finest(told)
        start = calendar.floor(frame.today, grain) if grain > Grain.WEEKEND and sign else frame.today
        first = moved(start, ((_UNIT_NAMES[grain], 1),), 1) if way > 0 and grain in _UNIT_NAMES and sign else start
        first = frame.today + DAY if way > 0 and grain is Grain.DAY else first
        end = first and moved(first, told, way)
        return When(min(first, end), max(first, end), grain, spread=True) if first and end else None

    return read


def _workdays(frame: Frame, told: Span, way: int) -> When | None:
    one = moved(frame.today, (("workday", 1),), way)
    last = moved(frame.today, told, way)
    return When(min(one, last), max(one, last) + DAY, Grain.DAY, spread=True) if one and last else None


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


def span_from_now(told: Span) -> Reading:
    return span_starting(told, lambda frame: day(frame.today))


def recent_spans(_: int, count: float, unit: str) -> Reading | None:
    told = span(count, unit)
    return recent_span(-1, told) if told else None


def recent_span(_: int, told: Span) -> Reading:
    """The past three months end today, wherever in a month that is."""

    def read(frame: Frame) -> When | None:
        start = moved(frame.today, told, -1)
        return When(start, frame.today, finest(told), spread=True) if start else None

    return read


def coming_spans(_: int, count: float, unit: str) -> Reading | None:
    told = span(count, unit)
    return coming_span(1, told) if told else None


def coming_span(_: int, told: Span) -> Reading:
    """未来三个月 begin today, wherever in a month that is."""

    def read(frame: Frame) -> When | None:
        end = moved(frame.today, told, 1)
        return When(frame.today, end, finest(told), spread=True) if end else None

    return read


def week_from(base: Reading) -> Reading:
    """The week beginning on a day."""

    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and unit_range(told.start, Grain.WEEK)

    return read


def week_to(base: Reading) -> Reading:
    """The week ending on a day."""

    def read(frame: Frame) -> When | None:
        told = base(frame)
        start = told and moved(told.end, (("week", 1),), -1)
        return When(start, told.end, Grain.WEEK) if told and start else None

    return read


def shift_upcoming(count: float, unit: str) -> Reading | None:
    """Two upcoming days: the second of them."""
    if count != int(count) or unit not in _NAMED:
        return None
    return lambda frame: _upcoming(frame, int(count), _NAMED[unit])


def _upcoming(frame: Frame, count: int, grain: Grain) -> When | None:
    start = calendar.add(calendar.floor(frame.today, grain), grain, count)
    return unit_range(start, grain) if start else None


_NAMED = {"day": Grain.DAY} | {name: grain for grain, name in _UNIT_NAMES.items()}
