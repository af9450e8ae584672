"""Reads the lexicon's templates: words as they are said, capitals for names, three dots for a few words between.

Round brackets choose, `(a|b)?` may be missing, and `#` is a number: "N (also )?offered … #".
"""

import operator
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_GROUP = re.compile(r"\(([^()]*)\)(\??)")
_LITERAL = re.compile(r"[^A-Z()?…#|^$\[\]{}\\+]+")
_HEAD = 2
"""Characters of a word by which a book finds it."""
_BOOKS = 8
"""So many books are asked about one text, one after the other."""
_NUMBER = r"[£$€¥]?\d[\d,.]*(?:[kmw万千%]|折)?"
_FEW = {
    "en": r"(?:[^\s,.;:!?]+ ){0,4}?",
    "zh": r"[^,。;:!?\s]{0,6}?",
}


@dataclass(frozen=True, slots=True)
class Template:
    """A saying, tried only on a text that holds one word of each of its `keys`."""

    keys: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]

    def may_match(self, text: str) -> bool:
        return all(any(word in text for word in row) for row in self.keys)


class Book:
    """Templates, of which those are tried whose words are in a text."""

    def __init__(self, templates: Iterable[Template]) -> None:
        self._all = list(templates)
        self._words = frozenset(word for one in self._all for row in one.keys for word in row)
        self._by_head: dict[str, dict[str, list[int]]] = {}
        for place, one in enumerate(self._all):
            for word in one.keys[0]:
                self._by_head.setdefault(word[:_HEAD], {}).setdefault(word, []).append(place)

    def words(self) -> frozenset[str]:
        """The words that the templates themselves are made of, which are nobody's name."""
        return frozenset(part for word in self._words for part in word.split())

    def tried(self, text: str) -> list[Template]:
        heads = self._by_head.keys() & _heads(text)
        words = [(word, some) for head in heads for word, some in self._by_head[head].items()]
        near = {place for word, some in words if word in text for place in some}
        return [one for place in sorted(near) if (one := self._all[place]).may_match(text)]


@lru_cache(maxsize=_BOOKS)
def _heads(text: str) -> frozenset[str]:
    """Every character of a text, alone and with the next one: what words in it begin with."""
    return frozenset(text).union(map(operator.add, text, text[1:]))


def template(language: str, said: str, slots: Mapping[str, str], around: tuple[str, str] = ("", "")) -> Template:
    """Slots tell what the capitals stand for; `around` is what has to be before and after."""
    written = re.sub(r"\((?!\?)", "(?:", said)
    written = written.replace("… " if language == "en" else "…", _FEW[language]).replace("#", _NUMBER)
    written = re.sub(r"(?<![A-Za-z\\<])[A-Z](?![A-Za-z])", lambda found: slots[found[0]], written)
    before, after = (r"(?<![a-zA-Z])", r"(?![a-z])") if language == "en" else around
    return Template(_keys(said), re.compile(f"{before}(?:{written}){after}"))


def _keys(said: str) -> tuple[tuple[str, ...], ...]:
    """The stretches that never change and the choices of the brackets, the longest first, which are seldom there."""
    rows: list[tuple[str, ...]] = [(one[0].strip(),) for one in _LITERAL.finditer(_GROUP.sub("#", said))]
    rows += [tuple(part.strip() for part in one[1].split("|")) for one in _GROUP.finditer(said) if not one[2]]
    plain = [row for row in rows if all(_LITERAL.fullmatch(word) for word in row)]
    return tuple(sorted(plain, key=lambda row: -min(map(len, row))))


def stamped(text: str, letter: str, places: Iterable[tuple[int, int]]) -> str:
    """With a letter in place of each name, so that templates see names and every offset stays."""
    for start, end in places:
        text = f"{text[:start]}{letter * (end - start)}{text[end:]}"
    return text
