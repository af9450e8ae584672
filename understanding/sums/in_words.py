"""Numbers in English words: four and a half grand, three fifty k, a quarter of a mil, eleven four."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from understanding.lexicon.shelf import table
from understanding.numbers import SMALL, english
from understanding.sums.beside import Before, before
from understanding.sums.figure import Figure, Form, either, scales

_TEN, _TEENS, _HUNDRED = 10, range(11, 20), 100
_MOST_WORDS = 14

Read = tuple[Decimal, int]
"""A value, and how many words tell it."""


@cache
def _scales() -> Mapping[str, int]:
    """The scales that are said as words: sixty k, but not "six m"."""
    return {word: times for word, times in scales().items() if word.isascii() and (len(word) > 1 or word == "k")}


@cache
def _run() -> re.Pattern[str]:
    joining = table("en", "money")["numbers"]["joining"]
    some = either({*SMALL, *_scales(), *joining})
    starts = either({*SMALL, *(word for word in _scales() if word != "k"), "a", "half", "quarter", "couple"})
    word = rf"(?:{some})(?![a-z]|'(?!s worth))"
    return re.compile(rf"(?<![a-z0-9'.,-])(?<!\d )(?={starts})(?:{word}(?:[ -](?={word})|)){{1,{_MOST_WORDS}}}")


_WORD = re.compile(r"[a-z]+")


def in_words(text: str) -> Iterator[Figure]:
    for run in _run().finditer(text):
        yield from _figures(run)


@cache
def _nouns() -> Before:
    return before(table("en", "money")["numbers"]["before_one"], r"\s")


def _figures(run: re.Match[str]) -> Iterator[Figure]:
    spots = list(_WORD.finditer(run[0]))
    # "The big one fourteen hundred": the one is a thing.
    place = int(spots[0][0] == "one" and _nouns().stands(run.string, run.start()))
    while place < len(spots):
        words = [spot[0] for spot in spots[place:]]
        found = _read(words)
        if not found:
            place += 1
            continue
        (value, used), doubtful = found
        scaled = any(word in _scales() for word in words[:used])
        start, end = (run.start() + edge for edge in (spots[place].start(), spots[place + used - 1].end()))
        yield Figure(start, end, value, Form.WORDS, scaled=scaled, doubtful=doubtful)
        place += used


def _read(words: Sequence[str]) -> tuple[Read, bool] | None:
    """The number at the start of the words, and whether it needs other signs of money."""
    for way in (_part, _couple, _and_a_half, _mixed, _point, _hundreds, _by_digits):
        found = way(words)
        if found:
            return found, False
    doubtful = _article(words) or _short(words)
    if doubtful:
        return doubtful, True
    found = english(_with_one(words), _scales())
    return (_less_one(words, found), False) if found else None


def _part(words: Sequence[str]) -> Read | None:
    """Half a mil, a quarter of a million, three quarters of a million."""
    rest = 1 if words[0] in ("a", "three") else 0
    parts = {"half": "0.5", "quarter": "0.75" if words[0] == "three" else "0.25", "quarters": "0.75"}
    unsaid = "half" if words[0] == "three" else "quarters"
    if len(words) <= rest + 1 or words[rest] not in parts or words[rest] == unsaid:
        return None
    place = rest + 1
    while place < len(words) - 1 and words[place] in ("of", "a"):
        place += 1
    times = _scales().get(words[place])
    return (Decimal(parts[words[rest]]) * times, place + 1) if times else None


def _couple(words: Sequence[str]) -> Read | None:
    """A couple of grand, couple hundred."""
    place = 1 + (words[0] == "a")
    if words[place - 1 : place] != ["couple"]:
        return None
    place += words[place : place + 1] == ["of"]
    times = _scales().get(words[place]) if place < len(words) else None
    return (Decimal(2 * times), place + 1) if times else None


def _and_a_half(words: Sequence[str]) -> Read | None:
    """A million and a half."""
    times = _scales().get(words[1]) if words[0] == "a" and list(words[2:5]) == ["and", "a", "half"] else None
    return (times * Decimal("1.5"), 5) if times else None


def _article(words: Sequence[str]) -> Read | None:
    """A grand; "a hundred and twenty" goes on as a number."""
    if words[0] != "a" or len(words) == 1 or words[1] in ("k", "hundred") or words[1] not in _scales():
        return None
    return english(["one", *words[1:]], _scales())


def _mixed(words: Sequence[str]) -> Read | None:
    """Nineteen and a half grand, thirty odd grand, two hundred over thousand."""
    number = english(words, {})
    if not number:
        return None
    value, place = number
    if list(words[place : place + 3]) == ["and", "a", "half"]:
        value, place = value + Decimal("0.5"), place + 3
    place += 3 * (words[place : place + 3] == ["and", "a", "bit"])
    while place < len(words) and words[place] in table("en", "money")["rounding"]["words"]:
        place += 1
    times = _scales().get(words[place]) if place < len(words) and place > number[1] else None
    return (value * times, place + 1) if times else None


def _point(words: Sequence[str]) -> Read | None:
    """One point two million."""
    number = english(words, {})
    if not number or words[number[1] : number[1] + 1] != ["point"]:
        return None
    place, digits = number[1] + 1, ""
    while place < len(words) and SMALL.get(words[place], _TEN) < _TEN:
        digits, place = digits + str(SMALL[words[place]]), place + 1
    times = _scales().get(words[place]) if place < len(words) else None
    return (Decimal(f"{number[0]}.{digits}") * times, place + 1) if digits and times else None


def _hundreds(words: Sequence[str]) -> Read | None:
    """Three fifty k, two oh eight thousand, one twenty five grand."""
    first = SMALL.get(words[0], 0)
    if not 0 < first < _TEN:
        return None
    zero = words[1:2] in (["oh"], ["o"])
    rest = english(words[2:4] if zero else words[1:4], {})
    if not rest or (rest[0] < _TEN) != zero or rest[0] >= _HUNDRED:
        return None
    place = 1 + zero + rest[1]
    times = _scales().get(words[place]) if place < len(words) else None
    return ((first * _HUNDRED + rest[0]) * times, place + 1) if times else None


@cache
def _numerals() -> list[list[str]]:
    return [[word] for word in (*SMALL, *_scales(), "oh", "point")]


def _by_digits(words: Sequence[str]) -> Read | None:
    """Three one hundred is 3100, eighteen five hundred 18500, as figures are read aloud."""
    first = english(words, {})
    if not first or not 1 < first[0] < _HUNDRED or "hundred" in words[: first[1]]:
        return None
    value, used = first
    rest = SMALL.get(words[used], 0) if used < len(words) else 0
    if not 0 < rest < _TEN or words[used + 1 : used + 2] != ["hundred"] or words[used + 2 : used + 3] in _numerals():
        return None
    return value * 1000 + rest * _HUNDRED, used + 2


def _short(words: Sequence[str]) -> Read | None:
    """Eleven four is 11400 among people who talk in thousands, twelve fifty is 1250, three fifty is 350."""
    first = english(words, {})
    if not first or first[1] == len(words):
        return None
    value, used = first
    rest = english(words[used:], {})
    if not rest or "hundred" in words or words[used + rest[1] : used + rest[1] + 1] in _numerals():
        return None
    if rest[0] < _TEN and (value in range(4, 10) or value in _TEENS or value > 20):  # noqa: PLR2004 - a score
        return value * 1000 + rest[0] * _HUNDRED, used + rest[1]
    if _TEN <= rest[0] < _HUNDRED and value < 20:  # noqa: PLR2004
        return value * _HUNDRED + rest[0], used + rest[1]
    return None


def _with_one(words: Sequence[str]) -> list[str]:
    """A hundred, and hundred, are one hundred."""
    if words[0] == "a":
        return ["one", *words[1:]] if words[1:2] == ["hundred"] else ["a"]
    return ["one", *words] if words[0] in _scales() and words[0] in ("hundred", "thousand") else list(words)


def _less_one(words: Sequence[str], found: Read) -> Read:
    return found if words[0] == "a" or words[0] not in ("hundred", "thousand") else (found[0], found[1] - 1)
