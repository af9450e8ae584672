"""What "by five", "after ten in the morning" and "until then" on a day mean."""

from understanding.dates.meanings_of_clocks import Told, checked
from understanding.dates.meanings_of_days import offset
from understanding.dates.meanings_of_times import day_clock, of_any_day
from understanding.dates.when import Bound, Frame, Reading, When


def by_clock(base: Reading, told: Told) -> Reading:
    def read(frame: Frame) -> When | None:
        found = day_clock(base, told)(frame)
        return found.bounded(Bound.BEFORE) if found else None

    return read


def after_clock(base: Reading, told: Told) -> Reading:
    def read(frame: Frame) -> When | None:
        found = day_clock(base, told)(frame)
        return found.bounded(Bound.AFTER) if found else None

    return read


def by_hour(base: Reading, number: float) -> Reading | None:
    told = checked(number) if number else None
    return by_clock(base, told) if told else None


def by_hour_today(number: float) -> Reading | None:
    told = by_hour(offset(0), number)
    return told and of_any_day(told)


def since_clock(base: Reading, told: Told) -> Reading:
    def read(frame: Frame) -> When | None:
        found = day_clock(base, told)(frame)
        return found.bounded(Bound.SINCE) if found else None

    return read
