"""The words of questions as patterns, of both languages at once: people mix them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.sums.beside import edged

NOTHING = r"(?!)"


def said(group: str, name: str) -> tuple[str, ...]:
    """The words of a list, of all languages."""
    return tuple(word for language in LANGUAGES for word in table(language, "questions")[group].get(name, ()))


@cache
def meaning(group: str) -> Mapping[str, str]:
    """What each word of a group stands for."""
    names = table(LANGUAGES[0], "questions")[group]
    return {word: name for name in names for word in said(group, name)}


def one_of(words: Iterable[str]) -> str:
    return f"(?:{edged(words) or NOTHING})"


@cache
def any_of(group: str, name: str) -> re.Pattern[str]:
    """One of the words of a list."""
    return re.compile(one_of(said(group, name)))


def hints() -> tuple[str, ...]:
    """Measures and others that words may point to."""
    return tuple(table(LANGUAGES[0], "questions")["hints"])
