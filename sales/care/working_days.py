"""Which days are worked, public holidays and China's make-up working days among them, and when working time goes by."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from itertools import count
from zoneinfo import ZoneInfo

import holidays

from sales.care.habits import Habits, Span
from sales.moments import local_day, local_moment

_FURTHEST = 366


def works(day: date, habits: Habits, country: str) -> bool:
    """Whether the member works on that day; `country` is an ISO code, or "" where no holidays are kept.

    A weekend day that the state made a working day (调休) counts for those who work Monday to Friday.
    """
    calendar = _calendar(country, day.year)
    if calendar is None:
        return day.isoweekday() in habits.workdays
    if day in calendar.weekend_workdays:
        return True
    return day.isoweekday() in habits.workdays and day not in calendar


def next_working_day(day: date, habits: Habits, country: str) -> date:
    """That day or the first after it that is worked; the day itself where a year has none."""
    ahead = (day + timedelta(days=number) for number in range(_FURTHEST))
    return next((one for one in ahead if works(one, habits, country)), day)


def first_loud_moment(moment: datetime, habits: Habits, zone: ZoneInfo) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into; UTC."""
    for minutes in count(0):
        local = (moment + timedelta(minutes=minutes)).astimezone(zone)
        if not habits.is_quiet(local.time()):
            return moment if not minutes else moment + timedelta(minutes=minutes)
    raise AssertionError  # count() has no end


def after_working_time(
    start: datetime, needed: timedelta, open_at: Span, *, habits: Habits, zone: ZoneInfo
) -> datetime:
    """The moment at which so much working time has gone by since `start`; UTC. `open_at` are the hours of work."""
    left = needed
    for opens, closes in _working_spans(local_day(start, zone), open_at, habits, zone):
        begins = max(opens, start)
        if closes <= begins:
            continue
        if closes - begins >= left:
            return begins + left
        left -= closes - begins
    raise AssertionError  # working days have no end


def _working_spans(first: date, open_at: Span, habits: Habits, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    country = country_of(habits, zone)
    for number in count(0):
        day = first + timedelta(days=number)
        if number > _FURTHEST or works(day, habits, country):
            yield local_moment(day, open_at.starts, zone), local_moment(day, open_at.ends, zone)


def country_of(habits: Habits, zone: ZoneInfo) -> str:
    """The country whose holidays the member keeps: the one they chose, else that of their zone."""
    return habits.country if habits.country is not None else zone_country(zone.key)


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    """IANA's own table of zones with their countries."""
    lines = files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {row[2]: row[0] for row in rows}


@lru_cache(maxsize=1024)
def zone_country(zone: str) -> str:
    """The ISO code of the country of an IANA zone, "" where it has none or its holidays are not known."""
    code = _countries().get(zone, "")
    return code if code in holidays.list_supported_countries(include_aliases=False) else ""


@lru_cache(maxsize=256)
def _calendar(country: str, year: int) -> holidays.HolidayBase | None:
    if not country:
        return None
    try:
        return holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return None
