"""A number as it stands in a text, before anybody knows whether it is money."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table


class Form(StrEnum):
    """How a number is told."""

    DIGITS = "digits"
    CHINESE = "chinese"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at `start` up to `end`."""

    start: int
    end: int
    value: Decimal
    form: Form
    scaled: bool = False
    """Told with a scale: 12k, 三千, four grand."""
    grouped: bool = False
    """Told with separators: 1,200."""
    elided: bool = False
    """The last scale is left out, as is done with money only: 两万三."""
    doubtful: bool = False
    """Spelled as other things are, too: 2.5L, eleven four, 12 500. Money only if words beside it say so."""


def either(words: Iterable[str]) -> str:
    """A pattern of all the words, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def scales() -> dict[str, int]:
    return {word: int(value) for language in LANGUAGES for word, value in table(language, "money")["scales"].items()}
