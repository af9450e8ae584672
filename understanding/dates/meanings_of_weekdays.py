"""What phrases for days of the week mean."""

from dataclasses import replace
from datetime import timedelta

from understanding.dates import calendar
from understanding.dates.meanings_of_days import day_shift
from understanding.dates.meanings_of_spans import Span, finest, moved
from understanding.dates.when import Frame, Grain, Reading, When, day

_WEEKS = 6


def weekday_shift(wanted: int, told: Span) -> Reading | None:
    """Friday, two weeks from now: so many weeks after the next one; of months and years, the first one after them."""
    if finest(told) <= Grain.WEEK:
        return day_shift(weekday(wanted), told, 1) if finest(told) > Grain.DAY else None

    def read(frame: Frame) -> When | None:
        start = moved(frame.today, told, 1)
        return day(start + timedelta(days=(wanted - start.weekday()) % 7)) if start else None

    return read


def weekday(wanted: int) -> Reading:
    return lambda frame: _weekday(wanted, frame)


def _weekday(wanted: int, frame: Frame) -> When:
    """The first such day after today; looking back, the last one before today."""
    ahead = (wanted - frame.today.weekday() - 1) % 7 + 1
    back = (frame.today.weekday() - wanted - 1) % 7 + 1
    return day(frame.today + timedelta(days=ahead if frame.lean > 0 else -back))


def rel_weekday(*said: int) -> Reading:
    *weeks, wanted = said

    def read(frame: Frame) -> When:
        monday = calendar.floor(frame.today, Grain.WEEK)
        return day(monday + timedelta(days=7 * sum(weeks) + wanted))

    return read


def coming_weekday(weeks: int, wanted: int) -> Reading | None:
    """Tell "this Monday coming"."""
    return weekday(wanted) if weeks == 0 else None


def last_weekday(wanted: int) -> Reading:
    """Of a rep the most recent one; of books the one of last week."""
    recent, of_last_week = recent_weekday(wanted), rel_weekday(-1, wanted)
    return lambda frame: (recent if frame.office_hours else of_last_week)(frame)


def recent_weekday(wanted: int) -> Reading:
    def read(frame: Frame) -> When:
        return day(frame.today - timedelta(days=(frame.today.weekday() - wanted - 1) % 7 + 1))

    return read


def week_on(told: Span, wanted: int) -> Reading | None:
    """A week on Friday."""
    return day_shift(weekday(wanted), told, 1) if finest(told) is Grain.WEEK else None


def weekday_beside(wanted: int, sign: int, base: Reading) -> Reading:
    """The Monday after Easter, the Friday before the 5th."""

    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and _weekday(wanted, replace(frame, now=told.start, lean=sign))

    return read


def weekday_week(wanted: int) -> Reading:
    return day_shift(weekday(wanted), (("week", 1),), 1)


def weekday_fortnight(wanted: int) -> Reading:
    return day_shift(weekday(wanted), (("week", 2),), 1)


def nth_weekday_from(count: float, wanted: int) -> Reading:
    return day_shift(weekday(wanted), (("week", count - 1),), 1)


def dom_named(number: int, wanted: int) -> Reading | None:
    """Thursday the 21st: the nearest month in which that day is a Thursday."""
    return (lambda frame: _dom_named(frame, int(number), wanted)) if number in range(1, 32) else None


def _dom_named(frame: Frame, number: int, wanted: int) -> When | None:
    first = calendar.floor(frame.today, Grain.MONTH)
    for months in sorted(range(-12, 13), key=lambda one: (abs(one), -one * frame.lean)):
        month = calendar.add_months(first, months)
        found = month and calendar.on(month.year, month.month, number)
        if found and found.weekday() == wanted and (found - frame.today).days * frame.lean >= 0:
            return day(found)
    return None


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


def named_near(base: Reading, wanted: int) -> Reading:
    """Of "this Friday 5/12": where no year fits the weekday, the nearest such date."""

    def read(frame: Frame) -> When | None:
        both = [told for lean in (frame.lean, -frame.lean) if (told := base(replace(frame, lean=lean)))]
        fitting = [one for one in both if one.start.weekday() == wanted]
        some = fitting or sorted(both, key=lambda one: abs(one.start - frame.today))
        return some[0] if some else None

    return read


def nth_weekday(count: float, wanted: int, month: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = month(frame)
        if told is None or told.grain is not Grain.MONTH:
            return None
        found = calendar.nth_weekday(told.start.year, told.start.month, wanted, int(count))
        return day(found) if found else None

    return read


def nth_weekday_now(count: float, wanted: int) -> Reading | None:
    return nth_weekday(count, wanted, _this_month) if count < _WEEKS else None


def _this_month(frame: Frame) -> When:
    start = calendar.floor(frame.today, Grain.MONTH)
    return When(start, calendar.add_months(start, 1) or start, Grain.MONTH)


def nth_weekday_back(count: float, wanted: int, month: Reading) -> Reading:
    return nth_weekday(-count, wanted, month)


def nth_weekday_ago(count: float, wanted: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = moved(_weekday(wanted, replace(frame, lean=-1)).start, (("week", count - 1),), -1)
        return day(start) if start else None

    return read


def closest(wanted: int, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        if told is None:
            return None
        return day(told.start + timedelta(days=(wanted - told.start.weekday() + 3) % 7 - 3))

    return read
