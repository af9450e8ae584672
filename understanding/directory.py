"""The customers that a rep can see, as one looks them up by a few words."""

from collections.abc import Iterable
from dataclasses import dataclass

from understanding.customers.index import Index
from understanding.customers.mentions import Named, named
from understanding.customers.names import form
from understanding.findings import Candidate
from understanding.spelling import plain

_ALIKE = 60
_FEW = 2000
"""In a directory of this size a phrase that no index finds is compared with every name."""


@dataclass(frozen=True)
class Known:
    """A customer of the directory: its key, its names and the people known there."""

    key: int
    name: str
    aliases: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


class Directory:
    """Built once from what is known; `add` takes in a new customer, or a new alias, at once."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known: dict[int, Known] = {}
        self._index = Index()
        for one in known:
            self.add(one)

    def add(self, known: Known) -> None:
        before = self._known.get(known.key)
        old = (before.name, *before.aliases) if before else ()
        self._known[known.key] = known
        for name in (known.name, *known.aliases):
            if name.strip() and name not in old:
                self._index.add(form(known.key, name))

    def named(self, text: str) -> list[Named]:
        """The customers named in a text."""
        return named(text, self._index)

    def search(self, phrase: str, limit: int = 3) -> tuple[Candidate, ...]:
        """Find the customers that the phrase may mean, best first."""
        scores: dict[int, float] = {}
        for one in self.named(phrase):
            # Who says more than the name may mean somebody else: "Acme & Sons" is not "Acme Tools".
            share = (one.end - one.start) / max(len(phrase.strip()), 1)
            for key, score in one.scores:
                scores[key] = max(scores.get(key, 0), score * share)
        best = sorted(scores.items(), key=lambda one: (-one[1], -self._likeness(phrase, one[0])))[:limit]
        found = tuple(Candidate(key, self._known[key].name, score) for key, score in best)
        return found or self._alike(phrase, limit)

    def _likeness(self, phrase: str, key: int) -> float:
        from rapidfuzz import fuzz

        return fuzz.partial_ratio(plain(phrase), plain(self._known[key].name))

    def _alike(self, phrase: str, limit: int) -> tuple[Candidate, ...]:
        from rapidfuzz import fuzz, process

        if len(self._known) > _FEW or not phrase.strip():
            return ()
        names = {key: plain(one.name) for key, one in self._known.items()}
        found = process.extract(plain(phrase), names, scorer=fuzz.partial_ratio, limit=limit, score_cutoff=_ALIKE)
        return tuple(Candidate(key, self._known[key].name, score / 100) for _, score, key in found)

    def get(self, key: int) -> Known | None:
        return self._known.get(key)
