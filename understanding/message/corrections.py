"""Sees which of several values a rep takes back: "12th, no wait, the 13th", 不是三十八万,是三十五万八."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, Protocol, TypeVar

from understanding.lexicon.shelf import LANGUAGES, table

_REACH = 28
_SENTENCE = re.compile(r"[。!?;；\n]")


class Placed(Protocol):
    """Something that stands at a place of the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Value = TypeVar("Value", bound=Placed)
Signs = tuple[re.Pattern[str], ...]


def taken_back(spelled: str) -> int:
    """Where a message goes on that begins by taking back what was said before; 0: it does not begin so."""
    begun = _said("firm").match(spelled)
    return begun.end() if begun else 0


def standing(spelled: str, values: Sequence[Value]) -> list[Value]:
    """Leave out the values that are denied, if others stay, and those before a correction."""
    return _standing(spelled, values, (_said("firm"),), _ends("before"))


def standing_days(spelled: str, days: Sequence[Value]) -> list[Value]:
    """Leave out also the days from which something was moved: "Thursday's demo is now on Friday"."""
    signs = (_said("firm"), _moved(), _only("between"))
    stay = [one for one, later in itertools.zip_longest(days, days[1:]) if not (later and _was(spelled, one, later))]
    return _standing(spelled, stay, signs, _ends("before", "before_days"))


@dataclass(frozen=True, slots=True)
class Mistaken(Generic[Value]):
    """A day that was said by mistake, the one that stands for it, and where the taking back begins."""

    wrong: Value
    right: Value
    sign: int


def mistaken(spelled: str, days: Sequence[Value]) -> Iterator[Mistaken[Value]]:
    """Yesterday, no wait, it was Friday."""
    for one, later in itertools.pairwise(days):
        between = spelled[one.end : later.start]
        found = [sign for shape in (_said("firm"), _only("between")) if (sign := shape.search(between))]
        denied = _ends("before").search(spelled[max(0, one.start - 12) : one.start])
        if found and not denied and len(between) <= _REACH and not _SENTENCE.search(between, found[0].start()):
            yield Mistaken(one, later, one.end + found[0].start())


def _standing(spelled: str, values: Sequence[Value], signs: Signs, before: re.Pattern[str]) -> list[Value]:
    stay = [
        one
        for place, one in enumerate(values)
        if not (place + 1 < len(values) and _taken_back(spelled, one, values[place + 1], signs))
    ]
    kept = [one for one in stay if not before.search(spelled[max(0, one.start - 12) : one.start])]
    return kept or stay


def _taken_back(spelled: str, one: Placed, later: Placed, signs: Signs) -> bool:
    between = spelled[one.end : later.start]
    return len(between) <= _REACH and any(sign.search(between) for sign in signs)


def _was(spelled: str, one: Placed, later: Placed) -> bool:
    """It was Thursday, now Friday."""
    before = spelled[max(0, one.start - 16) : one.start]
    return bool(_ends("was").search(before) and _only("now").search(spelled[one.end : later.start]))


@cache
def _said(name: str) -> re.Pattern[str]:
    return re.compile(_any(name))


def _any(name: str) -> str:
    words = [word for language in LANGUAGES for word in table(language, "corrections")[name]]
    some = sorted(words, key=len, reverse=True)
    return "|".join(_bordered(word) if word.isascii() and word[0].isalpha() else word for word in some)


def _bordered(word: str) -> str:
    return rf"\b{re.escape(word)}" + (r"\b" if word[-1].isalpha() else "")


@cache
def _ends(*names: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(_any, names))})\s*$")


@cache
def _only(name: str) -> re.Pattern[str]:
    """These words and nothing else, but for marks: "Thursday, sorry, Friday"."""
    return re.compile(rf"^(?!\W*不是)\W*(?:(?:{_any(name)})\W*)+(?:{_any('leads')})?\W*$")


@cache
def _moved() -> re.Pattern[str]:
    """In one clause, up to the later day: "the visit of Thursday is postponed until Monday"."""
    return re.compile(rf"^[^,.;!?了]*(?:{_any('moved')})\W*(?:{_any('leads')})?\W*$")
