"""The time words of the lexicon, of all languages together."""

import re
from dataclasses import dataclass, field
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table

Value = object
_HEAD = re.compile(r"[a-z]*")
_YEAR_LENGTH, _PAIR_LENGTH = 4, 2
_NUMERAL_YEAR = range(1900, 2101)


@dataclass(slots=True)
class Lexeme:
    """A time word at `start` up to `end`."""

    start: int
    end: int
    classes: dict[str, Value] = field(default_factory=dict)
    weak: bool = False
    filler: bool = False


@dataclass(frozen=True)
class Words:
    """The time words of all languages."""

    classes: dict[str, dict[str, Value]]
    weak: frozenset[str]
    fillers: frozenset[str]
    longest: dict[str, int]
    """How long the longest word is that begins with a character."""
    heads: frozenset[str]
    """The letters with which a phrase begins, up to its first blank or mark."""


@cache
def words() -> Words:
    classes: dict[str, dict[str, Value]] = {}
    weak: set[str] = set()
    fillers: set[str] = set()
    for language in LANGUAGES:
        rules = table(language, "dates")
        fillers.update(rules["filler"])
        weak.update(rules["weak"])
        for name, values in rules.items():
            if isinstance(values, dict):
                _enter(classes, name, values)
    known = classes.keys() | fillers
    longest: dict[str, int] = {}
    for word in known:
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    heads = frozenset(head[0] for word in known if (head := _HEAD.match(word)))
    return Words(classes, frozenset(weak), frozenset(fillers), longest, heads)


def _enter(classes: dict[str, dict[str, Value]], name: str, values: dict[str, list[str]]) -> None:
    for value, spoken in values.items():
        for word in spoken:
            classes.setdefault(word, {})[name] = int(value) if value.lstrip("-").isdigit() else value


def readings(number: int, said: str) -> dict[str, Value]:
    """What a number can be by itself and by the number of its digits."""
    classes: dict[str, Value] = {"n": number}
    if len(said) == _YEAR_LENGTH and number in _NUMERAL_YEAR:
        classes["year4"] = number
    if len(said) == _PAIR_LENGTH:
        classes["n_min"] = number
    if number in range(1, 13):
        classes["n_bare"] = number
    return classes
