"""Finds quickly the few names of a large directory that words of a message may stand for."""

from collections import Counter
from collections.abc import Iterable, Sequence

from understanding.customers.names import Form
from understanding.customers.tokens import Token, legal_words, short_forms, sounds, spelt_out
from understanding.lexicon.common import common_words
from understanding.spelling import is_han

CROWDED = 400
"""A unit that so many names share tells none of them."""
_TYPO_CANDIDATES = 6
_SHORTEST_TYPO = 4


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
        found: set[int] = set()
        for token in said:
            if not token.han:
                found.update(self._by_word(token.text))
        for first, second in zip(said, said[1:], strict=False):
            if first.han and second.han:
                found.update(self._by_pair(first.text, second.text))
        for token in said:
            found.update(self._by_pinyin(token, said))
        for capitals in shouted:
            found.update(self._initials.get(capitals, ()))
        return [self._forms[place] for place in sorted(found)]

    def _by_word(self, text: str) -> Iterable[int]:
        known = self._few(self._words, short_forms().get(text, text)) + self._few(self._words, text)
        if known or text in common_words() or len(text) < _SHORTEST_TYPO:
            return known
        return [place for near in self._typos(text) for place in self._few(self._words, near)]

    def _typos(self, text: str) -> list[str]:
        """Known words that share most three-letter pieces with an unknown one."""
        counts: Counter[str] = Counter()
        for gram in grams(text):
            counts.update(self._grams.get(gram, ()))
        return [near for near, shared in counts.most_common(_TYPO_CANDIDATES) if shared > 1]

    def _by_pair(self, first: str, second: str) -> Iterable[int]:
        exact = self._few(self._pairs, first + second)
        if exact or (first + second) in common_words():
            return exact
        likely = (f"{one} {two}" for one in sounds(first) for two in sounds(second))
        return [place for sound in likely for place in self._few(self._sounds, sound)]

    def _by_pinyin(self, token: Token, _: Sequence[Token]) -> Iterable[int]:
        if token.han or not self._sounds or token.text in common_words():
            return ()
        row = spelt_out(token.text)
        pairs = (f"{one} {two}" for one, two in zip(row, row[1:], strict=False))
        return [place for pair in pairs for place in self._few(self._sounds, pair)]

    @staticmethod
    def _few(postings: dict[str, list[int]], key: str) -> list[int]:
        found = postings.get(key, [])
        return found if len(found) <= CROWDED else []


def grams(text: str) -> set[str]:
    padded = f"^{text}$"
    return {padded[place : place + 3] for place in range(len(padded) - 2)}
