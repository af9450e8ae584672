"""Finds persons told in Latin letters with a capital: rows of capitals, titles and initials before them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from understanding.customers.tokens import generic_words, legal_words
from understanding.message.people.clues import Guess
from understanding.message.people.latin_rows import Word, rows
from understanding.message.people.sides import left, right
from understanding.message.people.words import han_words, more, words

_SHORT = 2
_KNOWN = frozenset({"well known", "known", "a word"})


def guesses(text: str, small: str, cuts: Sequence[Word]) -> Iterator[Guess]:
    """`text` without customers and dates, `small` the same in small letters, `cuts` its words."""
    for row, capitals in rows(text, cuts):
        yield from _of_row(text, small, row)
        after = capitals[capitals.index(row[-1]) + 1 :]
        if after and first_name(row[0]) in _KNOWN and after[0].bare not in words("not_names"):
            yield guess(text, small, [*row, after[0]], "everyday surname")


def _of_row(text: str, small: str, row: list[Word]) -> Iterator[Guess]:
    """The whole row, its first word alone, and what is left from a first name on."""
    if len(row) > 1 or not (row[0].initial or _leads(row[0])):
        yield guess(text, small, row)
    if len(row) > 1 and not _leads(row[0]):
        yield guess(text, small, row[:1], "cut short")
    for place in range(1, len(row)):
        if first_name(row[place]) in _KNOWN and not row[place - 1].initial:
            yield guess(text, small, row[place:], "cut off")
            return


def _leads(word: Word) -> bool:
    """Ah, van: half a name."""
    return word.bare in words("nick_leads") or (word.bare in words("particles") and not word.capital)


def guess(text: str, small: str, row: Sequence[Word], *clues: str) -> Guess:
    start, end, titles = _edges(text, small, row)
    before, after = left(small, start), right(small, end)
    first, last = first_name(row[0]), _last_name(row)
    case = "capital" if row[-1].capital else "small"
    seen = (
        "latin",
        f"latin {case}",
        f"latin first {first}",
        f"latin first {first}, {case}",
        f"latin last {last}",
        f"latin left {before}",
        f"latin left {before}, first {first}",
        f"latin right {after}",
        f"latin right {after}, first {first}",
        f"latin {case}, {before}, {after}",
        *(f"latin {clue}" for clue in (*clues, *titles)),
    )
    return Guess(start, end, seen)


def _edges(text: str, small: str, row: Sequence[Word]) -> tuple[int, int, list[str]]:
    """Where the name begins and ends with 阿 before it or 姐 after it, and which titles stand beside it."""
    start, end, titles = row[0].start, row[-1].end, []
    if text[start - 1 : start] == "阿":
        start -= 1
        titles.append("nick")
    if _titled(small, start):
        titles.append("title")
    tied = _tied(text, end)
    if tied:
        end += len(tied)
        titles.append("title after")
    elif _spoken_title(small, end):
        titles.append("title after")
    return start, end, titles


def _titled(small: str, start: int) -> bool:
    found = re.search(r"([a-z]+)\.? ?$", small[max(0, start - 14) : start])
    return found is not None and found[1] in words("titles")


def _tied(text: str, end: int) -> str:
    """A Chinese title right after the name."""
    for length in (3, 2, 1):
        if text[end : end + length] in han_words("latin_titles"):
            return text[end : end + length]
    return ""


def _spoken_title(small: str, end: int) -> bool:
    after = small[end : end + 8].lstrip(" -")
    if after[:1].isascii():
        found = re.match(r"[a-z]+", after)
        return found is not None and found[0] in words("honorifics_after")
    return any(after[:length] in han_words("latin_titles") for length in (3, 2, 1))


def first_name(word: Word) -> str:
    if word.initial:
        return "initial"
    if word.bare in words("particles") and not word.capital:
        return "particle"
    return _sorts().get(word.bare, "unknown")


@cache
def _sorts() -> dict[str, str]:
    """What each word is as a first name, the last of these counts."""
    some = {
        "surname": more("surnames"),
        "trade": generic_words() | legal_words(),
        "known": more("first_names"),
        "well known": words("first_names"),
        "a word": words("also_words") | more("also_words"),
        "nick": words("nick_leads"),
    }
    return {name: sort for sort, names in some.items() for name in names}


def _last_name(row: Sequence[Word]) -> str:
    if len(row) == 1:
        return "none"
    last = row[-1].bare
    if last in more("surnames"):
        return "surname"
    if last in generic_words() or last in legal_words():
        return "trade"
    return "unknown" if len(row) == _SHORT else "unknown of many"
