"""Which numbers stand under which keys: in a sorted array what was known at first, in a dictionary what came later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_HALF = np.uint64(32)
_PLENTY = 1 << 40
_LOW = np.uint64((1 << 32) - 1)


@dataclass(frozen=True, slots=True)
class Hits:
    """Numbers found: `of[i]` is the place, in the row of keys, of the key under which `numbers[i]` stands."""

    of: NDArray[np.int64]
    numbers: NDArray[np.int64]
    counts: NDArray[np.int64]
    """For each key, how many numbers stand under it."""


class Postings:
    """A hundred thousand names have millions of keys: arrays hold them, of each key once.

    Keys and numbers are below 2**32.
    """

    def __init__(self) -> None:
        self._keys: NDArray[np.uint32] = np.empty(0, dtype=np.uint32)
        self._starts: NDArray[np.uint32] = np.zeros(1, dtype=np.uint32)
        self._numbers: NDArray[np.uint32] = np.empty(0, dtype=np.uint32)
        self._later: dict[int, list[int]] = {}

    def fill(self, packed: Iterable[int]) -> None:
        """Take in all that is known at first: `key << 32 | number`."""
        together = np.fromiter(packed, dtype=np.uint64)
        together.sort()
        keys, starts = np.unique((together >> _HALF).astype(np.uint32), return_index=True)
        self._keys, self._starts = keys, np.append(starts, len(together)).astype(np.uint32)
        self._numbers = (together & _LOW).astype(np.uint32)

    def add(self, key: int, number: int) -> None:
        self._later.setdefault(key, []).append(number)

    def drop(self, keys: Iterable[int], number: int) -> None:
        """Forget what came later; what was known at first stays, and its owner knows that it is gone."""
        for key in keys:
            numbers = self._later.get(key, [])
            if number in numbers:
                numbers.remove(number)

    def find(self, keys: Sequence[int], most: int, in_all: int = _PLENTY) -> Hits:
        """What stands under the keys, the rarest first, without those that have more than `most` numbers."""
        starts, counts = self._stretches(keys)
        taken = np.flatnonzero((counts > 0) & (counts <= most))
        taken = taken[np.argsort(counts[taken], kind="stable")]
        taken = taken[np.cumsum(counts[taken]) <= in_all]
        of = np.repeat(taken, counts[taken])
        firsts = np.cumsum(counts[taken]) - counts[taken]
        places = np.arange(len(of)) + np.repeat(starts[taken] - firsts, counts[taken])
        return self._with_later(keys, Hits(of, self._numbers[places].astype(np.int64), counts))

    def _stretches(self, keys: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where the numbers of each key begin, and how many they are: none, if the key is not known."""
        wanted = np.array(keys, dtype=np.uint32)
        places = np.searchsorted(self._keys, wanted)
        known = places < len(self._keys)
        known[known] = self._keys[places[known]] == wanted[known]
        starts = self._starts[places].astype(np.int64)
        counts = np.zeros(len(keys), dtype=np.int64)
        counts[known] = self._starts[places[known] + 1] - starts[known]
        return starts, counts

    def _with_later(self, keys: Sequence[int], first: Hits) -> Hits:
        later = [(place, number) for place, key in enumerate(keys) for number in self._later.get(key, ())]
        if not later:
            return first
        of, numbers = np.array(later, dtype=np.int64).T
        counts = first.counts + np.bincount(of, minlength=len(keys))
        return Hits(np.concatenate([first.of, of]), np.concatenate([first.numbers, numbers]), counts)
