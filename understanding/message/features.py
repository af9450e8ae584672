"""Turns words into numbers for the small linear models."""

import itertools
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np

SIZE = 1 << 14
_CUES = 1 << 12
"""Cue words have places of their own below this; pieces of text share the rest."""
_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
LONGEST = 1200
"""So much of a text is weighed."""
CUE_WEIGHT, WORD_WEIGHT = 1.0, 0.5
_RECENT = 64
"""Texts whose places are kept: a message as a whole, its scenes and its clauses are often the same."""

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


@lru_cache(maxsize=20_000)
def _cue_place(cue: str) -> int:
    """Where a feature stands; unrelated ones may share a place."""
    return zlib.crc32(cue.encode(errors="replace")) % _CUES


@lru_cache(maxsize=200_000)
def _piece_place(piece: str) -> int:
    return _CUES + zlib.crc32(piece.encode(errors="replace")) % (SIZE - _CUES)


def pieces(text: str) -> Iterator[str]:
    """Words and pairs of words; characters in twos and threes."""
    words = ["#" if word.isdigit() else word for word in _LATIN.findall(text)]
    yield from words
    for first, second in itertools.pairwise(words):
        yield f"{first} {second}"
    for found in _HAN.finditer(text):
        run = found[0]
        yield from run
        for length in (2, 3):
            yield from (run[start : start + length] for start in range(len(run) - length + 1))


def vector(text: str, cues: Iterable[str]) -> tuple[list[int], list[float]]:
    """Places and weights of what a text holds, each once."""
    found = dict.fromkeys(cue_places(cues), CUE_WEIGHT) | dict.fromkeys(piece_places(text), WORD_WEIGHT)
    return list(found), list(found.values())


def cue_places(cues: Iterable[str]) -> set[int]:
    return set(map(_cue_place, cues))


@lru_cache(maxsize=_RECENT)
def piece_places(text: str) -> frozenset[int]:
    return frozenset(map(_piece_place, pieces(text[:LONGEST])))
