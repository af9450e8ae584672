"""What phrases for days mean. Functions are called by name from lexicon/grammar.toml."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from understanding.dates import calendar
from understanding.dates.when import DAY, Bound, Edge, Frame, Grain, Reading, When, day

Span = tuple[tuple[str, float], ...]
MonthDay = tuple[int, int]
GRAINS = {
    "day": (Grain.DAY, 1), "week": (Grain.WEEK, 1), "month": (Grain.MONTH, 1), "quarter": (Grain.QUARTER, 1),
    "year": (Grain.YEAR, 1), "hour": (Grain.HOUR, 1), "minute": (Grain.MINUTE, 1), "second": (Grain.MINUTE, 1 / 60),
    "weekend": (Grain.WEEKEND, 1), "fortnight": (Grain.WEEK, 2), "workday": (Grain.DAY, 1),
    "halfmonth": (Grain.DAY, 15), "halfyear": (Grain.MONTH, 6),
}  # fmt: skip
_CLOCKS = (Grain.HOUR, Grain.MINUTE)


def same(value: object) -> object:
    return value


def one() -> float:
    return 1


def half() -> float:
    return 0.5


def plus(count: float, more: float = 0.5) -> float:
    return count + more


def span(count: float, unit: str) -> Span:
    return ((unit, count),)


def span_half(count: float, unit: str) -> Span:
    return ((unit, count + 0.5),)


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


def ke_one() -> Span:
    return (("minute", 15),)


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
        left -= start.weekday() < 5  # noqa: PLR2004
    return start


def finest(told: Span | str) -> Grain:
    grains = [GRAINS[unit][0] for unit, count in parts(told)]
    broken = [Grain.DAY for _, count in parts(told) if count != int(count)]
    return min(grains + broken)


def shift(told: Span, sign: float) -> Reading:
    def read(frame: Frame) -> When | None:
        start = moved(frame.today, told, sign)
        return day(start) if start else None

    return read


def day_shift(base: Reading, told: Span, sign: float) -> Reading:
    def read(frame: Frame) -> When | None:
        from_day = base(frame)
        start = from_day and moved(from_day.start, told, sign)
        return day(start) if start else None

    return read


def day_shift_offset(days: int, told: Span) -> Reading:
    return day_shift(offset(days), told, 1)


def weekday_shift(weekday_: int, told: Span) -> Reading | None:
    return day_shift(weekday(weekday_), told, 1) if finest(told) > Grain.DAY else None


def day_shift2(base: Reading, told: Span) -> Reading | None:
    return None


def offset(days: int) -> Reading:
    return lambda frame: day(frame.today + timedelta(days=days))


def weekday(wanted: int) -> Reading:
    """The first such day after today; looking back, the last one before today."""

    def read(frame: Frame) -> When:
        ahead = (wanted - frame.today.weekday() - 1) % 7 + 1
        back = (frame.today.weekday() - wanted - 1) % 7 + 1
        return day(frame.today + timedelta(days=ahead if frame.lean > 0 else -back))

    return read


def rel_weekday(*said: int) -> Reading:
    *weeks, wanted = said

    def read(frame: Frame) -> When:
        monday = calendar.floor(frame.today, Grain.WEEK)
        return day(monday + timedelta(days=7 * sum(weeks) + wanted))

    return read


def recent_weekday(wanted: int) -> Reading:
    def read(frame: Frame) -> When:
        return day(frame.today - timedelta(days=(frame.today.weekday() - wanted - 1) % 7 + 1))

    return read


def week_on(told: Span, wanted: int) -> Reading | None:
    """A week on Friday."""
    return day_shift(weekday(wanted), told, 1) if finest(told) is Grain.WEEK else None


def weekday_week(wanted: int) -> Reading:
    return day_shift(weekday(wanted), (("week", 1),), 1)


def offset_week(days: int) -> Reading:
    return day_shift(offset(days), (("week", 1),), 1)


def weekday_fortnight(wanted: int) -> Reading:
    return day_shift(weekday(wanted), (("week", 2),), 1)


def nth_weekday_from(count: float, wanted: int) -> Reading:
    return day_shift(weekday(wanted), (("week", count - 1),), 1)


def dom(number: int) -> Reading | None:
    """The 5th: the next to come, or the last one."""
    return (lambda frame: _dom(frame, int(number))) if 1 <= number <= 31 else None


def _dom(frame: Frame, number: int) -> When | None:
    first = calendar.floor(frame.today, Grain.MONTH)
    for months in range(4):
        month = calendar.add_months(first, months * frame.lean or months)
        found = month and calendar.on(month.year, month.month, number)
        if found and (found - frame.today).days * (frame.lean or 1) >= (frame.lean < 0):
            return day(found)
    return None


def dom_named(number: int, wanted: int) -> Reading | None:
    """Thursday the 21st."""
    return named(found, wanted) if (found := dom(number)) else None


def named(base: Reading, wanted: int) -> Reading:
    """A day with its weekday: the date counts, the weekday chooses the nearest year or month that fits."""

    def read(frame: Frame) -> When | None:
        told = base(frame)
        for lean in (frame.lean, -frame.lean):
            near = base(replace(frame, lean=lean))
            if near and near.start.weekday() == wanted:
                return near
        return told

    return read


def month_day(month: int, number: float) -> MonthDay | None:
    return (month, int(number)) if 1 <= month <= 12 and 1 <= number <= 31 else None


def monthday(told: MonthDay) -> Reading:
    return lambda frame: _near_year(frame, *told)


def _near_year(frame: Frame, month: int, number: int) -> When | None:
    for years in range(9):
        found = calendar.on(frame.today.year + years * (frame.lean or 1), month, number)
        if found and (found - frame.today).days * (frame.lean or 1) >= 0:
            return day(found)
    return None


def monthday_year(told: MonthDay, year: int | Reading) -> Reading | None:
    def read(frame: Frame) -> When | None:
        found = calendar.on(year_of(year, frame), *told)
        return day(found) if found else None

    return read


def year_of(year: float | Reading, frame: Frame) -> int:
    """A year as told: 2026, 26, last year (a small offset)."""
    if callable(year):
        found = year(frame)
        return found.start.year if found else frame.today.year
    number = int(year)
    return frame.today.year + number if abs(number) < 10 else short(number)  # noqa: PLR2004


def short(number: int) -> int:
    if number >= 100:  # noqa: PLR2004
        return number
    return number + (2000 if number < 70 else 1900)  # noqa: PLR2004


def monthday_short_year(told: MonthDay, number: int) -> Reading | None:
    return monthday_year(told, short(number)) if 10 <= number < 100 else None  # noqa: PLR2004


def monthday_year2(told: MonthDay, number: int) -> Reading | None:
    return monthday_short_year(told, number) if number > 31 else None  # noqa: PLR2004


def year2_monthday(told: MonthDay, number: int) -> Reading | None:
    return monthday_year2(told, number)


def rel_month_day(months: int, number: float) -> Reading:
    def read(frame: Frame) -> When | None:
        month = calendar.add_months(calendar.floor(frame.today, Grain.MONTH), int(months))
        found = month and calendar.on(month.year, month.month, int(number))
        return day(found) if found else None

    return read


def rel_month_day0(number: float) -> Reading:
    return rel_month_day(0, number)


def year_rel_month_day(year: int, months: int, number: int) -> Reading:
    def read(frame: Frame) -> When | None:
        month = calendar.add_months(calendar.floor(frame.today, Grain.MONTH), months)
        found = month and calendar.on(year_of(year, frame), month.month, number)
        return day(found) if found else None

    return read


def rel_year(years: int) -> int:
    return years


def short_year(number: int) -> int | None:
    return short(number) if 10 <= number < 100 else None  # noqa: PLR2004


def feast(rule: str) -> Reading:
    def read(frame: Frame) -> When | None:
        years = range(frame.today.year - 1, frame.today.year + 3)
        days = [found for year in years if (found := calendar.feast(rule, year))]
        ahead = [one for one in days if one >= frame.today]
        back = [one for one in days if one <= frame.today]
        some = ahead[:1] if frame.lean > 0 else back[-1:]
        return day(some[0]) if some else None

    return read


def rel_feast(years: int, rule: str) -> Reading:
    def read(frame: Frame) -> When | None:
        if years == 0:
            return _this_feast(rule, frame)
        start = frame.today + (DAY if years > 0 else -DAY)
        return feast(rule)(replace(frame, now=start, lean=years))

    return read


def _this_feast(rule: str, frame: Frame) -> When | None:
    found = calendar.feast(rule, frame.today.year)
    return day(found) if found else None


def feast_year(rule: str, year: int) -> Reading:
    def read(frame: Frame) -> When | None:
        found = calendar.feast(rule, year_of(year, frame))
        return day(found) if found else None

    return read


def feast_shift(rule: str, told: Span, sign: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = moved(frame.today, told, sign)
        return feast(rule)(replace(frame, now=start)) if start else None

    return read


def lunar_day(told: MonthDay) -> Reading:
    return feast(f"lunar {told[0]}-{told[1]}")


def lunar_year_day(year: int, told: MonthDay) -> Reading:
    return feast_year(f"lunar {told[0]}-{told[1]}", year)


def nth_weekday(count: float, wanted: int, month: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = month(frame)
        if told is None or told.grain is not Grain.MONTH:
            return None
        found = calendar.nth_weekday(told.start.year, told.start.month, wanted, int(count))
        return day(found) if found else None

    return read


def nth_weekday_now(count: float, wanted: int) -> Reading | None:
    return nth_weekday(count, wanted, _this_month) if count < 6 else None  # noqa: PLR2004


def _this_month(frame: Frame) -> When:
    start = calendar.floor(frame.today, Grain.MONTH)
    return When(start, calendar.add_months(start, 1) or start, Grain.MONTH)


def last_day(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and day(told.end - DAY)

    return read


def first_day(count: float, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and day(told.start + timedelta(days=count - 1))

    return read


def day_rel(days: int) -> Reading | None:
    return offset(days) if days in (-1, 1) else None


def day_count(days: float) -> Reading:
    return shift((("day", days),), 1)


def closest(wanted: int, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        near = told and (wanted - told.start.weekday() + 3) % 7 - 3
        return day(told.start + timedelta(days=near)) if told and near is not None else None

    return read


def ymd(said: str) -> Reading | None:
    first, second, third = _figures(said)
    if first > 31:  # noqa: PLR2004
        return monthday_year((second, third), first)
    year = short(third)
    return lambda frame: _either(frame, first, second, lambda month, number: calendar.on(year, month, number))


def md(said: str) -> Reading | None:
    first, second = _figures(said)

    def find(frame: Frame) -> When | None:
        def near(month: int, number: int) -> datetime | None:
            told = _near_year(frame, month, number)
            return told.start if told else None

        return _either(frame, first, second, near)

    return find if 1 <= first <= 31 and 1 <= second <= 31 else None


def _either(frame: Frame, first: int, second: int, find: Callable[[int, int], datetime | None]) -> When | None:
    """4/9 may be day and month or month and day; what the frame prefers comes first, the other is kept."""
    orders = [(first, second), (second, first)]
    found = [find(*order) for order in (orders if frame.month_first else orders[::-1])]
    some = [one for one in found if one]
    return day(some[0], some[1] if len(some) > 1 and some[1] != some[0] else None) if some else None


def _figures(said: str) -> list[int]:
    for mark in "/-.":
        if mark in said:
            return [int(one) for one in said.split(mark)]
    return []


def before(base: Reading) -> Reading:
    return _bounded(base, Bound.BEFORE)


def by(base: Reading) -> Reading:
    return _bounded(base, Bound.BEFORE)


def after(base: Reading) -> Reading:
    return _bounded(base, Bound.AFTER)


def since(base: Reading) -> Reading:
    return _bounded(base, Bound.AFTER)


def _bounded(base: Reading, bound: Bound) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told.bounded(bound) if told else None

    return read


def since_only(base: Reading) -> Reading | None:
    return None


def span_since(told: Span) -> Reading:
    return after(shift(told, -1))


def more_ago(told: Span, _: int) -> Reading:
    return before(shift(told, -1))


def within(told: When) -> When:
    return replace(told, edge=Edge.WITHIN, whole=(told.start, told.end))
