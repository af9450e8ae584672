"""The words of segments as patterns, of both languages at once: people mix them."""

from collections.abc import Iterable, Mapping
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.sums.beside import edged

NOTHING = r"(?!)"


def said(group: str, name: str) -> tuple[str, ...]:
    """The words of a list, of all languages."""
    return tuple(word for language in LANGUAGES for word in table(language, "segments")[group].get(name, ()))


def names(group: str) -> tuple[str, ...]:
    """The names of the lists in a group."""
    return tuple(table(LANGUAGES[0], "segments")[group])


@cache
def either(group: str, name: str) -> str:
    """One of the words of a list, as a pattern."""
    return one_of(said(group, name))


def one_of(words: Iterable[str]) -> str:
    return f"(?:{edged(words) or NOTHING})"


@cache
def meaning(group: str) -> Mapping[str, str]:
    """What each word of a group stands for."""
    return {word: name for name in names(group) for word in said(group, name)}
