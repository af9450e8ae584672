"""The customers that a rep can see, as one looks them up by a few words."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from understanding.findings import Candidate
from understanding.spelling import plain


@dataclass(frozen=True)
class Known:
    """A customer of the directory: its key, its names and the people known there."""

    key: int
    name: str
    aliases: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


class Directory:
    """Built once from what is known; `add` takes in a new customer at once."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known: dict[int, Known] = {}
        for one in known:
            self.add(one)

    def add(self, known: Known) -> None:
        self._known[known.key] = known

    def search(self, phrase: str, limit: int = 3) -> tuple[Candidate, ...]:
        """Find the customers that the phrase may mean, best first."""
        scored = (
            Candidate(one.key, one.name, fuzz.partial_ratio(plain(phrase), plain(one.name)) / 100)
            for one in self._known.values()
        )
        good = sorted((one for one in scored if one.score > 0.6), key=lambda one: -one.score)  # noqa
        return tuple(good[:limit])

    def named(self, key: int) -> Known | None:
        return self._known.get(key)
