"""The text of a segment while it is read: what has been understood is covered up, so that nothing is read twice."""

import re
from collections.abc import Callable

from sales.segments import Chosen, Condition, Has, Lacks, Unlike
from understanding.segments.words import either

COVER = "\ue002"
"""Stands for a sign that has been read; part of no word."""
Meaning = Callable[[re.Match[str]], Condition | None]
_BEFORE = re.compile(rf"(?P<but>{either('around', 'except')})\s*(?:{either('labels', 'tags')}\s*)?$")
_REACH = 24


class Board:
    """`text` is in plain spelling; `left` are stretches of which we know that we cannot read them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rest = text
        self.found: list[tuple[int, Condition]] = []
        self.left: list[tuple[int, int]] = []

    def read(self, pattern: re.Pattern[str], meaning: Meaning) -> None:
        """Take every place where the pattern stands; where `meaning` knows none for it, it is left out by name."""
        for found in list(pattern.finditer(self.rest)):
            self.take(found.start(), found.end(), meaning(found))

    def note(self, words: str, condition: Condition) -> None:
        """Wherever these words stand, this condition is meant."""
        for found in list(re.finditer(words, self.rest)):
            self.take(found.start(), found.end(), condition)

    def take(self, start: int, end: int, condition: Condition | None) -> None:
        """Read from `start` up to `end`; a no before it turns it round."""
        before = _BEFORE.search(self.rest[max(0, start - _REACH) : start])
        if before and condition is not None:
            start = max(0, start - _REACH) + before.start()
            condition = _turned(condition)
        if condition is None:
            self.left.append((start, end))
        else:
            self.found.append((start, condition))
        self.cover(start, end)

    def cover(self, start: int, end: int) -> None:
        self.rest = self.rest[:start] + COVER * (end - start) + self.rest[end:]

    @property
    def conditions(self) -> list[Condition]:
        """In the order of the words."""
        return [condition for _, condition in sorted(self.found, key=lambda one: one[0])]


def _turned(condition: Condition) -> Condition | None:
    """The opposite; of a sum or a chance there is none."""
    match condition:
        case Chosen(name, values):
            return Unlike(name, values)
        case Has(sign):
            return Lacks(sign)
        case _:
            return None
