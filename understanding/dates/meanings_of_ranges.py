"""What phrases for stretches of days mean. Functions are called by name from lexicon/grammar.toml."""

from dataclasses import replace
from datetime import datetime, timedelta

from understanding.dates import calendar
from understanding.dates.meanings_of_days import GRAINS, MonthDay, Span, finest, monthday, moved, parts, short, year_of
from understanding.dates.when import DAY, Bound, Edge, Frame, Grain, Reading, When

_WEEKEND_LENGTH = 2


def unit_range(start: datetime, grain: Grain, count: float = 1) -> When | None:
    end = calendar.add(start, grain, count)
    return When(start, end, grain) if end else None


def _rel(grain: Grain, count: int, frame: Frame) -> When | None:
    start = calendar.add(calendar.floor(frame.today, grain), grain, count)
    return unit_range(start, grain) if start else None


def rel_week(count: int) -> Reading:
    return lambda frame: _rel(Grain.WEEK, int(count), frame)


def rel_month(count: int) -> Reading:
    return lambda frame: _rel(Grain.MONTH, int(count), frame)


def rel_quarter(count: int) -> Reading:
    return lambda frame: _rel(Grain.QUARTER, int(count), frame)


def weekend() -> Reading:
    """This week's; on a Saturday or Sunday, today's."""
    return rel_weekend(0)


def rel_weekend(weeks: int) -> Reading:
    def read(frame: Frame) -> When:
        saturday = calendar.floor(frame.today, Grain.WEEK) + timedelta(days=5 + 7 * weeks)
        return When(saturday, saturday + timedelta(days=_WEEKEND_LENGTH), Grain.WEEKEND)

    return read


def workweek(weeks: int) -> Reading:
    def read(frame: Frame) -> When:
        monday = calendar.floor(frame.today, Grain.WEEK) + timedelta(days=7 * weeks)
        return When(monday, monday + timedelta(days=5), Grain.WEEK)

    return read


def month(number: int) -> Reading | None:
    """A month: this year's; looking ahead, the next one if it is over."""

    def read(frame: Frame) -> When | None:
        here = frame.today.year
        gone = frame.today.month > number if frame.lean > 0 else frame.today.month < number
        return _month_in(here + frame.lean * gone, number)

    return read if 1 <= number <= 12 else None


def _month_in(year: int, number: int) -> When | None:
    start = calendar.on(year, number, 1)
    return unit_range(start, Grain.MONTH) if start else None


def month_year(number: int, year: int) -> Reading | None:
    return (lambda frame: _month_in(year_of(year, frame), number)) if 1 <= number <= 12 else None


def month_short_year(number: int, year: int) -> Reading | None:
    return month_year(number, short(year)) if 10 <= year < 100 else None  # noqa: PLR2004


def rel_named_month(years: int, number: int) -> Reading:
    def read(frame: Frame) -> When | None:
        if years == 0:
            return _month_in(frame.today.year, number)
        gone = (number <= frame.today.month) if years > 0 else (number >= frame.today.month)
        return _month_in(frame.today.year + (years if gone else 0), number)

    return read


def ym(said: str) -> Reading | None:
    year, number = (int(one) for one in said.replace("/", "-").replace(".", "-").split("-"))
    return month_year(number, year)


def my(said: str) -> Reading | None:
    number, year = (int(one) for one in said.split("/"))
    return month_year(number, year)


def quarter_no(number: int) -> Reading | None:
    return quarter_year(number, 0)


def quarter_year(number: int, year: int) -> Reading | None:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year_of(year, frame), int(number) * 3 - 2, 1)
        return unit_range(start, Grain.QUARTER) if start else None

    return read if 1 <= number <= 4 else None


def quarter_year2(number: int, year: int) -> Reading | None:
    return quarter_year(number, short(year)) if 10 <= year < 100 else None  # noqa: PLR2004


def year(told: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year_of(told, frame), 1, 1)
        return unit_range(start, Grain.YEAR) if start else None

    return read


def half_year(told: int, number: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year_of(told, frame), 6 * number - 5, 1)
        return unit_range(start, Grain.MONTH, 6) if start else None

    return read


def this_half(number: int) -> Reading:
    return half_year(0, number)


def rel_span(sign: int, count: float, unit: str) -> Reading:
    return rel_spans(sign, ((unit, count),))


def rel_spans(sign: int, told: Span) -> Reading:
    """The next three days begin tomorrow, the last three end today."""

    def read(frame: Frame) -> When | None:
        way = 1 if sign > 0 or (sign == 0 and frame.lean > 0) else -1
        start = frame.today + (DAY if way > 0 else timedelta())
        end = moved(start, told, way)
        return end and When(min(start, end), max(start, end), finest(told), spread=True)

    return read


def within_span(count: float, unit: str) -> Reading:
    return within_spans(((unit, count),))


def within_spans(told: Span) -> Reading:
    """Within three days: by the third day from today."""

    def read(frame: Frame) -> When | None:
        end = moved(frame.today, told, 1)
        return end and When(frame.today, end, Grain.DAY, bound=Bound.BEFORE, spread=True)

    return read


def within_spans_from(told: Span, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        start = base(frame)
        end = start and moved(start.start, told, 1)
        return When(start.start, end, Grain.DAY, spread=True) if start and end else None

    return read


def nth_week(count: float, base: Reading | int) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame) if callable(base) else year(base)(frame)
        return told and _nth_week(told, int(count))

    return read


def _nth_week(told: When, count: int) -> When | None:
    """The first week is the one with the first Thursday; the last ends within the interval."""
    if count < 0:
        monday = calendar.floor(told.end - DAY, Grain.WEEK)
    else:
        monday = calendar.floor(told.start + timedelta(days=3), Grain.WEEK) + timedelta(days=7 * (count - 1))
    return unit_range(monday, Grain.WEEK)


def nth_week_year(count: float, told: int) -> Reading:
    return nth_week(count, told)


def nth_month(number: float, told: int) -> Reading | None:
    return month_year(int(number), told)


def last_months(count: float, told: int) -> Reading:
    def read(frame: Frame) -> When | None:
        whole = year(told)(frame)
        start = whole and calendar.add(whole.end, Grain.MONTH, -count)
        return When(start, whole.end, Grain.MONTH, spread=True) if whole and start else None

    return read


def week_of(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and unit_range(calendar.floor(told.start, Grain.WEEK), Grain.WEEK)

    return read


def week_of_md(number: int, told: int) -> Reading | None:
    return week_of(monthday((number, told))) if told <= 31 else None  # noqa: PLR2004


def span_starting(told: Span, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        start = base(frame)
        end = start and moved(start.start, told, 1)
        return When(start.start, end, start.grain, clock=start.clock, spread=True) if start and end else None

    return read


tspan_starting = span_starting

_UNITS = {"week": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR}


def edge(which: str, base: Reading | int) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame) if callable(base) else year(base)(frame)
        return _edge(which, told) if told and told.grain > Grain.DAY else None

    return read


def _edge(which: str, told: When) -> When:
    """A third of the interval, in whole months, days or hours."""
    lengths = {Grain.WEEK: 3, Grain.MONTH: 10, Grain.QUARTER: 31, Grain.YEAR: 92}
    length = timedelta(days=lengths.get(told.grain, max(1, (told.end - told.start).days // 3)))
    middle = told.start + (told.end - told.start - length) / 2
    start = {"early": told.start, "middle": calendar.floor(middle, Grain.DAY), "end": told.end - length}[which]
    if told.grain is Grain.YEAR:
        start = calendar.floor(start + timedelta(days=3), Grain.MONTH)
    return replace(told, start=start, end=start + length, edge=Edge(which), whole=(told.start, told.end))


def edge_unit(which: str, unit: str) -> Reading | None:
    return rel_unit_edge(0, f"{which} {unit}") if unit in _UNITS else None


def unit_edge(told: str) -> Reading:
    return rel_unit_edge(0, told)


def rel_unit_edge(count: int, told: str) -> Reading:
    which, unit = told.split()
    return edge(which, lambda frame: _rel(_UNITS[unit], count, frame))


def year_unit_edge(told: int, which: str) -> Reading | None:
    return edge(which.split()[0], told) if which.endswith("year") else None


def month_edge(number: int, told: str) -> Reading | None:
    """8月底, 三季度末, 19年底."""
    which, unit = told.split()
    match unit:
        case "month":
            base = month(number)
        case "quarter":
            base = quarter_no(number)
        case "year":
            base = year(short(number))
        case _:
            base = None
    return edge(which, base) if base else None


def early_unit(unit: str) -> Reading:
    return edge("early", lambda frame: _rel(_UNITS[unit], 0, frame))


def rest_unit(unit: str) -> Reading | None:
    return rest(lambda frame: _rel(_UNITS[unit], 0, frame)) if unit in _UNITS else None


def rest(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told and replace(told, start=frame.today, spread=True)

    return read


def third(number: int, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        if told is None:
            return None
        edges = [told.start + timedelta(days=days) for days in (0, 10, 20)] + [told.end]
        which = (Edge.EARLY, Edge.MIDDLE, Edge.END)[number]
        return replace(told, start=edges[number], end=edges[number + 1], edge=which, whole=(told.start, told.end))

    return read


def within_range(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        if told is None or told.edge:
            return told
        return replace(told, edge=Edge.WITHIN, whole=(told.start, told.end))

    return read


def within_week(weeks: int) -> Reading:
    return within_range(rel_week(weeks))


def day_day(first: Reading, second: Reading) -> Reading:
    return join(first, second)


def join(first: Reading | int, second: Reading | int) -> Reading:
    """From one to another; the second is looked for after the first."""

    def read(frame: Frame) -> When | None:
        told = _read(first, frame)
        if told is None:
            return None
        last = _read(second, frame)
        if last and last.start < told.start:
            last = _read(second, replace(frame, now=told.start, lean=1))
        return _joined(told, last) if last and last.start >= told.start else None

    return read


def _read(one: Reading | int, frame: Frame) -> When | None:
    return one(frame) if callable(one) else year(one)(frame)


def _joined(told: When, last: When) -> When:
    end = last.end if last.grain <= Grain.DAY else last.start if last.grain is Grain.YEAR else last.end
    return When(told.start, end, min(told.grain, last.grain), clock=told.clock or last.clock, spread=True)


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
    if not 1 <= first < second <= 31:  # noqa: PLR2004
        return None
    return join(monthday((number, int(first))), monthday((number, int(second))))


def mday_n(told: MonthDay, last: float) -> Reading | None:
    return mdd(told[0], told[1], last)


def dom_dom(first: float, last: float) -> Reading | None:
    from understanding.dates.meanings_of_days import dom

    start, end = dom(int(first)), dom(int(last))
    return join(start, end) if start and end else None


def dom_monthday(first: float, told: MonthDay) -> Reading | None:
    from understanding.dates.meanings_of_days import dom

    start = dom(int(first))
    return join(start, monthday(told)) if start else None


def months(year_: float, first: int, last: int) -> Reading | None:
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    plain_start, plain_end = month(first), month(last)
    if year_:
        plain_start, plain_end = month_year(first, int(year_)), month_year(last, int(year_))
    return join(plain_start, plain_end) if plain_start and plain_end else None


def week_days(base: Reading, first: int, last: int) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        if told is None or told.grain is not Grain.WEEK:
            return None
        days = [told.start + timedelta(days=one) for one in (first, last)]
        return When(days[0], days[1] + DAY, Grain.DAY, spread=True)

    return read


_SEASONS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 23), "winter": (12, 21)}


def season(name: str) -> Reading:
    return season_year(name, 0)


def season_year(name: str, told: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year_of(told, frame), *_SEASONS[name])
        end = start and calendar.add_months(start, 3)
        return When(start, end, Grain.SEASON) if start and end else None

    return read


def rel_season(years: int, name: str) -> Reading:
    return season_year(name, years)


def feast_weekend(rule: str) -> Reading:
    from understanding.dates.meanings_of_days import feast

    def read(frame: Frame) -> When | None:
        told = feast(rule)(frame)
        return told and When(told.start - timedelta(days=told.start.weekday() == 0 and 2 or 0), told.end, Grain.WEEKEND)

    return read


def span_grain(told: Span) -> Grain:
    return min(GRAINS[unit][0] for unit, _ in parts(told))
