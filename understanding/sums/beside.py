"""Patterns for the words right before and right after a number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from understanding.lexicon.shelf import LANGUAGES, table

_REACH = 48


def said(group: str, name: str, *languages: str) -> list[str]:
    """The words of a list in money.toml, of all languages if none is named."""
    return [word for one in languages or LANGUAGES for word in table(one, "money")[group].get(name, [])]


def edged(words: Iterable[str]) -> str:
    """A pattern of whole words, longest first."""
    return _pattern(tuple(words))


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> str:
    """Kept: names of regions and of people are the same from message to message."""
    return "|".join(_edged(word) for word in sorted(words, key=len, reverse=True))


def _edged(word: str) -> str:
    start = "(?<![a-z])" if word[0].isalpha() and word[0].isascii() else ""
    end = "(?![a-z])" if word[-1].isalpha() and word[-1].isascii() else ""
    return f"{start}{re.escape(word)}{end}"


@dataclass(frozen=True, slots=True)
class Before:
    """Words that stand before a place. Matched from their ends: searching from afar takes ten times longer."""

    pattern: re.Pattern[str]

    def stands(self, text: str, place: int) -> bool:
        return bool(self.pattern.match(text[max(0, place - _REACH) : place][::-1]))


def before(words: Iterable[str], between: str = "") -> Before:
    """One of the words, and then only what `between`, a pattern for text read backwards, allows."""
    return Before(re.compile(rf"{between}(?:{edged(word[::-1] for word in words)})"))


def backwards(words: Iterable[str]) -> str:
    return edged(word[::-1] for word in words)
