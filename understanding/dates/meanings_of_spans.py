"""What spans such as "two weeks and a half" mean."""

from datetime import datetime, timedelta

from understanding.dates import calendar
from understanding.dates.when import Grain

_SATURDAY = 5

Span = tuple[tuple[str, float], ...]


GRAINS = {
    "day": (Grain.DAY, 1), "week": (Grain.WEEK, 1), "month": (Grain.MONTH, 1), "quarter": (Grain.QUARTER, 1),
    "year": (Grain.YEAR, 1), "hour": (Grain.HOUR, 1), "minute": (Grain.MINUTE, 1), "second": (Grain.MINUTE, 1 / 60),
    "weekend": (Grain.WEEKEND, 1), "fortnight": (Grain.WEEK, 2), "workday": (Grain.DAY, 1),
    "halfmonth": (Grain.DAY, 15), "halfyear": (Grain.MONTH, 6), "twomonths": (Grain.MONTH, 2),
    "threemonths": (Grain.MONTH, 3),
}  # fmt: skip


_CLOCKS = (Grain.HOUR, Grain.MINUTE)
_MANY = 1000


def same(value: object) -> object:
    return value


def one() -> float:
    return 1


def half() -> float:
    return 0.5


def plus(count: float, more: float = 0.5) -> float:
    return count + more


def span(count: float, unit: str) -> Span | None:
    """2015年 is a year, and no span of so many years."""
    return ((unit, count),) if count < _MANY else None


def span_half(count: float, unit: str) -> Span:
    return ((unit, count + 0.5),)


def month_halves(count: float) -> Span:
    """两个半月: two months and a half."""
    return span_half(count, "month")


def spans(first: Span | str, second: Span | str) -> Span:
    return parts(first) + parts(second)


def quarter_span(unit: str) -> Span:
    return ((unit, 0.25),)


def three_quarter_span(unit: str) -> Span:
    return ((unit, 0.75),)


def quarters_span(count: float, unit: str) -> Span:
    return ((unit, count / 4),)


def ke_span(count: float) -> Span:
    return (("minute", 15 * count),)


def ke_alone(minutes: int) -> Span:
    """一刻, 三刻."""
    return (("minute", minutes),)


def parts(told: Span | str | float) -> Span:
    """A span as told in words, or by one word that is a span of its own."""
    if isinstance(told, tuple):
        return told
    return ((told, 1),) if isinstance(told, str) else (("minute", 15),)


def moved(start: datetime, told: Span | str, sign: float) -> datetime | None:
    """Move by a span; days never pass through the clock, working days skip weekends."""
    place: datetime | None = start
    for unit, count in parts(told):
        if place is None:
            return None
        grain, times = GRAINS[unit]
        if unit == "workday":
            place = _workdays(place, int(count * sign))
        else:
            place = calendar.add(place, grain, count * times * sign)
    return place


def _workdays(start: datetime, count: int) -> datetime | None:
    step, left = (1 if count > 0 else -1), min(abs(count), 400)
    while left:
        start += timedelta(days=step)
        left -= start.weekday() < _SATURDAY
    return start


def finest(told: Span | str) -> Grain:
    grains = [GRAINS[unit][0] for unit, count in parts(told)]
    broken = [Grain.DAY for _, count in parts(told) if count != int(count)]
    return min(grains + broken)


def span_grain(told: Span) -> Grain:
    return min(GRAINS[unit][0] for unit, _ in parts(told))
