"""The words of a message, read in several ways, and the places where a unit of a name stands among them."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache

from understanding.customers.names import Form
from understanding.customers.sounding import sounds, spelt_out, syllables
from understanding.customers.tokens import Token
from understanding.customers.vocabulary import Vocabulary
from understanding.customers.weights import EXACT, HOMOPHONE, SHORT_FORM
from understanding.lexicon.everyday import everyday_words
from understanding.spelling import is_han

_SHORTEST_PART = 3
MOST = 64
"""Places at which one word of a message is looked at; nobody says it more often."""
_GLUED = 7
"""Letters of two words of a name that were typed as one."""


Place = tuple[int, float]
"""Which word of the message, and how closely."""


class Script(Enum):
    """The letters of the names that a reading is for."""

    ANY = auto()
    HAN = auto()
    LATIN = auto()


class _Told(dict[str, list[Place]]):
    """Where units are said; found when first asked for, which is once for many names."""

    def __init__(self, find: Callable[[str], list[Place]]) -> None:
        self._find = find

    def __missing__(self, unit: str) -> list[Place]:
        found = self[unit] = self._find(unit)
        return found


class Heard:
    """One reading of a message; what differs in it may concern only names of one script."""

    def __init__(self, said: Sequence[Token], near: dict[str, dict[str, float]], script: Script = Script.ANY) -> None:
        self.said = said
        self._script = script
        self.near = near
        self._places: dict[str, list[Place]] = {}
        self._spoken: dict[str, list[Place]] = {}
        self.places = _Told(self._find)
        for place, token in enumerate(said):
            self._hear(place, token)

    def _hear(self, place: int, token: Token) -> None:
        if token.han:
            _note(self._places, token.text, (place, EXACT))
        elif near := self.near.get(token.text):
            for word, close in near.items():
                _note(self._places, word, (place, close))
        for sound in heard_as(token.text):
            _note(self._spoken, sound, (place, HOMOPHONE if token.han else SHORT_FORM))

    def concerns(self, form: Form) -> bool:
        """A name without characters gains nothing by what was put into characters, nor the other way round."""
        if self._script is Script.HAN:
            return is_han(form.units[0][0]) or is_han(form.units[-1][0])
        return self._script is Script.ANY or not isinstance(form.units, str)

    def _find(self, unit: str) -> list[Place]:
        """Where in the message a unit of a name is said, and how closely."""
        exact = self._places.get(unit, [])
        if not self._spoken or not is_han(unit[0]) or self._spoken.keys().isdisjoint(sounds(unit)):
            return exact
        taken = {place for place, _ in exact}
        spoken = {place: close for sound in sounds(unit) for place, close in self._spoken.get(sound, ())}
        return exact + [(place, close) for place, close in spoken.items() if place not in taken]


def _note(places: dict[str, list[Place]], what: str, place: Place) -> None:
    some = places.setdefault(what, [])
    if len(some) < MOST:
        some.append(place)


@lru_cache(maxsize=8192)
def heard_as(text: str) -> tuple[str, ...]:
    """The syllables that a character, or a word that is one syllable of pinyin, sounds like."""
    if is_han(text[0]):
        return sounds(text)
    return (text,) if text in syllables() and text not in everyday_words() else ()


def reshaped(said: Sequence[Token], words: Vocabulary) -> list[Token]:
    """Pinyin cut into syllables, words of a name that were glued together cut, those that were cut glued."""
    return list(itertools.chain.from_iterable(_reshape(said, place, words) for place in range(len(said))))


def _reshape(said: Sequence[Token], place: int, words: Vocabulary) -> Iterator[Token]:
    token = said[place]
    if token.han or token.text in everyday_words():
        yield token
        return
    for piece in spelt_out(token.text) or _cut(token.text, words) or (token.text,):
        yield Token(piece, token.start, token.end, token.capital)


def _cut(text: str, words: Vocabulary) -> tuple[str, ...]:
    """Two words of names that were typed as one: "harlowfinch"."""
    if len(text) < _GLUED or words.number(text) is not None:
        return ()
    cuts = ((text[:place], text[place:]) for place in range(_SHORTEST_PART, len(text) - _SHORTEST_PART + 1))
    return next((cut for cut in cuts if all(words.number(part) is not None for part in cut)), ())


def glued(said: Sequence[Token], words: Vocabulary) -> list[Token]:
    """Neighbours that are one word in a name: "harbour front"."""
    found: list[Token] = []
    for token in said:
        last = found[-1] if found else None
        if last and _one_word(last, token, words):
            found[-1] = Token(last.text + token.text, last.start, token.end, last.capital)
        else:
            found.append(token)
    return found


def _one_word(first: Token, second: Token, words: Vocabulary) -> bool:
    if first.han or second.han or second.start - first.end > 1 or len(first.text) + len(second.text) < _GLUED:
        return False
    return words.number(first.text + second.text) is not None
