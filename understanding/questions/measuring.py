"""Reads what is to be counted: visits, sales, complaints about delivery; and whose."""

import re
from dataclasses import dataclass
from functools import cache

from sales.kinds import Category, Sentiment
from sales.measures import OF_CATEGORIES, Measure
from sales.ratios import RATIOS
from sales.segment_vocabulary import Vocabulary
from understanding.questions.sheet import Sheet
from understanding.questions.words import any_of, meaning, one_of, said
from understanding.spelling import plain

_IN_MONEY = {Measure.ORDERS: Measure.ORDERED, Measure.PAYMENTS: Measure.PAID}
_IN_NUMBERS = {Measure.PAID: Measure.PAYMENTS}
_AS_SHARES = {
    Measure.VISITS: Measure.COVERAGE,
    Measure.REACHED: Measure.COVERAGE,
    Measure.KEPT: Measure.KEPT_RATE,
    Measure.WON: Measure.WIN_RATE,
}
_IN_STATES = {
    Measure.COMPLAINTS: (("solved", Measure.SOLVED),),
    Measure.PROMISED: (("broken", Measure.BROKEN), ("kept", Measure.KEPT)),
}
"""What something counts as if these words say how it ended."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted."""

    measure: Measure
    category: Category | None = None
    sentiment: Sentiment | None = None


def measuring(sheet: Sheet) -> Counted | None:
    """None: nothing that we count is named."""
    much, many = (any_of("asking", name).search(sheet.rest) for name in ("much", "number"))
    found = sheet.take_all(_measures())
    if not found:
        return None
    named = [Measure(meaning("measures")[one[0]]) for one in found]
    measure = _turned(sheet, next((one for one in named if one in RATIOS), named[0]))
    if much:
        measure = _IN_MONEY.get(measure, measure)
    elif many:
        measure = _IN_NUMBERS.get(measure, measure)
    if measure not in OF_CATEGORIES:
        return Counted(measure)
    return Counted(measure, category(sheet), _sentiment(sheet, found[0][0]))


def _turned(sheet: Sheet, measure: Measure) -> Measure:
    """What the other words make of it: complaints that were closed are counted by the day of that."""
    if measure is Measure.COMPLAINTS and _is_waited_for(sheet):
        return Measure.ANSWER_TIME
    ends = (end for state, end in _IN_STATES.get(measure, ()) if sheet.take_all(any_of("states", state)))
    ended = next(ends, measure)
    if ended in RATIOS:
        sheet.take_all(any_of("asking", "average"))
    shared = ended in _AS_SHARES and sheet.take_all(any_of("asking", "share"))
    return _AS_SHARES[ended] if shared else ended


def _is_waited_for(sheet: Sheet) -> bool:
    """How long it takes until they are answered."""
    fast, answered = any_of("asking", "fast"), any_of("states", "answered")
    asked = fast.search(sheet.rest) is not None and answered.search(sheet.rest) is not None
    if asked:
        for words in (fast, answered):
            sheet.take_all(words)
    return asked


def category(sheet: Sheet) -> Category | None:
    found = sheet.take(_categories())
    return Category(meaning("categories")[found[0]]) if found else None


def _sentiment(sheet: Sheet, word: str) -> Sentiment | None:
    """Praise is feedback that says so by itself."""
    found = sheet.take(_sentiments())
    told = found[0] if found else word
    return Sentiment(meaning("sentiments")[told]) if told in meaning("sentiments") else None


def people(sheet: Sheet, vocabulary: Vocabulary) -> frozenset[int] | None:
    """Whose work is asked for: theirs who are named, or the asker's own."""
    named = {plain(name): number for number, name in vocabulary.people if name.strip()}
    found = sheet.take_all(re.compile(rf"(?:by\s)?(?P<name>{one_of(named)})(?:'s|的)?"))
    whose = {number for one in found for number, name in vocabulary.people if plain(name) == one["name"]}
    if sheet.take_all(any_of("asking", "myself")):
        whose.add(vocabulary.member)
    return frozenset(whose) or None


@cache
def _measures() -> re.Pattern[str]:
    return re.compile(one_of(meaning("measures")))


@cache
def _categories() -> re.Pattern[str]:
    return re.compile(one_of(meaning("categories")))


@cache
def _sentiments() -> re.Pattern[str]:
    return re.compile(one_of(word for name in Sentiment for word in said("sentiments", name)))
