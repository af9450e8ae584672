"""Reads the lexicon's templates: words as they are said, capitals for names, three dots for a few words between.

Round brackets choose, `(a|b)?` may be missing, and `#` is a number: "N (also )?offered … #".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_GROUP = re.compile(r"\(([^()]*)\)(\??)")
_LITERAL = re.compile(r"[^A-Z()?…#|^$\[\]{}\\+]+")
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
        self._by_word: dict[str, list[Template]] = {}
        for one in templates:
            for word in one.keys[0]:
                self._by_word.setdefault(word, []).append(one)

    def words(self) -> frozenset[str]:
        """The words that the templates themselves are made of, which are nobody's name."""
        keys = (word for some in self._by_word.values() for one in some for row in one.keys for word in row)
        return frozenset(part for word in keys for part in word.split())

    def tried(self, text: str) -> list[Template]:
        near = {id(one): one for word, some in self._by_word.items() if word in text for one in some}
        return [one for one in near.values() if one.may_match(text)]


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
