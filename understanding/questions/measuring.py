"""Reads what is to be counted: visits, sales, complaints about delivery; and whose."""

import re
from dataclasses import dataclass
from functools import cache

from sales.kinds import Category, Sentiment
from sales.measures import Measure
from sales.segment_vocabulary import Vocabulary
from understanding.questions.sheet import Sheet
from understanding.questions.words import any_of, meaning, one_of, said
from understanding.spelling import plain

_OF_CATEGORIES = frozenset({Measure.COMPLAINTS, Measure.SOLVED, Measure.FEEDBACK})
_IN_MONEY = {Measure.ORDERS: Measure.ORDERED, Measure.PAYMENTS: Measure.PAID}
_IN_NUMBERS = {Measure.PAID: Measure.PAYMENTS}


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
    measure = _turned(sheet, named[0])
    if much:
        measure = _IN_MONEY.get(measure, measure)
    elif many:
        measure = _IN_NUMBERS.get(measure, measure)
    if measure not in _OF_CATEGORIES:
        return Counted(measure)
    return Counted(measure, category(sheet), _sentiment(sheet, found[0][0]))


def _turned(sheet: Sheet, measure: Measure) -> Measure:
    """Complaints that were closed are counted by the day of that."""
    closed = measure is Measure.COMPLAINTS and sheet.take_all(any_of("states", "solved"))
    return Measure.SOLVED if closed else measure


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
