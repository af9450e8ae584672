"""Finds the first day of what comes again and again."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sales.care.recurrence import next_after, read_rule

_FARTHEST = 400
_MONTHS, _QUARTER, _HALF_YEAR = 12, 3, 6
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Frequency(StrEnum):
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class Rule:
    """How something comes again, in the terms of RFC 5545, and by the moon in those of RFC 7529."""

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[str, ...] = ()
    place: int = 0
    """Which weekday of a month: the first, or (-1) the last."""
    month_day: int = 0
    """-1 is the last day."""
    month: int = 0
    lunar: bool = False
    leap: bool = False
    """In the leap month of that number."""

    def __str__(self) -> str:
        days = ",".join(f"{self.place or ''}{day}" for day in self.weekdays)
        parts = {
            "RSCALE": "CHINESE" if self.lunar else "",
            "FREQ": self.frequency.value,
            "INTERVAL": self.interval if self.interval > 1 else 0,
            "BYMONTH": f"{self.month}{'L' if self.leap else ''}" if self.month else "",
            "BYMONTHDAY": self.month_day,
            "BYDAY": days,
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)

    @property
    def told_day(self) -> bool:
        return bool(self.weekdays or self.month_day)

    def first_after(self, today: date) -> date:
        """The first day that it tells, else one whole interval from today."""
        if self.lunar:
            return next_after(read_rule(str(self), today), today) or _later(today, self)
        if not self.told_day:
            return _later(today, self)
        return next((day for day in _days_after(today) if self._falls_on(day)), _later(today, self))

    def _falls_on(self, day: date) -> bool:
        length = monthrange(day.year, day.month)[1]
        on_weekday = not self.weekdays or (
            WEEKDAYS[day.weekday()] in self.weekdays and (not self.place or self.place in _places(day, length))
        )
        on_day = not self.month_day or day.day == (min(self.month_day, length) if self.month_day > 0 else length)
        return on_weekday and on_day and self._in_month(day)

    def _in_month(self, day: date) -> bool:
        """Quarters and halves of a year end with one of their months, and begin with the one after."""
        if self.month:
            return day.month == self.month
        if self.frequency is Frequency.MONTHLY and self.interval in (_QUARTER, _HALF_YEAR):
            return (day.month - (self.month_day > 0)) % self.interval == 0
        return True


def _places(day: date, length: int) -> tuple[int, int]:
    return (day.day + 6) // 7, -1 if day.day + 7 > length else 0


def _days_after(today: date) -> Iterator[date]:
    yield from (today + timedelta(days=days) for days in range(1, 4 * _FARTHEST))


def _later(today: date, rule: Rule) -> date:
    match rule.frequency:
        case Frequency.DAILY:
            return today + timedelta(days=rule.interval)
        case Frequency.WEEKLY:
            return today + timedelta(weeks=rule.interval)
        case Frequency.MONTHLY:
            return _months_later(today, rule.interval)
        case Frequency.YEARLY:
            return _months_later(today, _MONTHS * rule.interval)


def _months_later(today: date, months: int) -> date:
    year, month = divmod(today.year * _MONTHS + today.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
