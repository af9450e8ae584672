"""What a date phrase means for a follow-up: the table that every rep agrees with."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from understanding.dates.when import DAY, Bound, Edge, Frame, Grain, Reading, When

_FRIDAY, _SATURDAY = 4, 5


def due(read: Reading, frame: Frame) -> tuple[date, time | None] | None:
    """The day, and the time of day if one was said, on which it is due."""
    when = _coming(read, frame)
    if when is None:
        return None
    start = _start(when, frame)
    return start.date(), start.time().replace(second=0, microsecond=0) if when.clock else None


def _coming(read: Reading, frame: Frame) -> When | None:
    """What is over and names no day is the next one: 月初 of next month, "at nine" tomorrow."""
    when = read(frame)
    if when is None or when.again is None or not _over(when, frame):
        return when
    return read(replace(frame, now=when.again))


def _over(when: When, frame: Frame) -> bool:
    if when.grain is Grain.PART:
        return when.end <= frame.now
    return when.start < frame.now if when.clock else _start(when, frame) < frame.today


def _start(when: When, frame: Frame) -> datetime:
    if when.edge and when.whole:
        return _edge(when, when.whole, frame)
    if when.grain is Grain.WEEKEND and when.start <= frame.today < when.end:
        return frame.today
    if when.grain >= Grain.WEEK and not when.spread and not when.bound and when.start <= frame.today < when.end:
        return _edge(replace(when, edge=Edge.END), (when.start, when.end), frame)
    if (when.spread and when.bound is Bound.BEFORE) or (when.bound is Bound.AFTER and when.grain >= Grain.DAY):
        return when.end
    return when.start


def _edge(when: When, whole: tuple[datetime, datetime], frame: Frame) -> datetime:
    start, end = whole
    match when.edge:
        case Edge.END | Edge.WITHIN:
            if when.grain is Grain.WEEKEND:
                return max(start, frame.today)
            return _friday(start, frame) if when.grain is Grain.WEEK else end - DAY
        case Edge.MIDDLE:
            return start + timedelta(days=2 if when.grain is Grain.WEEK else 14) if _is_short(when) else when.start
        case _:
            return start


def _is_short(when: When) -> bool:
    return when.grain in (Grain.WEEK, Grain.MONTH)


def _friday(monday: datetime, frame: Frame) -> datetime:
    """Of that week; on its Saturday and Sunday, of the next."""
    friday = monday + timedelta(days=_FRIDAY)
    return friday + timedelta(days=7) if friday < frame.today < monday + timedelta(days=7) else friday


def happened(read: Reading, frame: Frame) -> date | None:
    """The day on which something happened; a whole month or year tells none."""
    when = read(frame)
    return when.start.date() if when and when.grain <= Grain.WEEK else None
