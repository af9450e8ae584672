"""Finds the days that a question is about, and those that it compares them with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sales.measures import Period
from sales.since import Stretch, This, first_day
from understanding.dates.finding import phrases
from understanding.dates.when import Bound, Frame, Grain, When
from understanding.questions.sheet import Sheet
from understanding.questions.words import any_of

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """`period` None: no time was said; `clear` False: times were said that mean no days of the past."""

    period: Period | None = None
    against: Period | None = None
    clear: bool = True


@dataclass(frozen=True, slots=True)
class _Found:
    period: Period
    grain: Grain


def periods(sheet: Sheet, at: datetime) -> Asked:
    """`at` is the local time of the message."""
    # "The same period last year" has "last year" in it.
    year_before = bool(sheet.take_all(any_of("compare", "year_before")))
    found = list(_found(sheet, at))
    whole = [one for one in found if one]
    if len(whole) != len(found) or len(whole) > 1 + bool(any_of("compare", "with").search(sheet.rest)):
        return Asked(clear=False)
    if len(whole) > 1:
        sheet.take_all(any_of("compare", "with"))
        return Asked(whole[0].period, whole[1].period, clear=not year_before)
    return _alone(sheet, whole[0] if whole else None, at.date(), year_before=year_before)


def _alone(sheet: Sheet, found: _Found | None, today: date, *, year_before: bool) -> Asked:
    """One period, or none, which may be compared with the one before it."""
    known = found or _Found(Period(today.replace(day=1), today), Grain.MONTH)
    period = found.period if found else None
    if year_before:
        sheet.take_all(any_of("compare", "with"))
        return Asked(known.period, _a_year_before(known.period))
    if sheet.take(any_of("compare", "before")):
        return Asked(known.period, previous(known.period, known.grain))
    return Asked(period)


def _found(sheet: Sheet, at: datetime) -> "list[_Found | None]":
    """In the order of the words; None: days that are still to come, or that end nowhere."""
    frame = Frame(at.replace(tzinfo=None), lean=-1)
    found: list[tuple[int, _Found | None]] = list(_up_to_date(sheet, at.date()))
    text = sheet.rest
    for phrase in list(phrases(text)):
        when = phrase.read(frame)
        if when is not None:
            rolling = any_of("times", "rolling").search(text[max(0, phrase.start - 4) : phrase.end])
            found.append((phrase.start, _past(when, at.date(), rolling=rolling is not None)))
            sheet.blot(phrase.start, phrase.end)
    sheet.take_all(any_of("times", "around"))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _up_to_date(sheet: Sheet, today: date) -> Iterator[tuple[int, "_Found"]]:
    """Year to date, 本月累计: as people who plan by years call them."""
    for grain in (Grain.YEAR, Grain.QUARTER, Grain.MONTH, Grain.WEEK):
        for one in sheet.take_all(any_of("times", grain.name.lower())):
            yield one.start(), _Found(Period(first_day(This(Stretch(grain.name.lower())), today), today), grain)


def _past(when: When, today: date, *, rolling: bool) -> _Found | None:
    first, last = when.start.date(), (when.end - timedelta(microseconds=1)).date()
    if when.bound in (Bound.SINCE, Bound.AFTER):
        last = today
    elif when.bound is not Bound.NONE:
        return None
    if rolling and last == today - _DAY and first != last:
        # The last 30 days are those up to today.
        first, last = first + _DAY, today
    return _Found(Period(first, min(last, today)), when.grain) if first <= today else None


def previous(period: Period, grain: Grain) -> Period:
    """The whole week, month, quarter or year before; of other stretches as many days."""
    last, first = period.first - _DAY, period.first
    match grain:
        case Grain.WEEK if first.weekday() == 0:
            return Period(last - 6 * _DAY, last)
        case Grain.MONTH if first.day == 1 and (period.last.year, period.last.month) == (first.year, first.month):
            return Period(last.replace(day=1), last)
        case Grain.QUARTER if first.day == 1:
            return Period(date(last.year, last.month - 2, 1), last)
        case Grain.YEAR if (first.month, first.day) == (1, 1):
            return Period(date(last.year, 1, 1), last)
        case _:
            return period.before()


def _a_year_before(period: Period) -> Period:
    return Period(_year_back(period.first), _year_back(period.last))


def _year_back(day: date) -> date:
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
