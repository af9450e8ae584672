"""Which numbers stand under which keys: in a sorted array what was known at first, in a dictionary what came later."""

from collections.abc import Iterable, Iterator, Sequence
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
        counts = np.zeros(len(keys), dtype=np.int64)
        of, many, found, left = list[int](), list[int](), [self._numbers[:0]], in_all
        for count, place, start in sorted(self._stretches(keys)):
            counts[place] = count
            left -= count
            if count <= most and left >= 0:
                of.append(place)
                many.append(count)
                found.append(self._numbers[start : start + count])
        numbers = np.concatenate(found).astype(np.int64)
        return self._with_later(keys, Hits(np.repeat(np.array(of, np.int64), many), numbers, counts))

    def _stretches(self, keys: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Of each key that is known: how many numbers it has, its place in the row of keys, where its numbers begin."""
        wanted = np.array(keys, dtype=np.uint32)
        places = np.searchsorted(self._keys, wanted)
        known = np.flatnonzero(self._keys.take(places, mode="clip") == wanted) if len(self._keys) else places[:0]
        starts, ends = self._starts[places[known]], self._starts[places[known] + 1]
        return zip((ends - starts).tolist(), known.tolist(), starts.tolist(), strict=True)

    def _with_later(self, keys: Sequence[int], first: Hits) -> Hits:
        later = [(place, number) for place, key in enumerate(keys) for number in self._later.get(key, ())]
        if not later:
            return first
        of, numbers = np.array(later, dtype=np.int64).T
        counts = first.counts + np.bincount(of, minlength=len(keys))
        return Hits(np.concatenate([first.of, of]), np.concatenate([first.numbers, numbers]), counts)
