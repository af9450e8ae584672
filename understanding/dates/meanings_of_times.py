"""What a day with a time of day, or with a part of the day, means."""

from dataclasses import replace
from datetime import datetime, timedelta

from understanding.dates import calendar
from understanding.dates.meanings_of_clocks import (
    PARTS,
    Told,
    checked,
    clock_of,
    hour_ap,
    part_clock,
    part_clock_n,
    part_half,
    part_hm,
    settled,
)
from understanding.dates.meanings_of_days import dom, offset
from understanding.dates.when import DAY, Bound, Edge, Frame, Grain, Reading, When, day, moment

_OFFICE_END, _HALF_DAY = 17, 12


def at_clock(start: datetime, told: Told, frame: Frame) -> When:
    base = settled(told, frame)
    found = moment(start.replace(hour=base.hour, minute=base.minute, second=0, microsecond=0))
    return found if clock_of(told).firm else replace(found, other=found.start)


def day_clock(base: Reading, told: Told) -> Reading:
    def read(frame: Frame) -> When | None:
        found = base(frame)
        return at_clock(found.start, told, frame) if found else None

    return read


def day_hour(base: Reading, number: float) -> Reading | None:
    told = checked(number) if number else None
    return day_clock(base, told) if told else None


def dom_hour_ap(number: float, hour: float, half: str) -> Reading | None:
    """The 15, 9am: no hour is so late in its half of the day."""
    base, told = dom(int(number)), hour_ap(hour, half)
    return day_clock(base, told) if number > _HALF_DAY and base and told else None


def day_hm(base: Reading, number: float, minute: float) -> Reading | None:
    told = checked(number, minute)
    return day_clock(base, told) if told else None


def day_part_hm(base: Reading, part_: str, number: float, minute: float) -> Reading | None:
    told = part_hm(number, minute, part_)
    return day_clock(base, told) if told else None


def day_part_clock(base: Reading, part_: str, told: Told) -> Reading:
    return day_clock(base, part_clock(part_, told))


def day_part_n(base: Reading, part_: str, number: float) -> Reading | None:
    told = part_clock_n(part_, number)
    return day_clock(base, told) if told else None


def clock_today(told: Told) -> Reading:
    """Today; where that hour is over, it may be tomorrow's."""
    return of_any_day(day_clock(offset(0), told))


def of_any_day(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and replace(told, again=frame.today + DAY)

    return read


def rel_part_clock(part_: str, told: Told) -> Reading:
    return day_clock(offset(0), part_clock(part_, told))


def _dpart(told: str) -> tuple[Reading, str]:
    days, name = told.split()
    return offset(int(days)), name


def dpart_clock(told: str, time_: Told) -> Reading:
    base, name = _dpart(told)
    return day_part_clock(base, name, time_)


def dpart_n(told: str, number: float) -> Reading | None:
    base, name = _dpart(told)
    return day_part_n(base, name, number)


def dpart_half(told: str, number: float) -> Reading | None:
    base, name = _dpart(told)
    return day_clock(base, clock) if (clock := part_half(name, number)) else None


def dpart_hm(told: str, number: float, minute: float) -> Reading | None:
    base, name = _dpart(told)
    return day_part_hm(base, name, number, minute)


def dpart(told: str) -> Reading:
    return day_part(*_dpart(told))


def day_part(base: Reading, name: str) -> Reading:
    def read(frame: Frame) -> When | None:
        found = base(frame)
        if found is None or found.grain is not Grain.DAY:
            return None
        first, last = PARTS[name]
        return When(found.start + timedelta(hours=first), found.start + timedelta(hours=last), Grain.PART)

    return read


def part(name: str) -> Reading:
    return of_any_day(day_part(offset(0), name))


def rel_part(days: int, name: str) -> Reading:
    return day_part(offset(days), name)


def day_ap(base: Reading, half: str) -> Reading:
    return day_part(base, "morning" if half == "am" else "afternoon")


def rest_day() -> Reading:
    return rest_of_day(offset(0))


def rest_of_day(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and When(max(frame.now, told.start), told.end, Grain.PART)

    return read


def now() -> Reading:
    return lambda frame: moment(frame.now)


def asap() -> Reading:
    return lambda frame: moment(frame.now).bounded(Bound.AFTER)


def end_of_day(_: object) -> Reading:
    return eod_on(offset(0))


def edge_of_day(which: str, base: Reading) -> Reading:
    """The end is the end of work; the start of a day is that day."""
    return eod_on(base) if which == Edge.END else base


def eod_on(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        found = base(frame)
        if found is None or found.grain is not Grain.DAY:
            return None
        start = found.start + timedelta(hours=_OFFICE_END)
        return When(start, found.end, Grain.PART, edge=Edge.END)

    return read


def dt(said: str) -> Reading:
    day_, _, clock = said.partition("t")
    year, month, number = map(int, day_.split("-"))
    start = calendar.on(year, month, number)
    return day_clock(lambda _: day(start), clock) if start else lambda _: None
