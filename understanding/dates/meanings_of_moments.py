"""What stretches from one moment to another mean, whose days are told with them."""

from dataclasses import replace
from datetime import timedelta

from understanding.dates.meanings_of_clocks import Clock, Told, checked, clock_of, settled
from understanding.dates.meanings_of_hours import crange
from understanding.dates.meanings_of_times import at_clock
from understanding.dates.when import Frame, Grain, Reading, When

_NOON = 12


def time_time(first: Reading, last: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        start, end = first(frame), last(frame)
        if start is None or end is None:
            return None
        start = _afternoon(start, end)
        if end.start < start.start:
            end = last(replace(frame, now=start.start, lean=1))
        return When(start.start, end.start, Grain.MINUTE, clock=True, spread=True) if end else None

    return read


def _afternoon(start: When, end: When) -> When:
    """From 3:30 to 6 pm: both are after noon."""
    later = start.start + timedelta(hours=12)
    if start.other and not end.other and end.start.hour >= _NOON > start.start.hour and later < end.start:
        return replace(start, start=later)
    return start


def time_clock(first: Reading, last: Told) -> Reading:
    def read(frame: Frame) -> When | None:
        start = first(frame)
        if start is None:
            return None
        end = start.start.replace(hour=settled(last, frame).hour, minute=clock_of(last).minute)
        start = _afternoon(start, replace(start, start=end, other=None if clock_of(last).firm else end))
        for _ in range(2):
            end += timedelta(hours=12 if end <= start.start else 0)
        return When(start.start, end, Grain.MINUTE, clock=True, spread=True)

    return read


def time_n(first: Reading, last: float) -> Reading | None:
    end = checked(last) if last else None
    return time_clock(first, end) if end else None


def clock_time(first: Told, last: Reading) -> Reading:
    """1pm to 2pm tomorrow: the day of the end is that of the beginning."""

    def read(frame: Frame) -> When | None:
        end = last(frame)
        if end is None:
            return None
        begun = crange(first, Clock(end.start.hour, end.start.minute, firm=not end.other))[0]
        start = at_clock(end.start.replace(hour=0, minute=0), begun, frame).start
        return When(start, end.start, Grain.MINUTE, clock=True, spread=True) if start < end.start else None

    return read
