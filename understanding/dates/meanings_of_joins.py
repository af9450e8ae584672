"""What "from one to another" means, whatever the two are."""

from dataclasses import replace
from datetime import datetime, timedelta

from understanding.dates import calendar
from understanding.dates.meanings_of_dates import MonthDay, monthday, year_of
from understanding.dates.meanings_of_days import dom, offset
from understanding.dates.meanings_of_periods import month, month_year, year
from understanding.dates.when import DAY, Bound, Edge, Frame, Grain, Reading, When

_DAYS = 31
_YEAR = timedelta(days=366)
_OTHER = timedelta(days=45)
"""Seen from another month, too: in May, May is the same to who looks ahead and to who looks back."""


def day_day(first: Reading, second: Reading) -> Reading:
    return join(first, second)


def monthday_monthday(first: MonthDay, second: MonthDay) -> Reading:
    return join(monthday(first), monthday(second))


def join(first: Reading | int, second: Reading | int) -> Reading:
    """From one to another; what leaves its year open is looked for beside the other."""

    def read(frame: Frame) -> When | None:
        start, end = _read(first, frame), _read(second, frame)
        if start is None or end is None:
            return None
        if end.start < start.start or _open(second, frame):
            end = _read(second, replace(frame, now=start.start, lean=1)) or end
        if (end.start < start.start or end.start - start.start > _YEAR) and _open(first, frame):
            start = _read(first, replace(frame, now=end.start, lean=-1)) or start
        return _joined(start, end) if end.start >= start.start else None

    return read


def _read(one: Reading | int, frame: Frame) -> When | None:
    return one(frame) if callable(one) else year(one)(frame)


def _open(one: Reading | int, frame: Frame) -> bool:
    """Whether it is another day for who looks back: "Friday" and "May 5", not "tomorrow" or a year."""
    return any(_leans(one, replace(frame, now=now)) for now in (frame.now, frame.now + _OTHER))


def _leans(one: Reading | int, frame: Frame) -> bool:
    ahead, back = (_read(one, replace(frame, lean=lean)) for lean in (1, -1))
    return ahead is not None and back is not None and ahead.start != back.start


def _joined(start: When, end: When) -> When:
    return When(_begin(start), _stop(end), min(start.grain, end.grain), clock=start.clock, spread=True)


def _begin(start: When) -> datetime:
    return _stop(start) if start.edge in (Edge.MIDDLE, Edge.END) and start.whole else start.start


def _stop(end: When) -> datetime:
    """The end of a day or month; of a longer period, its beginning; of an edge, its point."""
    if end.edge and end.whole:
        begin, over = end.whole
        middle = calendar.floor(begin + (over - begin) / 2, Grain.DAY)
        return {Edge.EARLY: begin, Edge.MIDDLE: middle}.get(end.edge, over)
    if end.clock and end.grain is Grain.MINUTE and not end.spread:
        return end.start
    return end.start if end.grain in (Grain.YEAR, Grain.QUARTER) else end.end


def offsets(told: str) -> Reading:
    """明后天: tomorrow and the day after."""
    first, last = (offset(int(one)) for one in told.split())
    return join(first, last)


def now_until(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(replace(frame, lean=1))
        return told and When(frame.today, told.end, told.grain, spread=True)

    return read


def range_now(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(replace(frame, lean=-1))
        return told and When(told.start, frame.now, Grain.MINUTE, spread=True)

    return read


def range_year(base: Reading, told: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year_of(told, frame), 1, 1)
        return base(replace(frame, now=start, lean=1)) if start else None

    return read


def mdd(number: int, first: float, second: float) -> Reading | None:
    if not 1 <= first < second <= _DAYS:
        return None
    return join(monthday((number, int(first))), monthday((number, int(second))))


def mday_n(told: MonthDay, last: float) -> Reading | None:
    return mdd(told[0], told[1], last)


def dom_dom(first: float, last: float) -> Reading | None:
    start, end = dom(int(first)), dom(int(last))
    return join(start, end) if start and end else None


def dom_monthday(first: float, told: MonthDay) -> Reading | None:
    start = dom(int(first))
    return join(start, monthday(told)) if start else None


def rel_month_days(count: int, first: float, last: float) -> Reading | None:
    """4 till 23 of this month."""
    if not 1 <= first < last <= _DAYS:
        return None

    def read(frame: Frame) -> When | None:
        start = calendar.add(calendar.floor(frame.today, Grain.MONTH), Grain.MONTH, count)
        days = [start and calendar.on(start.year, start.month, int(one)) for one in (first, last)]
        return When(days[0], days[1] + DAY, Grain.DAY, spread=True) if days[0] and days[1] else None

    return read


def months(first: int, last: int) -> Reading | None:
    """From August to February: those that are under way come before those to come."""
    start, end = month(first), month(last)
    if start is None or end is None:
        return None
    joined = join(start, end)

    def read(frame: Frame) -> When | None:
        back = joined(replace(frame, lean=-1))
        return back if back and back.start <= frame.now < back.end else joined(frame)

    return read


def year_months(told: int, first: int, last: int) -> Reading | None:
    start, end = month_year(first, told), month_year(last, told)
    return join(start, end) if start and end else None


def week_days(base: Reading, first: int, last: int) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        if told is None or told.grain is not Grain.WEEK:
            return None
        days = [told.start + timedelta(days=one) for one in (first, last)]
        return When(days[0], days[1] + DAY, Grain.DAY, spread=True)

    return read


def before_weekday(base: Reading, weekday: int) -> Reading:
    """Next week before Friday: that week's."""

    def read(frame: Frame) -> When | None:
        told = week_days(base, weekday, weekday)(frame)
        return told and replace(told, bound=Bound.BEFORE, spread=False)

    return read
