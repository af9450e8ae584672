"""What feasts and days of the lunar calendar mean."""

from dataclasses import replace
from datetime import timedelta

from understanding.dates import calendar
from understanding.dates.meanings_of_dates import MonthDay, year_of
from understanding.dates.meanings_of_spans import Span, moved
from understanding.dates.when import DAY, Frame, Grain, Reading, When, day

_LUNAR_MONTH = 29


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


def feast_week(rule: str, weeks: int) -> Reading | None:
    """国庆节前一周: the day a week before it."""
    if weeks not in (-1, 1):
        return None

    def read(frame: Frame) -> When | None:
        told = feast(rule)(frame)
        return told and day(told.start + timedelta(weeks=weeks))

    return read


def lunar_month(number: int) -> Reading:
    def read(frame: Frame) -> When | None:
        for year in (frame.today.year - 1, frame.today.year, frame.today.year + 1):
            start = calendar.from_lunar(year, int(number), 1)
            end = start and start + timedelta(days=_LUNAR_MONTH)
            if start and end and end > frame.today:
                return When(start, end, Grain.MONTH)
        return None

    return read


def lunar_year_month_day(year: int, month: int, number: int) -> Reading:
    return lunar_year_day(year, (month, int(number)))


def ganzhi(index: int) -> Reading:
    """丙午年: the nearest year of that name in the cycle of sixty, by the lunar calendar."""

    def read(frame: Frame) -> When | None:
        near = frame.today.year + (index - (frame.today.year - 4) + 30) % 60 - 30
        start, end = (calendar.from_lunar(year, 1, 1) for year in (near, near + 1))
        return When(start, end, Grain.YEAR) if start and end else None

    return read


def lunar_year_day(year: int, told: MonthDay) -> Reading:
    return feast_year(f"lunar {told[0]}-{told[1]}", year)
