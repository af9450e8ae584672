"""Reads a question about the book: a number, a list of customers, open complaints or what is overdue."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from sales.measures import IN_TIME, By, Measure, Period, Tally
from sales.questions import Complaining, Counting, Listing, Owing, Question
from sales.segment_vocabulary import Vocabulary
from sales.segments import Has, Segment, Sign
from understanding.questions.groupings import grouping, most, tells_apart
from understanding.questions.measuring import Counted, category, measuring, people
from understanding.questions.nearest import nearest
from understanding.questions.periods import periods
from understanding.questions.sheet import Sheet
from understanding.questions.so_many import so_many
from understanding.questions.spans import days
from understanding.questions.words import any_of, one_of, said
from understanding.segments.reading import SegmentRead, read_segment
from understanding.segments.words import either
from understanding.spelling import plain

LONGEST = 200
"""A longer text is no question."""
_NOT_OF_CUSTOMERS = frozenset({*IN_TIME, By.CATEGORY, By.CUSTOMER})
"""What customers on record are not told apart by."""
_WORD = re.compile(r"\w")
_END = re.compile(r"[?.!。,\s]+$")


@dataclass(frozen=True, slots=True)
class QuestionRead:
    """The question, as far as it was understood; `left_out` are the words that were not, `near` what may be meant."""

    question: Question | None = None
    left_out: tuple[str, ...] = ()
    near: tuple[Question, ...] = ()

    @property
    def clear(self) -> Question | None:
        """The question if all of it was understood: half of one is another question."""
        return None if self.left_out else self.question


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    vocabulary: Vocabulary
    at: datetime

    def sheet(self) -> Sheet:
        sheet = Sheet(self.text, plain(self.text))
        sheet.take_all(any_of("asking", "please"))
        return sheet

    def picked(self, sheet: Sheet) -> SegmentRead:
        """Whatever is left names customers, or is left out; words that every question has say nothing."""
        read = read_segment(sheet.left, self.vocabulary, self.at)
        return replace(read, left_out=tuple(filter(None, map(_telling, read.left_out))))


def _telling(words: str) -> str:
    """What is left of words without those that every question has."""
    rest = "".join(" " * len(one[0]) if one["filler"] else one[0] for one in _fillers().finditer(plain(words)))
    kept = "".join(old if sign != " " else " " for old, sign in zip(words, rest, strict=False))
    return " ".join(kept.split()) if _WORD.search(kept) else ""


@cache
def _fillers() -> re.Pattern[str]:
    words = one_of((*said("asking", "fillers"), *said("owing", "around")))
    return re.compile(rf"(?P<filler>{words})|.", re.DOTALL)


def read_question(text: str, vocabulary: Vocabulary, at: datetime) -> QuestionRead:
    """`at` is the local time of the message. The first reading that leaves nothing out counts."""
    written = _END.sub("", " ".join(text.split())[:LONGEST])
    asked = _Asked(written if len(plain(written)) == len(written) else plain(written), vocabulary, at)
    read = [one for reading in (_owing, _complaining, _listing, _counting, _customers) if (one := reading(asked))]
    best = min(read, key=lambda one: len("".join(one.left_out)), default=QuestionRead())
    return replace(best, near=nearest(best.question, asked.sheet(), at))


def _owing(asked: _Asked) -> QuestionRead | None:
    sheet = asked.sheet()
    if tells_apart(sheet) or not _owed().search(sheet.rest) or any_of("owing", "ours").search(sheet.rest):
        return None
    most(sheet)
    least = days(sheet, asked.at)
    owed = sheet.take_all(any_of("owing", "signs"))
    picked = asked.picked(sheet)
    overdue = Has(Sign.OVERDUE)
    if not owed and overdue not in picked.segment.conditions:
        return None
    rest = Segment(tuple(one for one in picked.segment.conditions if one != overdue))
    return QuestionRead(Owing(rest, least), picked.left_out)


@cache
def _owed() -> re.Pattern[str]:
    return re.compile(f"{one_of(said('owing', 'signs'))}|{either('signs', Sign.OVERDUE)}")


def _complaining(asked: _Asked) -> QuestionRead | None:
    """Complaints, not the customers who have them: what is named first is asked for."""
    sheet = asked.sheet()
    complaint, customer = (
        any_of(*one).search(sheet.rest) for one in (("measures", "complaints"), ("nouns", "customer"))
    )
    if not complaint or (customer and customer.start() < complaint.start()):
        return None
    if not sheet.take_all(any_of("states", "open")):
        return None
    sheet.take_all(any_of("measures", "complaints"))
    least, about = days(sheet, asked.at), category(sheet)
    picked = asked.picked(sheet)
    return QuestionRead(Complaining(picked.segment, about, least), picked.left_out)


def _listing(asked: _Asked) -> QuestionRead | None:
    """Customers are asked for; of all of them only how many."""
    sheet = asked.sheet()
    if not any_of("asking", "whom").search(sheet.rest) or _wants_numbers(sheet):
        return None
    everybody = any_of("nouns", "customer").search(sheet.rest) and any_of("asking", "many").search(sheet.rest)
    picked = asked.picked(sheet)
    if not picked.segment.conditions and not (everybody and not picked.left_out):
        return None
    return QuestionRead(Listing(picked.segment), picked.left_out)


def _wants_numbers(sheet: Sheet) -> bool:
    """Which customers are the largest, how many there are by region, what share of them was visited."""
    largest, share = (any_of(*one).search(sheet.rest) for one in (("groups", "most"), ("asking", "share")))
    return bool(largest or share) or tells_apart(sheet)


def _customers(asked: _Asked) -> QuestionRead | None:
    """How many customers there are now, told apart: by rep, in each region."""
    sheet, today = asked.sheet(), asked.at.date()
    named, wants = any_of("nouns", "customer").search(sheet.rest), _wants_numbers(sheet)
    by = grouping(sheet) if wants else None
    if by is None or by in _NOT_OF_CUSTOMERS:
        return None
    picked = asked.picked(sheet)
    if not named and not picked.segment.conditions:
        return None
    return QuestionRead(Counting(Tally(Measure.CUSTOMERS, Period(today, today), by, picked.segment)), picked.left_out)


def _counting(asked: _Asked) -> QuestionRead | None:
    sheet, today = asked.sheet(), asked.at.date()
    limit = so_many(sheet.rest)
    by = grouping(sheet)
    # The five largest customers are those who bought most.
    counted = measuring(sheet) or (Counted(Measure.ORDERED) if limit and by is By.CUSTOMER else None)
    if counted is None:
        return None
    times = periods(sheet, asked.at)
    members = people(sheet, asked.vocabulary)
    if by is None and members and len(members) > 1 and _side_by_side(sheet):
        by = By.REP
    picked = asked.picked(sheet)
    period = times.period or _usual(by, today)
    tally = Tally(
        counted.measure, period, by or By.NOTHING, picked.segment, members, counted.category, counted.sentiment
    )
    return QuestionRead(
        Counting(tally, times.against, limit if by else 0), picked.left_out if times.clear else ("…", *picked.left_out)
    )


def _side_by_side(sheet: Sheet) -> bool:
    """Anna against Ben, 小李和王伟对比."""
    return bool([*sheet.take_all(any_of("compare", "side")), *sheet.take_all(any_of("compare", "with"))])


def _usual(by: By | None, today: date) -> Period:
    """Where no time is said: this month; by months this year."""
    return Period(today.replace(month=1, day=1) if by is By.MONTH else today.replace(day=1), today)
