"""Finds the cue words of the lexicon in a text."""

import itertools
import re
from collections.abc import Container
from functools import cache
from typing import NamedTuple

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.spelling import is_han

_LATIN = re.compile(r"[a-z0-9][a-z0-9'.\-/]*[a-z0-9]|[a-z0-9]|'[a-z]+")
_EDGE = r"(?:(?<![a-z0-9])|(?![a-z0-9]))"
_MEETS = re.compile(r"[a-z0-9][\u4e00-\u9fff]|[\u4e00-\u9fff][a-z0-9]|w/|\d%")
"""Where both scripts meet, or a word and a sign."""
_ALWAYS = frozenset({"denied", "past", "future", "supposed", "question"})
_LONGEST_PHRASE = 6
_LONGEST_HAN = 8


class Cue(NamedTuple):
    """A word or phrase of class `name` at `start` up to `end`."""

    name: str
    start: int
    end: int


@cache
def cue_words(file: str) -> dict[str, tuple[str, ...]]:
    """Phrases of a lexicon file and the classes that each is a sign of."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for name, said in table(language, file).items():
            for phrase in spelled_out(said):
                found.setdefault(phrase, set()).add(name)
    return {phrase: tuple(sorted(names)) for phrase, names in found.items()}


def spelled_out(said: str) -> list[str]:
    """Phrases stand between semicolons; "drop/pop in/by" stands for all four combinations."""
    phrases = (" ".join(phrase.split()) for phrase in said.split(";"))
    return [one for phrase in phrases if phrase for one in _combined(phrase)]


def _combined(phrase: str) -> list[str]:
    if "/" not in phrase or re.search(r"w/|\d/\d", phrase):
        return [phrase]
    return [" ".join(row) for row in itertools.product(*(word.split("/") for word in phrase.split(" ")))]


def cues(text: str, file: str = "cues") -> list[Cue]:
    """Find all cue words of a text in plain spelling, overlapping ones too."""
    known = cue_words(file)
    return _longest([*_latin(text, known, _heads(file)), *_han(text, known, _han_heads(file)), *_mixed(text, file)])


@cache
def _heads(file: str) -> frozenset[str]:
    """The words and the characters that phrases begin with: most words of a message begin none."""
    return frozenset(word[0] if (word := _LATIN.match(phrase)) else phrase[0] for phrase in cue_words(file))


@cache
def _han_heads(file: str) -> frozenset[str]:
    return frozenset(filter(is_han, _heads(file)))


def _longest(found: list[Cue]) -> list[Cue]:
    """A phrase hides the shorter phrases within it: "called on" is no call, "no complaints" no complaint."""
    ends: dict[int, int] = {}
    for cue in found:
        ends[cue.start] = max(ends.get(cue.start, 0), cue.end)
    kept = []
    reach, opened = 0, -1
    for cue in sorted(found, key=lambda one: (one.start, -one.end)):
        hidden = cue.end <= reach and (cue.start, cue.end) != (opened, reach)
        if not hidden or cue.name in _ALWAYS:
            kept.append(cue)
        if cue.end > reach:
            reach, opened = cue.end, cue.start
    return kept


def _latin(text: str, known: dict[str, tuple[str, ...]], heads: Container[str]) -> list[Cue]:
    spots = [found.span() for found in _LATIN.finditer(text)]
    places = [index for index, (start, end) in enumerate(spots) if text[start:end] in heads]
    return [cue for index in places for cue in _from_word(text, spots, index, known)]


def _from_word(text: str, spots: list[tuple[int, int]], index: int, known: dict[str, tuple[str, ...]]) -> list[Cue]:
    start = spots[index][0]
    found = []
    for word in range(index, min(index + _LONGEST_PHRASE, len(spots))):
        end = spots[word][1]
        if word > index and spots[word][0] - spots[word - 1][1] > 1:
            break
        found += [Cue(name, start, end) for name in known.get(text[start:end], ())]
    return found


def _han(text: str, known: dict[str, tuple[str, ...]], heads: Container[str]) -> list[Cue]:
    return [
        Cue(name, start, start + length)
        for start, char in enumerate(text)
        if char in heads
        for length in range(1, min(_LONGEST_HAN, len(text) - start) + 1)
        for name in known.get(text[start : start + length], ())
    ]


def _mixed(text: str, file: str) -> list[Cue]:
    """Phrases of both scripts, or with signs: order了, lunch w/."""
    if not _MEETS.search(text):
        return []
    known = cue_words(file)
    found = ((one.start(), one["phrase"]) for one in _mixed_phrases(file).finditer(text))
    return [Cue(name, start, start + len(phrase)) for start, phrase in found for name in known[phrase]]


@cache
def _mixed_phrases(file: str) -> re.Pattern[str]:
    """Those that are neither words in a row nor characters; none begins or ends within a word."""
    known = cue_words(file)
    some = [
        phrase
        for phrase in known
        if all(
            one.start or one.end < len(phrase)
            for one in (*_latin(phrase, known, _heads(file)), *_han(phrase, known, _han_heads(file)))
        )
    ]
    either = "|".join(map(re.escape, sorted(some, key=len, reverse=True)))
    return re.compile(rf"(?={_EDGE}(?P<phrase>{either}){_EDGE})")
