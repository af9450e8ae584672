"""What phrases for stretches of hours mean."""

from dataclasses import replace

from understanding.dates.meanings_of_clocks import Clock, Told, checked, clock_of, hour_ap, part_clock
from understanding.dates.meanings_of_days import offset
from understanding.dates.meanings_of_spans import Span, moved
from understanding.dates.meanings_of_times import at_clock, of_any_day
from understanding.dates.when import DAY, Bound, Frame, Grain, Reading, When

_DAY_HOURS = 24
_LATE_MORNING = 11
_NOON = 12

Hours = tuple[Clock, Clock]


def crange(first: Told, last: Told) -> Hours:
    """From 5 to 6 pm: the second half of the day holds for both, unless the first then came after."""
    start, end = clock_of(first), clock_of(last)
    if end.firm and not start.firm and start.hour < _NOON <= end.hour:
        later = replace(start, hour=start.hour + 12, firm=True)
        if (later.hour, later.minute) < (end.hour, end.minute):
            return later, end
    if end.firm and not start.firm and end.hour < start.hour < _NOON:
        return replace(start, hour=start.hour + _NOON, firm=True), end
    if not start.firm and not end.firm and end.hour < start.hour <= _NOON:
        return start, replace(end, hour=end.hour + _NOON, firm=True)
    if start.firm and not end.firm and end.hour <= start.hour - 12 + 11 and end.hour < start.hour:
        return start, replace(end, hour=(end.hour % 12) + 12, firm=True)
    return start, replace(end, firm=end.firm or start.firm)


def nrange(first: float, last: Told) -> Hours | None:
    start = checked(first)
    return crange(start, last) if start else None


def cnrange(first: Told, last: float) -> Hours | None:
    end = checked(last)
    return crange(first, end) if end else None


def nnrange(first: float, last: float) -> Hours | None:
    start, end = checked(first), checked(last)
    return crange(start, end) if start and end and first <= _DAY_HOURS and last <= _DAY_HOURS else None


def nnprange(first: float, last: float, part: str) -> Hours | None:
    start, end = checked(first), checked(last)
    return (part_clock(part, start), part_clock(part, end)) if start and end else None


def pnnrange(part: str, first: float, last: float) -> Hours | None:
    return nnprange(first, last, part)


def nnaprange(first: float, last: float, half: str) -> Hours | None:
    start, end = checked(first), hour_ap(last, half)
    return crange(start, end) if start and end else None


def pnrange(part: str, first: float, last: Told) -> Hours | None:
    start = checked(first)
    return pcrange(part, start, last) if start else None


def pcrange(part: str, first: Told, last: Told) -> Hours:
    return part_clock(part, first), part_clock(part, last)


def pcnrange(part: str, first: Told, last: float) -> Hours | None:
    end = checked(last)
    return pcrange(part, first, end) if end else None


def pcpcrange(part: str, first: Told, part2: str, last: Told) -> Hours:
    return part_clock(part, first), part_clock(part2, last)


def day_trange(base: Reading, hours: Hours) -> Reading:
    def read(frame: Frame) -> When | None:
        found = base(frame)
        if found is None:
            return None
        start, end = (at_clock(found.start, one, frame).start for one in hours)
        return When(start, end if end > start else end + DAY, Grain.MINUTE, clock=True, spread=True)

    return read


def trange(hours: Hours) -> Reading:
    return of_any_day(day_trange(offset(0), hours))


def dpart_trange(told: str, hours: Hours) -> Reading:
    days, name = told.split()
    return day_trange(offset(int(days)), pcrange(name, *hours))


def daypart_trange(base: Reading, hours: Hours) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        late = told is not None and told.start.hour >= _LATE_MORNING
        return told and day_trange(
            lambda _: replace(told, start=told.start.replace(hour=0)),
            pcrange("afternoon" if late else "morning", *hours),
        )(frame)

    return read


def day_crange(base: Reading, first: Told, last: Told) -> Reading:
    return day_trange(base, crange(first, last))


def day_nn(base: Reading, first: float, last: float) -> Reading | None:
    hours = nnrange(first, last)
    return day_trange(base, hours) if hours else None


def dpart_nn(told: str, first: float, last: float) -> Reading | None:
    hours = nnrange(first, last)
    return dpart_trange(told, hours) if hours else None


def day_part_nn(base: Reading, part: str, first: float, last: float) -> Reading | None:
    hours = nnprange(first, last, part)
    return day_trange(base, hours) if hours else None


def rel_tspan(sign: int, told: Span) -> Reading:
    def read(frame: Frame) -> When | None:
        way = 1 if sign > 0 else -1
        end = moved(frame.now, told, way)
        return When(min(frame.now, end), max(frame.now, end), Grain.MINUTE, clock=True, spread=True) if end else None

    return read


def rel_tcount(sign: int, count: float, unit: str) -> Reading:
    return rel_tspan(sign, ((unit, count),))


def within_tspan(told: Span) -> Reading:
    def read(frame: Frame) -> When | None:
        end = moved(frame.now, told, 1)
        return When(frame.now, end, Grain.MINUTE, bound=Bound.BEFORE, clock=True, spread=True) if end else None

    return read
