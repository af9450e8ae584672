"""Tells whether plain words may ask something of the book, before anything is looked up for them."""

import re
from functools import cache

from understanding.questions.groupings import grouping
from understanding.questions.reading import LONGEST
from understanding.questions.sheet import Sheet
from understanding.questions.words import any_of, one_of, said
from understanding.spelling import plain

_ENOUGH = 5
"""Signs of a question that has nothing of one but its mark: "Call?" asks somebody else."""
_STOPS = " ?!.。"
_CLAUSES = re.compile(r"[,，;；:：。]")


def sounds_asked(text: str) -> bool:
    """Whether it asks, compares, tells apart or names a number; whether we can answer is another matter."""
    spelled = plain(text).strip()
    if not 0 < len(spelled) <= LONGEST:
        return False
    marked = spelled.endswith("?") and len(spelled.split()) + sum(map(_is_wide, spelled)) >= _ENOUGH
    begun = bool(_asks().search(spelled) or _begins().match(spelled))
    return marked or begun or ends_asking(text) or _tells_apart(spelled)


def insists(text: str) -> bool:
    """Whether it is a question beyond doubt, so that one that we cannot read is better answered than kept."""
    spelled = plain(text).strip()
    asks = bool(_asks().search(spelled)) if spelled.endswith("?") else bool(_asks().match(spelled))
    return sounds_asked(text) and asks


def ends_asking(text: str) -> bool:
    """Whether it stops at the word that asks, as Chinese does without a mark; somebody else's question is told."""
    spelled = plain(text).strip(_STOPS)
    asks = _ends().search(spelled) and not _passed_on().search(spelled)
    return bool(asks) and len(spelled) <= LONGEST and not _CLAUSES.search(spelled)


def sizes(text: str) -> bool:
    """Whether single things are asked for by their size, which nobody tells so: "orders above 50k this month"."""
    spelled = plain(text).strip()
    return bool(_begins().match(spelled) and _sizes().search(spelled))


def _is_wide(sign: str) -> bool:
    return not sign.isascii()


def _tells_apart(spelled: str) -> bool:
    return grouping(Sheet(spelled, spelled)) is not None or bool(any_of("compare", "before").search(spelled))


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(one_of((*said("sounding", "asks"), *said("asking", "number"), *said("asking", "much"))))


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(one_of(said("sounding", "begins")))


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(said('sounding', 'ends'))})$")


@cache
def _passed_on() -> re.Pattern[str]:
    return re.compile(one_of(said("sounding", "passed_on")))


@cache
def _sizes() -> re.Pattern[str]:
    return re.compile(rf"{one_of(said('sounding', 'sizes'))}\W*\d")
