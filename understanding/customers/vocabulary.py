"""The words of all names, and which of them a word of a message may stand for."""

from collections.abc import Iterable, Iterator
from functools import cache
from zlib import crc32

from understanding.customers.alikeness import alike_words
from understanding.customers.postings import Postings
from understanding.customers.tokens import short_forms
from understanding.customers.weights import EXACT, NEIGHBOURS
from understanding.lexicon.everyday import everyday_words

_SHORTEST, _LONGEST = 4, 24
"""Letters of a word that may be misspelt."""
_PREFIXES = (4, 6)
_SKELETON = 3
_BEGINNING = 5
_REMEMBERED = 10_000


class Vocabulary:
    """Words by number; neighbours by what remains when a letter is left out, by consonants, by beginnings."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._words: list[str] = []
        self._beginnings: set[str] = set()
        self._near = Postings()
        self._filled = False
        self._remembered: dict[str, dict[str, float]] = {}
        """What words may stand for, until there is another word that they may stand for."""

    def add(self, word: str) -> int:
        """Take in a word; its number."""
        known = self._ids.get(word)
        if known is not None:
            return known
        number = self._ids[word] = len(self._words)
        self._words.append(word)
        if len(word) >= _BEGINNING:
            self._beginnings.add(word[:_BEGINNING])
        self._remembered = {}
        for key in _keys(word) if self._filled else ():
            self._near.add(key, number)
        return number

    def fill(self) -> None:
        """All that is known at first has been added."""
        self._near.fill(key << 32 | number for number, word in enumerate(self._words) for key in _keys(word))
        self._filled = True

    def begins(self, letters: str) -> bool:
        """Whether any word of some length may begin with these letters, or with the first of them."""
        return letters[:_BEGINNING] in self._beginnings

    def number(self, word: str) -> int | None:
        return self._ids.get(word)

    def near(self, said: Iterable[str]) -> dict[str, dict[str, float]]:
        """For each word that was said the words it may stand for, with how alike they are."""
        some = set(said)
        if len(self._remembered) > _REMEMBERED:
            self._remembered = {}
        unheard = [text for text in some if text not in self._remembered]
        if unheard:
            self._remembered |= self._looked_up(unheard)
        return {text: near for text in some if (near := self._remembered[text])}

    def _looked_up(self, said: Iterable[str]) -> dict[str, dict[str, float]]:
        found = {text: self.surely(text) for text in said}
        unsure = [text for text in found if text not in everyday_words() and _SHORTEST <= len(text) <= _LONGEST]
        asked = [(text, key) for text in unsure if not text.isdigit() for key in _keys(text)]
        hits = self._near.find([key for _, key in asked], NEIGHBOURS)
        for place, number in set(zip(hits.of.tolist(), hits.numbers.tolist(), strict=True)):
            text, word = asked[place][0], self._words[number]
            if word not in found[text] and (close := alike_words(text, word)):
                found[text][word] = close
        return found

    def surely(self, text: str) -> dict[str, float]:
        """The word itself, its plural, its short form, its beginning."""
        return dict(self._surely(text))

    def _surely(self, text: str) -> Iterator[tuple[str, float]]:
        if text in self._ids:
            yield text, EXACT
        if text in everyday_words() or text.isdigit():
            return
        others = (*_forms(text), *(text[:length] for length in range(_SHORTEST, min(len(text), _LONGEST))))
        for other in others:
            if other in self._ids and other != text and (close := alike_words(text, other)):
                yield other, close


def _forms(text: str) -> Iterator[str]:
    """Plurals, and the other words with the same short form."""
    yield from (text + "s", text + "es", text.removesuffix("s"), text.removesuffix("es"))
    yield from _same_short().get(short_forms().get(text, text), ())


@cache
def _same_short() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for short, full in short_forms().items():
        found.setdefault(full, [full]).append(short)
    return found


def _keys(word: str) -> set[int]:
    if not _SHORTEST <= len(word) <= _LONGEST or word.isdigit():
        return set()
    left_out = {word[:place] + word[place + 1 :] for place in range(len(word))}
    beginnings = {f"^{word[:length]}" for length in _PREFIXES if len(word) >= length}
    bones = _bones(word)
    some = {word, *left_out, *beginnings, *([f"*{bones}"] if len(bones) >= _SKELETON else [])}
    return {crc32(one.encode(errors="replace")) for one in some}


def _bones(word: str) -> str:
    """The first letter and the consonants, doubled ones once: what stays when vowels are misspelt."""
    kept = word[0]
    for char in word[1:]:
        if char not in "aeiouyh" and char != kept[-1]:
            kept += char
    return kept
