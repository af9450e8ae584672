"""Reckoning with days, weeks, months, the lunar year and the feasts."""

import calendar as gregorian
from datetime import date, datetime, time, timedelta

from understanding.dates.when import Grain

SUNDAY = 6
_NEW_CENTURY = 2000
FIRST_YEAR, LAST_YEAR = 1902, 2098
"""The years that the lunar tables cover and that a rep can mean."""


def add_months(start: datetime, months: int) -> datetime | None:
    """Move by months; a day that the month lacks becomes its last."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year not in range(1, 9999):
        return None
    last = gregorian.monthrange(year, month + 1)[1]
    return start.replace(year=year, month=month + 1, day=min(start.day, last))


def add(start: datetime, grain: Grain, count: float) -> datetime | None:
    try:
        return _add(start, grain, count)
    except (OverflowError, ValueError):
        return None


def _add(start: datetime, grain: Grain, count: float) -> datetime | None:
    match grain:
        case Grain.MINUTE | Grain.HOUR:
            return start + timedelta(minutes=count * (60 if grain is Grain.HOUR else 1))
        case Grain.DAY | Grain.PART:
            return start + timedelta(days=count)
        case Grain.WEEK | Grain.WEEKEND:
            return start + timedelta(days=count * 7)
        case _:
            return _add_months(start, _MONTHS[grain] * count)


_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.YEAR: 12}


def _add_months(start: datetime, months: float) -> datetime | None:
    whole = int(months)
    moved = add_months(start, whole)
    return moved and moved + timedelta(days=round((months - whole) * 30))


def floor(start: datetime, grain: Grain) -> datetime:
    """The beginning of the minute, hour, day, week (from Monday), month, quarter or year."""
    if grain in (Grain.MINUTE, Grain.HOUR):
        return start.replace(minute=0 if grain is Grain.HOUR else start.minute, second=0, microsecond=0)
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    match grain:
        case Grain.WEEK | Grain.WEEKEND:
            return midnight - timedelta(days=midnight.weekday())
        case Grain.MONTH:
            return midnight.replace(day=1)
        case Grain.QUARTER | Grain.SEASON:
            return midnight.replace(month=(midnight.month - 1) // 3 * 3 + 1, day=1)
        case Grain.YEAR:
            return midnight.replace(month=1, day=1)
        case _:
            return midnight


def on(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime.combine(date(year, month, day), time())
    except (ValueError, TypeError):  # two and a half is no month
        return None


def nth_weekday(year: int, month: int, weekday: int, count: int) -> datetime | None:
    """The count-th weekday of a month; counted from its end when negative."""
    days = [day for week in gregorian.monthcalendar(year, month) if (day := week[weekday])]
    index = count - 1 if count > 0 else count
    return on(year, month, days[index]) if -len(days) <= index < len(days) else None


def easter(year: int) -> datetime | None:
    """The Sunday after the first full moon of spring (Gauss, as improved by Lichtenberg)."""
    century = year // 100
    shift = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    moon = (19 * (year % 19) + shift) % 30
    full = 21 + moon - (moon + year % 19 // 11) // 29
    sunday = 7 - (year + year // 4 + 2 - (3 * century + 3) // 4) % 7
    days = full + 7 - (full - sunday) % 7
    march = on(year, 3, 1)
    return march and march + timedelta(days=days - 1)


def from_lunar(year: int, month: int, day: int) -> datetime | None:
    """The solar day of a lunar date; day 30 falls to 29 where the month is short."""
    from lunardate import LunarDate

    for wanted in (day, day - 1):
        try:
            found: date = LunarDate(year, month, wanted).to_solar_date()
        except ValueError:
            continue
        return on(found.year, found.month, found.day)
    return None


_TERMS = (
    (5.4055, 20.12, 3.87, 18.73, 5.63, 20.646, 4.81, 20.1, 5.52, 21.04, 5.678, 21.37),
    (7.108, 22.83, 7.5, 23.13, 7.646, 23.042, 8.318, 23.438, 7.438, 22.36, 7.18, 21.94),
)
"""Days of the 24 solar terms in this century, two of each month from January on, before the years are counted in."""
_LAST_CENTURY = (
    (6.11, 20.84, 4.6295, 19.4599, 6.3826, 21.4155, 5.59, 20.888, 6.318, 21.86, 6.5, 22.2),
    (7.928, 23.65, 8.35, 23.95, 8.44, 23.822, 9.098, 24.218, 8.218, 23.08, 7.9, 22.6),
)
_TERM_YEAR = 0.2422
_SPRING = 4
"""The terms from the fifth on come after the leap day."""


def solar_term(year: int, index: int) -> datetime | None:
    """The day of a solar term (清明, 冬至), by the rule of centuries; right to the day for nearly all years."""
    table = _TERMS if year >= _NEW_CENTURY else _LAST_CENTURY
    half, place = divmod(index, 12)
    years = year % 100
    leaps = (years - 1) // 4 if index < _SPRING else years // 4
    return on(year, index // 2 + 1, int(years * _TERM_YEAR + table[half][place]) - leaps)


def feast(rule: str, year: int) -> datetime | None:
    """Find a feast from its rule: "12-25", "lunar 8-15", "easter -2", "term 6", "nth 11 3 4 1".

    The last is a month, a weekday, which of them, and so many days after it, if any.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    name, _, rest = rule.rpartition(" ") if rule[0].isdigit() else rule.partition(" ")
    match name:
        case "lunar":
            month, day = map(int, rest.split("-"))
            return from_lunar(year, month, day)
        case "nth":
            month, weekday, count, *days = map(int, rest.split())
            found = nth_weekday(year, month, weekday, count)
            return found and found + timedelta(days=sum(days))
        case "easter":
            found = easter(year)
            return found and found + timedelta(days=int(rest))
        case "term":
            return solar_term(year, int(rest))
        case _:
            month, day = map(int, rest.split("-"))
            return on(year, month, day)
