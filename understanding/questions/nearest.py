"""Finds the three questions nearest to one that was not clear: of the same measure, by its words, or asked most."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from sales.measures import By, Measure, Period, Tally
from sales.moments import monday_of
from sales.questions import MOST_NEAR, Complaining, Counting, Listing, Owing, Question, variants
from sales.segments import Chosen, Deed, Segment, Silent
from sales.since import Stretch, This
from understanding.dates.when import Grain
from understanding.questions.periods import periods, previous
from understanding.questions.sheet import Sheet
from understanding.questions.words import any_of, hints

_GONE = Listing(Segment((Chosen("stage", ("slipping", "lost")),)))
_UNSEEN = Listing(Segment((Chosen("grade", ("A",)), Silent(Deed.VISIT, This(Stretch.MONTH)))))

_A_WEEK, _A_QUARTER = 7, 92


def nearest(question: Question | None, sheet: Sheet, at: datetime) -> tuple[Question, ...]:
    """`question` as far as it was understood; `sheet` has all words of it."""
    asked = periods(sheet, at).period
    near = [*([question] if question else []), *_like(question, at.date())]
    if asked is None and isinstance(question, Counting):
        asked = question.tally.period
    near += _hinted(sheet, asked, at.date())
    return tuple(dict.fromkeys([*near, *_asked_most(at.date())]))[:MOST_NEAR]


def _like(question: Question | None, today: date) -> Iterator[Question]:
    """What else may be meant by what was understood."""
    match question:
        case Counting():
            period = question.tally.period
            yield from variants(question, previous(period, _grain(period)))
        case Listing(segment) if segment.conditions:
            yield Counting(Tally(Measure.CUSTOMERS, Period(today, today), By.REP, segment))
            yield Counting(Tally(Measure.ORDERED, _month(today), segment=segment))
        case Owing():
            yield replace(question, days=0)
            yield Counting(Tally(Measure.PAID, _month(today), segment=question.segment))
        case Complaining():
            yield Counting(Tally(Measure.COMPLAINTS, _month(today), By.CATEGORY, question.segment))
            yield Counting(Tally(Measure.SOLVED, _month(today), segment=question.segment))
        case _:
            return


def _hinted(sheet: Sheet, asked: Period | None, today: date) -> Iterator[Question]:
    """By words of things that we do not count, but that lie near to something that we do."""
    for hint in hints():
        if any_of("hints", hint).search(sheet.rest):
            yield from _hinted_at(hint, asked or _month(today))


def _hinted_at(hint: str, period: Period) -> Iterator[Question]:
    match hint:
        case "team":
            each = (Measure.ORDERED, Measure.VISITS, Measure.NEW_CUSTOMERS)
            yield from (Counting(Tally(measure, period, By.REP)) for measure in each)
        case "gone":
            yield _GONE
            yield Counting(Tally(Measure.CUSTOMERS, Period(period.last, period.last), By.STAGE))
        case "debts":
            yield Owing()
            yield Counting(Tally(Measure.PAID, period))
        case measure:
            yield from (Counting(Tally(Measure(measure), period, by)) for by in (By.NOTHING, By.REP))


def _asked_most(today: date) -> Iterator[Question]:
    week = Period(monday_of(today), today)
    yield Counting(Tally(Measure.VISITS, week, By.REP))
    yield Counting(Tally(Measure.ORDERED, _month(today)), previous(_month(today), Grain.MONTH))
    yield _UNSEEN


def _grain(period: Period) -> Grain:
    """What the period is the whole of, or so far: a month is compared with a month."""
    if period.first.weekday() == 0 and period.days <= _A_WEEK:
        return Grain.WEEK
    if period.first.day == 1 and period.first.month == period.last.month:
        return Grain.MONTH
    return Grain.QUARTER if period.days <= _A_QUARTER and period.first.month % 3 == 1 else Grain.YEAR


def _month(today: date) -> Period:
    return Period(today.replace(day=1), today)
