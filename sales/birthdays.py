"""When a birthday comes round: solar or lunar, with or without a year."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from lunardate import LunarDate

from sales.kinds import Calendar

_LAST_DAY_OF_SHORT_LUNAR_MONTH = 29
_TOLD = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d\d?)(?P<leap>\+?)-(?P<day>\d\d?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Birthday:
    """A day of the year in its calendar; `year` 0: not told. `leap`: it lies in the leap month of that number."""

    year: int
    month: int
    day: int
    leap: bool = False


def birthday_parts(value: str) -> Birthday | None:
    """The parts of a canonical text (sales.fields.FieldKind.BIRTHDAY)."""
    told = _TOLD.fullmatch(value)
    if told is None:
        return None
    year = 0 if told["year"] == "-" else int(told["year"])
    return Birthday(year, int(told["month"]), int(told["day"]), bool(told["leap"]))


def next_birthday(value: str, calendar: Calendar | None, today: date) -> date | None:
    """Find the next day, today included; `value` is canonical, in its calendar. None: no such day.

    29 February is kept on the 28th in common years, the 30th of a lunar month on the 29th where it has no 30th, and
    what lies in a leap month in the plain one of years that have none.
    """
    told = birthday_parts(value)
    if told is None:
        return None
    fall = _lunar if calendar is Calendar.LUNAR else _solar
    coming = (fall(year, told) for year in range(today.year - 1, today.year + 3))
    return next((found for found in coming if found and found >= today), None)


Told = tuple[Calendar, str]
"""A day of the year as it is told, without its year: "12-24", or "04+-05" in a leap month."""


@lru_cache(maxsize=128)
def told_days(first: date, days: int) -> Mapping[Told, date]:
    """Every day of the year that comes round within so many days from `first` on, and when: what to look for.

    Worked out by `next_birthday` itself, so that what is found is what is shown.
    """
    last = first + timedelta(days=days)
    coming = {told: next_birthday(f"--{told[1]}", told[0], first) for told in _all_told()}
    return {told: day for told, day in coming.items() if day and day <= last}


def _all_told() -> Iterator[Told]:
    for month in range(1, 13):
        for day in range(1, 32):
            yield Calendar.SOLAR, f"{month:02}-{day:02}"
        for day in range(1, 31):
            yield Calendar.LUNAR, f"{month:02}-{day:02}"
            yield Calendar.LUNAR, f"{month:02}+-{day:02}"


def falls_on(value: str, calendar: Calendar | None, day: date) -> bool:
    """Whether a birthday told like this comes round on that day."""
    return next_birthday(value, calendar, day) == day


def age_on(value: str, calendar: Calendar | None, day: date) -> int | None:
    """How many years it is that day; None where no year was told. By the moon years are counted by its new year."""
    told = birthday_parts(value)
    if told is None or not told.year:
        return None
    if calendar is not Calendar.LUNAR:
        return day.year - told.year
    lunar_year: int = LunarDate.from_solar_date(day.year, day.month, day.day).year
    return lunar_year - told.year


def _solar(year: int, told: Birthday) -> date | None:
    try:
        return date(year, told.month, told.day)
    except ValueError:
        return date(year, 2, 28) if (told.month, told.day) == (2, 29) else None


# The daily look asks for every day of the year, some years around.
@lru_cache(maxsize=4096)
def _lunar(year: int, told: Birthday) -> date | None:
    days = (told.day, min(told.day, _LAST_DAY_OF_SHORT_LUNAR_MONTH))
    for leap in (True, False) if told.leap else (False,):
        for day in days:
            try:
                solar: date = LunarDate(year, told.month, day, leap).to_solar_date()
            except ValueError:
                continue
            return solar
    return None
