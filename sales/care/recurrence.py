"""How something comes again: its rule as one line of text, and the next day by it.

The text is RFC 5545's, with the first day and, for the lunar calendar, RFC 7529's scale and leap months:
"DTSTART=20260310;FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "DTSTART=20260319;RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1".
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from lunardate import LunarDate

from sales.birthdays import next_birthday
from sales.kinds import Calendar

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = frozenset(range(5))
_MONTHS, _WEEK, _LONGEST_MONTH = 12, 7, 31
_SHORT_LUNAR_MONTH, _LONG_LUNAR_MONTH = 29, 30
_FURTHEST_INTERVAL = 999
_PLACES = range(-1, 6)
_SEARCHED = 1000
"""Days or periods that are looked at; a year of holidays or 999 months without a fifth Monday are not to be met."""
_NAMES = frozenset({"DTSTART", "RSCALE", "SKIP", "FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY"})

Works = Callable[[date], bool]
"""Whether somebody works on that day."""


class Frequency(StrEnum):
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class BadRuleError(ValueError):
    """A text that is no rule, or one that we do not keep."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`start` is its first day, from which it counts. `weekdays` begin with 0 on Monday.

    `place` says which weekday of a month, -1 the last; `month_day` -1 is the last day, and a day that a month has not
    is its last one. `leap`: in the leap month of that number; in years without it, in the plain one.
    """

    start: date
    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    place: int = 0
    month_day: int = 0
    month: int = 0
    lunar: bool = False
    leap: bool = False

    @property
    def working_days(self) -> bool:
        """Monday to Friday means the days on which its member works."""
        return self.frequency is Frequency.WEEKLY and self.interval == 1 and frozenset(self.weekdays) == _WORKDAYS

    @property
    def text(self) -> str:
        days = ",".join(f"{self.place or ''}{WEEKDAYS[day]}" for day in self.weekdays)
        parts = {
            "DTSTART": f"{self.start:%Y%m%d}",
            "RSCALE": "CHINESE" if self.lunar else "",
            "FREQ": self.frequency.value,
            "INTERVAL": self.interval if self.interval > 1 else "",
            "BYMONTH": f"{self.month}{'L' if self.leap else ''}" if self.month else "",
            "BYMONTHDAY": self.month_day or "",
            "BYDAY": days,
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def read_rule(text: str, start: date | None = None) -> Rule:
    """The rule of a text; `start` stands in where the text tells no first day. Raises BadRuleError."""
    try:
        parts = dict(_pair(part) for part in text.strip().split(";"))
        return _checked(_rule(parts, start), parts)
    except (ValueError, KeyError, IndexError) as error:
        raise BadRuleError(text[:80]) from error


def anchored(text: str, start: date) -> str:
    """The canonical text of a rule whose first day is `start`."""
    return replace(read_rule(text, start), start=start).text


def _pair(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name, value


def _rule(parts: Mapping[str, str], start: date | None) -> Rule:
    told = parts.get("DTSTART")
    first = date.fromisoformat(told) if told else start
    if first is None:
        raise BadRuleError
    days = [day for day in parts.get("BYDAY", "").split(",") if day]
    month = parts.get("BYMONTH", "0")
    return Rule(
        start=first,
        frequency=Frequency(parts["FREQ"]),
        interval=int(parts.get("INTERVAL", "1")),
        weekdays=tuple(sorted({WEEKDAYS.index(day[-2:]) for day in days})),
        place=int(days[0][:-2] or 0) if days else 0,
        month_day=int(parts.get("BYMONTHDAY", "0")),
        month=int(month.removesuffix("L")),
        lunar=parts.get("RSCALE") == "CHINESE",
        leap=month.endswith("L"),
    )


def _checked(rule: Rule, parts: Mapping[str, str]) -> Rule:
    longest = _LONG_LUNAR_MONTH if rule.lunar else _LONGEST_MONTH
    lunar_fits = rule.interval == 1 and rule.frequency in (Frequency.MONTHLY, Frequency.YEARLY) and rule.month_day > 0
    whole_year = rule.frequency is not Frequency.YEARLY or not rule.lunar or rule.month > 0
    fits = (
        parts.keys() <= _NAMES
        and 1 <= rule.interval <= _FURTHEST_INTERVAL
        and rule.place in _PLACES
        and -1 <= rule.month_day <= longest
        and 0 <= rule.month <= _MONTHS
        and (not rule.lunar or (lunar_fits and whole_year))
        and (rule.lunar or not rule.leap)
    )
    if not fits:
        raise BadRuleError
    return rule


def next_after(rule: Rule, day: date, works: Works | None = None) -> date | None:
    """The first day by the rule strictly after `day`; None: there is none that a calendar has.

    `works` is asked by rules of working days: public holidays are left out, working weekends come in.
    """
    if day < rule.start:
        return rule.start
    try:
        return next((one for one in _days(rule, day, works) if one > day), None)
    except (OverflowError, ValueError):
        return None


def occurrences(rule: Rule, until: date, works: Works | None = None) -> Iterator[date]:
    """Its days from the first one on, `until` included."""
    day: date | None = rule.start
    while day is not None and day <= until:
        yield day
        day = next_after(rule, day, works)


def latest_until(rule: Rule, day: date, until: date, works: Works | None = None) -> date | None:
    """The last day by the rule after `day` and up to `until`; None: there is none."""
    found = None
    while (after := next_after(rule, found or day, works)) is not None and after <= until:
        found = after
    return found


def _days(rule: Rule, day: date, works: Works | None) -> Iterator[date]:
    """The days of the periods from the one of `day` on, in order."""
    if rule.working_days and works is not None:
        return filter(works, (day + timedelta(days=ahead) for ahead in range(1, _SEARCHED)))
    if rule.lunar:
        return _lunar(rule, day)
    return _by_period(rule, day)


def _by_period(rule: Rule, day: date) -> Iterator[date]:
    match rule.frequency:
        case Frequency.DAILY:
            past = (day - rule.start).days // rule.interval
            yield from (rule.start + timedelta(days=rule.interval * (past + ahead)) for ahead in range(2))
        case Frequency.WEEKLY:
            yield from _weekly(rule, day)
        case Frequency.MONTHLY:
            yield from _monthly(rule, day)
        case Frequency.YEARLY:
            yield from _yearly(rule, day)


def _weekly(rule: Rule, day: date) -> Iterator[date]:
    """Weeks begin on Monday and are counted from that of the first day."""
    first = rule.start - timedelta(days=rule.start.weekday())
    step = _WEEK * rule.interval
    past = (day - first).days // step
    for ahead in range(2):
        monday = first + timedelta(days=step * (past + ahead))
        yield from (monday + timedelta(days=weekday) for weekday in rule.weekdays or (rule.start.weekday(),))


def _monthly(rule: Rule, day: date) -> Iterator[date]:
    first = rule.start.year * _MONTHS + rule.start.month - 1
    past = (day.year * _MONTHS + day.month - 1 - first) // rule.interval
    for ahead in range(_SEARCHED):
        year, month = divmod(first + rule.interval * (past + ahead), _MONTHS)
        yield from _in_month(rule, year, month + 1)


def _yearly(rule: Rule, day: date) -> Iterator[date]:
    past = (day.year - rule.start.year) // rule.interval
    for ahead in range(_SEARCHED):
        year = rule.start.year + rule.interval * (past + ahead)
        yield from _in_month(rule, year, rule.month or rule.start.month)


def _in_month(rule: Rule, year: int, month: int) -> Iterable[date]:
    length = monthrange(year, month)[1]
    if not rule.weekdays:
        told = rule.month_day or rule.start.day
        return [date(year, month, min(told, length) if told > 0 else length)]
    days = [date(year, month, number) for number in range(1, length + 1)]
    fitting = [one for one in days if one.weekday() in rule.weekdays]
    if not rule.place:
        return fitting
    return fitting[-1:] if rule.place < 0 else fitting[rule.place - 1 : rule.place]


def _lunar(rule: Rule, day: date) -> Iterator[date]:
    """Every month, leap months too, or once a lunar year; day 30 is the 29th where the month has no 30th."""
    if rule.frequency is Frequency.YEARLY:
        value = f"--{rule.month:02}{'+' if rule.leap else ''}-{rule.month_day:02}"
        found = next_birthday(value, Calendar.LUNAR, day + timedelta(days=1))
        yield from (found,) if found else ()
        return
    begins = _lunar_month(day)
    for _ in range(2):
        length = _lunar_length(begins)
        yield begins + timedelta(days=min(rule.month_day, length) - 1)
        begins += timedelta(days=length)


def _lunar_month(day: date) -> date:
    """The first day of the lunar month in which it lies."""
    told: int = LunarDate.from_solar_date(day.year, day.month, day.day).day
    return day - timedelta(days=told - 1)


def _lunar_length(begins: date) -> int:
    after = begins + timedelta(days=_SHORT_LUNAR_MONTH)
    short = LunarDate.from_solar_date(after.year, after.month, after.day).day == 1
    return _SHORT_LUNAR_MONTH if short else _LONG_LUNAR_MONTH
