"""Cuts text into words of Latin letters, and those with capitals into rows that may be names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from understanding.message.people.words import more, no_names, words

_LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_WORD = re.compile(rf"(?<!\w)[{_LETTER}](?:\.(?=[ ]?[A-Z]))|[{_LETTER}]+(?:['’-][{_LETTER}]+)*")
_APART = re.compile(r"\.? |-?")
_MOST_WORDS = 4


class Word(NamedTuple):
    """A word of Latin letters; `bare` is in small letters, without the possessive."""

    said: str
    bare: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.said[0].isupper()

    @property
    def initial(self) -> bool:
        return len(self.bare.rstrip(".")) == 1

    @property
    def title(self) -> bool:
        return self.bare.rstrip(".") in words("titles")


def cut(text: str) -> list[Word]:
    return [_word(found[0], found.start()) for found in _WORD.finditer(text)]


def _word(said: str, start: int) -> Word:
    for ending in _endings():
        if said.lower().endswith(ending) and len(said) > len(ending) + 1:
            said = said[: -len(ending)]
            break
    return Word(said, said.lower(), start, start + len(said))


@cache
def _endings() -> tuple[str, ...]:
    """The possessive, and courtesies that are tied to a name: Hayashi-san."""
    return "'s", "’s", *(f"-{word}" for word in words("honorifics_after"))


def rows(text: str, cuts: Sequence[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """Names in capitals without the words around them, and the row of capitals that each was cut out of."""
    for row in _capitals(text, cuts):
        kept = trimmed(row)
        if kept:
            yield kept, row


def _capitals(text: str, cuts: Sequence[Word]) -> Iterator[list[Word]]:
    row: list[Word] = []
    for place, one in enumerate(cuts):
        if row and not _joined(text, row[-1], one):
            yield row
            row = []
        following = cuts[place + 1] if place + 1 < len(cuts) else None
        if one.capital or (one.bare in words("particles") and following and following.capital):
            row.append(one)
        elif row:
            yield row
            row = []
    if row:
        yield row


def _joined(text: str, one: Word, other: Word) -> bool:
    between = text[one.end : other.start]
    return between in (" ", "", "-") or (between == ". " and one.title)


def trimmed(row: Sequence[Word]) -> list[Word]:
    """What follows a title; without one, words that are no part of a name fall off both ends."""
    first, last = 0, len(row)
    titles = [place for place, one in enumerate(row[:-1]) if one.title]
    while first < last and no_part(row[first]) and not _nick(row, first):
        first += 1
    first = max(first, titles[-1] + 1) if titles else first
    while last > first + bool(titles) and no_part(row[last - 1]):
        last -= 1
    return list(row[first : min(last, first + _MOST_WORDS)])


def _nick(row: Sequence[Word], place: int) -> bool:
    """Ah Seng."""
    return row[place].bare in words("nick_leads") and place + 1 < len(row)


def no_part(word: Word) -> bool:
    if word.initial:
        return not word.capital
    if word.capital and word.bare in words("first_names") and word.bare not in words("not_names"):
        return False
    if word.capital and word.bare in more("surnames") and word.bare not in words("not_names"):
        return False
    return word.bare in no_names() or (word.said.isupper() and len(word.said) > 1)
