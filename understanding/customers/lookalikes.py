"""Finds near-same names for a whole list at once: cheap keys choose the few that are then compared closely."""

from collections.abc import Iterable
from zlib import crc32

import numpy as np

from understanding.customers.names import Form, form
from understanding.customers.namesakes import among
from understanding.customers.postings import Postings
from understanding.customers.sounding import sounds
from understanding.customers.weights import CROWDED, DISTINCT, GENERIC, PLACE
from understanding.spelling import is_han

_LOOKED_AT = 8
"""So many of the names that share most keys are compared closely."""
_SHORTEST_SLIP = 5
"""Letters of a name in which one may be wrong."""
_LONGEST = 40
"""Letters of a name that are looked at."""


class Lookalikes:
    """Names on record. A directory finds more (translations, parts of names), and takes ten times as long for it."""

    def __init__(self, known: Iterable[tuple[int, str]]) -> None:
        self._known = list(known)
        self._postings = Postings()
        self._postings.fill(key << 32 | place for place, (_, name) in enumerate(self._known) for key in _keys(name))

    def find(self, name: str) -> list[tuple[int, float]]:
        """The customers that may be meant by a new name and how alike they are, the likeliest first."""
        if not self._known:
            return []
        hits = self._postings.find(sorted(_keys(name)), CROWDED)
        places, shared = np.unique(hits.numbers, return_counts=True)
        best = places[np.argsort(-shared, kind="stable")][:_LOOKED_AT].tolist()
        few = [form(*self._known[place]) for place in best]
        return [(one.key, one.alike) for one in among(name, few)] if few else []


def _keys(name: str) -> set[int]:
    """Of the heart in its order and in any, and of the whole without each of its letters: so slips meet."""
    known = form(0, name)
    heart, whole = _spoken(known, DISTINCT), "".join(_spoken(known, GENERIC, PLACE, DISTINCT))[:_LONGEST]
    nowhere = "".join(_spoken(known, GENERIC, DISTINCT))[:_LONGEST]
    ways = {"".join(heart)[:_LONGEST], "".join(sorted(heart))[:_LONGEST], nowhere, whole} - {""}
    if len(whole) >= _SHORTEST_SLIP:
        ways |= {whole[:place] + whole[place + 1 :] for place in range(len(whole))}
    return {crc32(way.encode(errors="replace")) for way in ways}


def _spoken(known: Form, *weights: float) -> list[str]:
    """The units that weigh so much, Chinese characters in pinyin."""
    return [
        (sounds(unit)[:1] or (unit,))[0] if is_han(unit[0]) else unit
        for unit, weight in zip(known.units, known.weights, strict=True)
        if weight in weights
    ]
