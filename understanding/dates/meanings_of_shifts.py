"""What "in two hours" and "ten minutes before three" mean: a moment moved by a span."""

from understanding.dates.meanings_of_bounds import since
from understanding.dates.meanings_of_clocks import Told
from understanding.dates.meanings_of_ranges import span_starting
from understanding.dates.meanings_of_spans import Span, moved
from understanding.dates.meanings_of_times import clock_today
from understanding.dates.when import Frame, Reading, When, moment


def tshift(told: Span, sign: float) -> Reading:
    def read(frame: Frame) -> When | None:
        start = moved(frame.now, told, sign)
        return moment(start) if start else None

    return read


def tshift_time(told: Span, base: Reading, sign: int = 1) -> Reading:
    def read(frame: Frame) -> When | None:
        found = base(frame)
        start = found and moved(found.start, told, sign)
        return moment(start) if start else None

    return read


tshift_day = tshift_time


def tspan_starting(told: Span, base: Reading | Told) -> Reading:
    """For two hours from ten."""
    return span_starting(told, base if callable(base) else clock_today(base))


def tshift_time_back(told: Span, base: Reading) -> Reading:
    return tshift_time(told, base, -1)


def tshift_clock(told: Span, clock: Told) -> Reading:
    return tshift_time(told, clock_today(clock))


def tshift_clock_back(told: Span, clock: Told) -> Reading:
    return tshift_time(told, clock_today(clock), -1)


def tspan_since(told: Span) -> Reading:
    """两小时以来."""
    return since(tshift(told, -1))
