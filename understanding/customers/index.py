"""Finds quickly the few names of a large directory that words of a message may stand for."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from understanding.customers.heard import heard_as
from understanding.customers.initials import initials
from understanding.customers.names import Form
from understanding.customers.postings import Postings
from understanding.customers.tokens import Token, connectors, legal_words
from understanding.customers.vocabulary import Vocabulary
from understanding.customers.weights import CROWDED, ENOUGH, GAP_VOTE, LOOKED_UP, NOTHING, SOUND_VOTE, WORD_VOTE
from understanding.spelling import is_han

_WORD, _PAIR, _GAP, _SOUND, _INITIALS = (sort << 29 for sort in range(5))
_LOW = (1 << 29) - 1

Key = tuple[int, float]


class Index:
    """Postings from words, pairs of characters, sounds and initials to the names that hold them."""

    def __init__(self) -> None:
        self.words = Vocabulary()
        self._forms: list[Form | None] = []
        self._postings = Postings()

    def fill(self, forms: Iterable[Form]) -> None:
        """Take in all that is known at first."""
        self._postings.fill(key << 32 | place for place, one in self._placed(forms) for key in self._keys(one))
        self.words.fill()

    def know(self, forms: Iterable[Form]) -> None:
        """Take in only the words: names that are all compared need not be found."""
        for one in forms:
            for unit in one.units:
                if not is_han(unit[0]):
                    self.words.add(unit)
        self.words.fill()

    def _placed(self, forms: Iterable[Form]) -> Iterator[tuple[int, Form]]:
        for one in forms:
            self._forms.append(one)
            yield len(self._forms) - 1, one

    def add(self, form: Form) -> None:
        for key in self._keys(form):
            self._postings.add(key, len(self._forms))
        self._forms.append(form)

    def drop(self, form: Form) -> None:
        """Forget a name; keys that were known at first stay and lead to nobody."""
        keys = list(self._keys(form))
        hits = self._postings.find(keys, len(self._forms))
        rarest = int(np.argmin(hits.counts)) if keys else 0
        for place in hits.numbers[hits.of == rarest].tolist():
            if self._forms[place] == form:
                self._forms[place] = None
                self._postings.drop(keys, place)

    def _keys(self, form: Form) -> set[int]:
        found = {_INITIALS | _hash(one) for one in initials(form)}
        for unit in form.units:
            if not is_han(unit[0]):
                number = self.words.add(unit)
                if unit not in legal_words() and unit not in connectors():
                    found.add(_WORD | number)
        return found | set(_pair_keys(form))

    def lookup(
        self, readings: Sequence[Sequence[Token]], near: dict[str, dict[str, float]], shouted: Iterable[str]
    ) -> list[Form]:
        """Find the names that share most with what is said: words, typos of words, pairs of characters or sounds."""
        asked = dict(itertools.chain(self._word_keys(near), *map(_said_keys, readings), _initial_keys(shouted)))
        if not asked or not self._forms:
            return []
        hits = self._postings.find(list(asked), CROWDED, LOOKED_UP)
        # Cubed, so that ten characters of a common trade do not outweigh one word that is a customer's own.
        rare = np.log1p(len(self._forms) / np.maximum(hits.counts, 1)) / np.log1p(len(self._forms))
        worth = np.array(list(asked.values())) * rare**3
        found = (self._forms[place] for place in _most(np.bincount(hits.numbers, worth[hits.of])))
        return [one for one in found if one is not None]

    def _word_keys(self, near: dict[str, dict[str, float]]) -> Iterator[Key]:
        best: dict[str, float] = {}
        for words in near.values():
            for word, close in words.items():
                best[word] = max(close, best.get(word, 0))
        for word, close in best.items():
            if (number := self.words.number(word)) is not None:
                yield _WORD | number, WORD_VOTE * close**2


def _most(votes: NDArray[np.number]) -> list[int]:
    """The places with most votes, in order; of equals the first ones. The few are cut off before they are sorted."""
    places = np.flatnonzero(votes)
    if len(places) > ENOUGH:
        places = places[votes[places] >= np.partition(votes[places], -ENOUGH)[-ENOUGH]]
    best = np.lexsort((places, -votes[places]))[:ENOUGH]
    return sorted(places[best].tolist())


def _hash(text: str) -> int:
    return crc32(text.encode(errors="replace")) & _LOW


def _pair_keys(form: Form) -> Iterator[int]:
    units, weights = form.units, form.weights
    for place in range(len(units) - 1):
        if weights[place] == weights[place + 1] == NOTHING:
            continue
        if not is_han(units[place][0]):
            yield _PAIR | _hash(f"{units[place]} {units[place + 1]}")
            continue
        if is_han(units[place + 1][0]):
            yield _PAIR | _hash(units[place] + units[place + 1])
            yield from _sound_keys(units[place], units[place + 1])
        if place + 2 < len(units) and is_han(units[place + 2][0]):
            yield _GAP | _hash(units[place] + units[place + 2])


def _sound_keys(first: str, second: str) -> Iterator[int]:
    for one, two in itertools.product(heard_as(first), heard_as(second)):
        yield _SOUND | _hash(f"{one} {two}")


def _said_keys(said: Sequence[Token]) -> Iterator[Key]:
    for first, second in itertools.pairwise(said):
        if not (second.apart and second.han):
            yield from _keys_of_two(first.text, second.text, first.han, second.han)


@lru_cache(maxsize=1 << 15)
def _keys_of_two(first: str, second: str, first_han: bool, second_han: bool) -> tuple[Key, ...]:  # noqa: FBT001
    """Most neighbours have been neighbours in an earlier message, or in another reading of this one."""
    found: list[Key] = []
    if not first_han:
        found.append((_PAIR | _hash(f"{first} {second}"), WORD_VOTE))
    elif second_han:
        pair = _hash(first + second)
        found += [(_PAIR | pair, 1.0), (_GAP | pair, GAP_VOTE)]
    vote = SOUND_VOTE if first_han else 1.0
    return (*found, *((key, vote) for key in _sound_keys(first, second)))


def _initial_keys(shouted: Iterable[str]) -> Iterator[Key]:
    for letters in shouted:
        yield _INITIALS | _hash(letters), 1.0
