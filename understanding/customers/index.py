"""Finds quickly the few names of a large directory that words of a message may stand for."""

import heapq
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from understanding.customers.names import Form
from understanding.customers.tokens import Token, legal_words, short_forms, sounds, spelt_out
from understanding.lexicon.everyday import everyday_words
from understanding.spelling import is_han

CROWDED = 200
"""A unit that so many names share tells none of them."""
_TYPO_CANDIDATES = 6
_SHORTEST_TYPO, _LONGEST_TYPO = 4, 24
ENOUGH = 24
"""So many names are looked at closely."""


class Index:
    """Postings from words, pairs of characters, sounds and initials to the names that hold them."""

    def __init__(self) -> None:
        self._forms: list[Form] = []
        self._words: dict[str, list[int]] = {}
        self._grams: dict[str, set[str]] = {}
        self._pairs: dict[str, list[int]] = {}
        self._sounds: dict[str, list[int]] = {}
        self._initials: dict[str, list[int]] = {}

    def add(self, form: Form) -> None:
        place = len(self._forms)
        self._forms.append(form)
        for unit in form.units:
            if not is_han(unit[0]) and unit not in legal_words():
                self._add_word(unit, place)
        for first, second in zip(form.units, form.units[1:], strict=False):
            self._add_pair(first, second, place)
        for one in form.initials:
            self._initials.setdefault(one, []).append(place)

    def _add_word(self, unit: str, place: int) -> None:
        for spelled in {unit, short_forms().get(unit, unit)}:
            if spelled not in self._words:
                for gram in grams(spelled):
                    self._grams.setdefault(gram, set()).add(spelled)
            self._words.setdefault(spelled, []).append(place)

    def _add_pair(self, first: str, second: str, place: int) -> None:
        if not (is_han(first[0]) and is_han(second[0])):
            return
        self._pairs.setdefault(first + second, []).append(place)
        for sound in {f"{one} {two}" for one in sounds(first) for two in sounds(second)}:
            self._sounds.setdefault(sound, []).append(place)

    def lookup(self, said: Sequence[Token], shouted: Iterable[str] = ()) -> list[Form]:
        """Find the names that share a word, a typo of one, a pair of characters or of sounds with what is said."""
        votes: dict[int, float] = {}
        for postings in self._postings(said, shouted):
            worth = 1 / (1 + len(postings))
            for place in postings:
                votes[place] = votes.get(place, 0) + worth
        best = heapq.nlargest(ENOUGH, votes.items(), key=lambda vote: (vote[1], -vote[0]))
        return [self._forms[place] for place, _ in sorted(best)]

    def _postings(self, said: Sequence[Token], shouted: Iterable[str]) -> Iterator[list[int]]:
        for word in {token.text for token in said if not token.han}:
            yield from self._by_word(word)
            yield from self._by_pinyin(word)
        pairs = {(one.text, two.text) for one, two in itertools.pairwise(said) if one.han and two.han}
        for first, second in pairs:
            yield from self._by_pair(first, second)
        for capitals in shouted:
            yield self._few(self._initials, capitals)

    def _by_word(self, text: str) -> Iterator[list[int]]:
        known = [self._few(self._words, word) for word in {text, short_forms().get(text, text)}]
        if any(known) or text in everyday_words() or not _SHORTEST_TYPO <= len(text) <= _LONGEST_TYPO:
            yield from known
            return
        for near in self._typos(text):
            yield self._few(self._words, near)

    def _typos(self, text: str) -> list[str]:
        """Known words that share most three-letter pieces with an unknown one."""
        counts: Counter[str] = Counter()
        for gram in grams(text):
            near = self._grams.get(gram, ())
            counts.update(near if len(near) <= CROWDED else ())
        return [near for near, shared in counts.most_common(_TYPO_CANDIDATES) if shared > 1]

    def _by_pair(self, first: str, second: str) -> Iterator[list[int]]:
        exact = self._few(self._pairs, first + second)
        yield exact
        if not exact and (first + second) not in everyday_words():
            for sound in (f"{one} {two}" for one in sounds(first) for two in sounds(second)):
                yield self._few(self._sounds, sound)

    def _by_pinyin(self, text: str) -> Iterator[list[int]]:
        if not self._sounds or text in everyday_words():
            return
        row = spelt_out(text)
        for one, two in itertools.pairwise(row):
            yield self._few(self._sounds, f"{one} {two}")

    @staticmethod
    def _few(postings: dict[str, list[int]], key: str) -> list[int]:
        found = postings.get(key, [])
        return found if len(found) <= CROWDED else []


def grams(text: str) -> set[str]:
    padded = f"^{text}$"
    return {padded[place : place + 3] for place in range(len(padded) - 2)}
