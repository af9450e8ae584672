"""Reads classes: A-class, class A or B, A和B类, and a capital letter that stands alone."""

import re
from functools import cache

from sales.fields import GRADES
from sales.segments import Chosen, Condition
from understanding.segments.board import Board
from understanding.segments.words import either

_LETTER = "(?<![a-z0-9])[abc](?![a-z0-9])"
_JOIN = rf"(?:\s*{either('around', 'join')}\s*|\s*,\s*)"


def grades(board: Board, written: str) -> None:
    """`written` is the text with its capitals: "a customer" is no class, and neither is "A customer"."""
    board.read(_named(), lambda found: _chosen(found["before"] or found["after"]))
    for found in list(_alone().finditer(board.rest)):
        if written[found.start()].isupper():
            board.take(*found.span("letters"), _chosen(found["letters"]))


def _chosen(letters: str) -> Condition:
    told = re.findall(_LETTER, letters)
    return Chosen("grade", tuple(grade for grade in GRADES if grade.lower() in told))


@cache
def _named() -> re.Pattern[str]:
    several = rf"{_LETTER}(?:{_JOIN}{_LETTER})*"
    after = rf"[\s-]?{either('around_grade', 'after')}"
    return re.compile(rf"{either('labels', 'grade')}\s*:?\s*(?P<before>{several})|(?P<after>{several}){after}")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?P<letters>{_LETTER}(?:{_JOIN}{_LETTER})*)(?!\s?{either('around_grade', 'thing')})")
