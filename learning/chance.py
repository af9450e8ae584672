"""Chance that falls the same way every time, so that the learning can be repeated."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


class Chance:
    """Chooses the same way every time, so that the learning can be repeated."""

    def __init__(self, seed: str) -> None:
        self._seed, self._turn = seed, 0

    def under(self, share: float) -> bool:
        return self._number() < share

    def choice(self, some: Sequence[Choice]) -> Choice:
        return some[int(self._number() * len(some))]

    def _number(self) -> float:
        self._turn += 1
        digest = hashlib.blake2b(f"{self._seed} {self._turn}".encode(), digest_size=4).digest()
        return int.from_bytes(digest) / 2**32
