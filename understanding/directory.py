"""The customers that a rep can see, as one looks them up by a few words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from understanding.customers.index import Index
from understanding.customers.mentions import Named, named
from understanding.customers.names import form
from understanding.customers.namesakes import Namesake, namesakes
from understanding.findings import Candidate
from understanding.spelling import plain

_ALIKE = 60
_FEW = 2000
"""In a directory of this size a phrase that no index finds is compared with every name."""


@dataclass(frozen=True, slots=True)
class Known:
    """A customer of the directory: its key, its names and the people known there."""

    key: int
    name: str
    aliases: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


class Directory:
    """What is known at first is taken in at once; customers may come, change and go afterwards, one by one."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = {one.key: one for one in known}
        self._index = Index()
        self._index.fill(form(one.key, name) for one in self._known.values() for name in sorted(_names(one)))

    def add(self, known: Known) -> None:
        """Take in a new customer, or what has changed of one: another name, aliases, contacts."""
        before = self._known.get(known.key)
        self._known[known.key] = known
        for name in sorted(_names(before) - _names(known)):
            self._index.drop(form(known.key, name))
        for name in sorted(_names(known) - _names(before)):
            self._index.add(form(known.key, name))

    def remove(self, key: int) -> None:
        """Forget a customer; one that is not known is no error."""
        for name in _names(self._known.pop(key, None)):
            self._index.drop(form(key, name))

    def renew(self, known: Iterable[Known], among: Collection[int] | None = None) -> None:
        """Become the directory of these: only what differs is touched. Of others than those `among` nothing is said."""
        gone = set(self._known) if among is None else {key for key in among if key in self._known}
        for one in known:
            gone.discard(one.key)
            if self._known.get(one.key) != one:
                self.add(one)
        for key in gone:
            self.remove(key)

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

    def namesakes(self, name: str) -> list[Namesake]:
        """The customers that may go by a new name, the likeliest first."""
        return namesakes(name, self._index)

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


def _names(known: Known | None) -> set[str]:
    return {name for name in (known.name, *known.aliases) if name.strip()} if known else set()
