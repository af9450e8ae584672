"""What the beginning, the middle and the end of a period mean."""

from dataclasses import replace
from datetime import timedelta

from understanding.dates import calendar
from understanding.dates.meanings_of_dates import short
from understanding.dates.meanings_of_periods import _rel, month, quarter_no, rel_week, year
from understanding.dates.when import Edge, Frame, Grain, Reading, When

_UNITS = {"week": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR}


def edge(which: str, base: Reading | int) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame) if callable(base) else year(base)(frame)
        if told is None or told.grain <= Grain.DAY or told.spread:
            # 过去十年中 is the ten years, and no middle of them.
            return told if told and told.spread else None
        return _edge(which, told)

    return read


def _edge(which: str, told: When) -> When:
    """A third of the interval, in whole months, days or hours."""
    lengths = {Grain.WEEK: 3, Grain.MONTH: 10, Grain.QUARTER: 31, Grain.YEAR: 92}
    length = timedelta(days=lengths.get(told.grain, max(1, (told.end - told.start).days // 3)))
    middle = told.start + (told.end - told.start - length) / 2
    start = {"early": told.start, "middle": calendar.floor(middle, Grain.DAY), "end": told.end - length}[which]
    if told.grain is Grain.YEAR:
        start = calendar.floor(start + timedelta(days=3), Grain.MONTH)
    return replace(told, start=start, end=start + length, edge=Edge(which), whole=(told.start, told.end))


def edge_unit(which: str, unit: str) -> Reading | None:
    return unit_edge(f"{which} {unit}") if unit in _UNITS else None


def unit_edge(told: str) -> Reading:
    """月初, mid-month: of the month that is, or of the next one."""
    return open_ended(rel_unit_edge(0, told))


def open_ended(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and replace(told, again=told.whole[1] if told.whole else told.end)

    return read


def rel_unit_edge(count: int, told: str) -> Reading:
    which, unit = told.split()
    return edge(which, lambda frame: _rel(_UNITS[unit], count, frame))


def year_unit_edge(told: int, which: str) -> Reading | None:
    return edge(which.split(maxsplit=1)[0], told) if which.endswith("year") else None


def month_edge(number: int, told: str) -> Reading | None:
    """8月底, 三季度末."""
    which, unit = told.split()
    match unit:
        case "month":
            base = month(number)
        case "quarter":
            base = quarter_no(number)
        case _:
            base = None
    return edge(which, base) if base else None


def year_edge(number: int, told: str) -> Reading | None:
    """19年底."""
    return year_unit_edge(short(number), told)


def early_unit(unit: str) -> Reading:
    return unit_edge(f"early {unit}")


def within_unit_month() -> Reading:
    return within_range(lambda frame: _rel(Grain.MONTH, 0, frame))


def within_unit_year() -> Reading:
    return within_range(lambda frame: _rel(Grain.YEAR, 0, frame))


def to_date(unit: str) -> Reading:
    """The year to date: from its beginning until now."""

    def read(frame: Frame) -> When | None:
        told = _rel(_UNITS[unit], 0, frame)
        return told and replace(told, end=frame.now, spread=True)

    return read


def rest_unit(unit: str) -> Reading | None:
    return rest(lambda frame: _rel(_UNITS[unit], 0, frame)) if unit in _UNITS else None


def rest(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and replace(told, start=frame.today, spread=True)

    return read


def third(number: int, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        if told is None:
            return None
        edges = [told.start + timedelta(days=days) for days in (0, 10, 20)] + [told.end]
        which = (Edge.EARLY, Edge.MIDDLE, Edge.END)[number]
        return replace(told, start=edges[number], end=edges[number + 1], edge=which, whole=(told.start, told.end))

    return read


def within_range(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        if told is None or told.edge:
            return told
        return replace(told, edge=Edge.WITHIN, whole=(told.start, told.end))

    return read


def within_week(weeks: int) -> Reading:
    return within_range(rel_week(weeks))
