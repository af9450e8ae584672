"""Finds persons whose name is a part of a customer's too: Okafor of Okafor Construction, Pat Ellis of Ellis Rentals."""

import re
from collections.abc import Iterator, Sequence

from understanding.message.people.clues import Guess
from understanding.message.people.latin import first_name
from understanding.message.people.latin_rows import cut
from understanding.message.people.sides import left, right
from understanding.message.people.words import han_letters, words

_ONE_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TWO_WORDS = re.compile(r"([^\W\d_]+) [^\W\d_]+")
_FIRST = frozenset({"well known", "known", "a word", "surname", "nick"})
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}")
_BEFORE = re.compile(r"([^\W\d_]+)\.? $")
_AFTER = re.compile(r" ([^\W\d_]+)")
_REACH = 16


def guesses(text: str, small: str, taken: Sequence[tuple[int, int]]) -> Iterator[Guess]:
    for start, end in taken:
        said = text[start:end]
        if _HAN_NAME.fullmatch(small, start, end):
            if said[0] in han_letters("surnames") or said[0] == "阿":
                yield _guess(small, start, end, "han")
        elif _ONE_WORD.fullmatch(said):
            yield from _of_word(text, small, start, end)
        elif (two := _TWO_WORDS.fullmatch(said)) and (sort := _sort(two[1])) in _FIRST:
            yield _guess(small, start, end, "two words", f"first {sort}, {said[0].isupper()}")


def _of_word(text: str, small: str, start: int, end: int) -> Iterator[Guess]:
    """The word alone or after a title, with a first name before it, with a surname after it."""
    case = "capital" if text[start].isupper() else "small"
    before = _BEFORE.search(small[max(0, start - _REACH) : start])
    titled = before is not None and before[1] in words("titles")
    known = _sort(text[start:end])
    yield _guess(small, start, end, case, f"titled {titled}", f"first {known}")
    first = _sort(before[1]) if before and not titled else ""
    if before and first in _FIRST:
        yield _guess(small, start - len(before[0]), end, case, f"after {first}")
    after = _AFTER.match(text, end)
    if after and after[1][0].isupper() == text[start].isupper() and known not in {"unknown", "trade"}:
        yield _guess(small, start, after.end(), case, f"before {known}", f"before {known}, {after[1][0].isupper()}")


def _sort(said: str) -> str:
    found = cut(said)
    return first_name(found[0]) if found else "unknown"


def _guess(small: str, start: int, end: int, *clues: str) -> Guess:
    before, after = left(small, start), right(small, end)
    kind = "over " + ", ".join(clues)
    return Guess(
        start,
        end,
        (
            "over",
            f"over {clues[0]}",
            kind,
            *(f"over {clue}" for clue in clues[1:]),
            f"over left {before}",
            f"over {clues[0]}, left {before}",
            f"over right {after}",
            f"over {clues[0]}, right {after}",
            f"over {before}, {after}",
        ),
    )
