"""Reads by what numbers are to be told apart: per rep, by region, 每个业务员, 分月."""

import re
from functools import cache

from sales.measures import By
from understanding.questions.sheet import Sheet
from understanding.questions.words import any_of, meaning, one_of, said


def grouping(sheet: Sheet) -> By | None:
    """None: nothing is said of it."""
    for pattern, group in ((_headed(), "nouns"), (_alone(), "alone")):
        if found := sheet.take(pattern):
            most(sheet)
            return By(meaning(group)[found["what"]])
    return By.CUSTOMER if most(sheet) and sheet.take(_customers()) else None


def most(sheet: Sheet) -> bool:
    """Whether the largest are asked for: they always come first."""
    return bool(sheet.take_all(any_of("groups", "most")))


@cache
def _headed() -> re.Pattern[str]:
    head, tail = one_of(said("groups", "heads")), one_of(said("groups", "tails"))
    return re.compile(rf"{head}\s*(?P<what>{one_of(meaning('nouns'))})(?:\s*{tail})?")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?P<what>{one_of(meaning('alone'))})")


@cache
def _customers() -> re.Pattern[str]:
    return re.compile(one_of(said("nouns", By.CUSTOMER)))
