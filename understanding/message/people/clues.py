"""What speaks for a stretch of a message to be a person, and how likely that makes it."""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from understanding.message.people import Person
from understanding.message.people.words import weights

FAINTEST = 0.08
"""Persons that are less likely are not offered."""


class Guess(NamedTuple):
    """A stretch of a message that may be a person; `clues` are kinds of evidence, named as in the table of weights."""

    start: int
    end: int
    clues: tuple[str, ...]


def likelihood(guess: Guess) -> float:
    weight = weights().get
    return 1 / (1 + math.exp(-sum([weight(clue, 0.0) for clue in guess.clues])))


def chosen(text: str, guesses: Iterable[Guess]) -> Iterator[Person]:
    """Of guesses that overlap, the likeliest one."""
    taken = bytearray(len(text))
    rated = sorted(
        ((likelihood(one), one.end - one.start, -one.start, one) for one in guesses), key=lambda row: row[:3]
    )
    for sure, length, _, one in reversed(rated):
        if sure < FAINTEST:
            return
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\x01" * length
            yield Person(text[one.start : one.end], one.start, one.end, round(sure, 3))
