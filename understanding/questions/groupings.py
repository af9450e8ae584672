"""Reads by what numbers are to be told apart: per rep, by region, 每个业务员, 分月."""

import re
from functools import cache

from sales.measures import By
from understanding.numbers import HAN_SMALL, SMALL
from understanding.questions.sheet import Sheet
from understanding.questions.words import any_of, meaning, one_of, said

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(SMALL)})"


def grouping(sheet: Sheet) -> By | None:
    """None: nothing is said of it."""
    for pattern, group in ((_headed(), "nouns"), (_ranked(), "nouns"), (_asked(), "nouns"), (_alone(), "alone")):
        if found := sheet.take(pattern):
            most(sheet)
            return By(meaning(group)[found["what"]])
    return _of_the_largest(sheet)


def _of_the_largest(sheet: Sheet) -> By | None:
    """A ranking of nothing else is one of reps; the biggest of what is not told apart stays a word that is left."""
    if found := sheet.take(_ranking()):
        return By(meaning("nouns")[found["what"]]) if found["what"] else By.REP
    if any_of("groups", "most").search(sheet.rest) and sheet.take(_customers()):
        most(sheet)
        return By.CUSTOMER
    if sheet.take(_first_so_many()):
        return By.CUSTOMER if sheet.take(_customers()) else By.REP
    return None


def most(sheet: Sheet) -> bool:
    """Whether the largest are asked for: they always come first."""
    # Each has to be taken, so the first that is there must not end it.
    words = _first_so_many(), any_of("groups", "most"), any_of("groups", "ranking")
    return bool([one for pattern in words for one in sheet.take_all(pattern)])


def tells_apart(sheet: Sheet) -> bool:
    """Whether numbers are wanted, each with what it is of: "per region", not "which region"."""
    return _headed().search(sheet.rest) is not None


@cache
def _headed() -> re.Pattern[str]:
    return _before_noun(one_of(said("groups", "heads")))


@cache
def _asked() -> re.Pattern[str]:
    return _before_noun(one_of(said("groups", "asking")))


@cache
def _ranked() -> re.Pattern[str]:
    """The top ten customers, worst 5 reps."""
    return _before_noun(rf"{one_of(said('groups', 'ranks'))}(?:\s*{_NUMBER})?")


@cache
def _ranking() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<what>{one_of(meaning('nouns'))})\s*)?{one_of(said('groups', 'ranking'))}")


@cache
def _first_so_many() -> re.Pattern[str]:
    return re.compile(
        rf"前\s?(?:\d{{1,3}}|[{HAN_SMALL}]{{1,3}})(?:大|名|位|个|家)?|{one_of(said('groups', 'ranks'))}\s{_NUMBER}\b"
    )


def _before_noun(head: str) -> re.Pattern[str]:
    tail = one_of(said("groups", "tails"))
    return re.compile(rf"{head}\s*(?P<what>{one_of(meaning('nouns'))})(?:\s*{tail})?")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?P<what>{one_of(meaning('alone'))})")


@cache
def _customers() -> re.Pattern[str]:
    return re.compile(one_of(said("nouns", By.CUSTOMER)))
