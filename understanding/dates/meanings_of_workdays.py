"""What phrases for working days mean: Monday to Friday."""

from datetime import datetime, timedelta

from understanding.dates.meanings_of_periods import rel_month
from understanding.dates.meanings_of_spans import moved
from understanding.dates.when import DAY, Frame, Reading, When, day

_SATURDAY = 5


def next_workday(sign: int) -> Reading:
    return _stepped(sign) if sign else (lambda frame: day(frame.today))


def _stepped(sign: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = moved(frame.today, (("workday", 1),), sign)
        return day(start) if start else None

    return read


def last_workday(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and day(_free(told.end - DAY, -1))

    return read


def last_workday_here() -> Reading:
    """The last working day, of nothing that is named: of this month."""
    return last_workday(rel_month(0))


def nth_workday(count: float, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        start = told and moved(told.start - DAY, (("workday", count),), 1)
        return day(start) if start else None

    return read


def nth_workday_after(count: float, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        start = told and moved(told.end - DAY, (("workday", count),), 1)
        return day(start) if start else None

    return read


def last_workday_before(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and day(_free(told.start - DAY, -1))

    return read


def _free(start: datetime, step: int) -> datetime:
    while start.weekday() >= _SATURDAY:
        start += timedelta(days=step)
    return start
