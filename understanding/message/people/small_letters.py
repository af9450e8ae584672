"""Finds persons in hasty writing, where names stand in small letters."""

from collections.abc import Iterator, Sequence

from understanding.message.people.clues import Guess
from understanding.message.people.latin import first_name, guess
from understanding.message.people.latin_rows import Word
from understanding.message.people.sides import left, right
from understanding.message.people.words import more, no_names, words

_SHORTEST = 3
_TELLING_LEFT = frozenset({"meets", "named", "title", "role"})
_TELLING_RIGHT = frozenset({"says", "link", "role"})


def guesses(text: str, small: str, cuts: Sequence[Word]) -> Iterator[Guess]:
    for place, word in enumerate(cuts):
        if word.capital or not _maybe(small, word):
            continue
        if word.bare not in words("nick_leads"):
            yield guess(text, small, [word])
        following = cuts[place + 1] if place + 1 < len(cuts) else None
        if following and text[word.end : following.start] == " " and _surname(following):
            yield guess(text, small, [word, following])


def _maybe(small: str, word: Word) -> bool:
    """A first name; or any word that is not an everyday one, with a neighbour that speaks for a person."""
    if word.bare in words("nick_leads"):
        return True
    if word.bare in words("not_names") or len(word.bare) < _SHORTEST - (word.bare in words("first_names")):
        return False
    if first_name(word) in {"well known", "known", "a word"}:
        return True
    if word.bare in no_names():
        return False
    return left(small, word.start) in _TELLING_LEFT or right(small, word.end) in _TELLING_RIGHT


def _surname(word: Word) -> bool:
    """No everyday word, and none that stands beside persons."""
    if word.capital or len(word.bare) == 1 or word.bare in words("neighbours"):
        return False
    return word.bare not in no_names() or word.bare in more("surnames")
