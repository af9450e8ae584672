"""Words of companies' names put into the other language: Hengda Steel, 枫叶家居 for Maple Leaf Homewares."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from understanding.customers.sounding import sounds, spelt_out
from understanding.customers.tokens import Token
from understanding.customers.vocabulary import Vocabulary
from understanding.customers.weights import TRANSLATED
from understanding.lexicon.everyday import everyday_words
from understanding.lexicon.shelf import table

MARK = "~"
"""Before a token's text: it is no word that was said."""
_LONGEST = 5
_AND = frozenset("与和及跟")
_SHORTEST_PINYIN = 5
"""Letters; by as many a vocabulary knows how its words begin."""

Near = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Translated:
    """The tokens of the other language, and which words of names the marked ones stand for."""

    said: list[Token]
    near: Near


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """For Chinese words either one English word in one of several ways, or a row of words."""
    return {han: tuple(told.split("|")) for han, told in table("zh", "companies")["translated"].items()}


@cache
def _characters() -> dict[str, str]:
    found: dict[str, str] = {}
    for han, ways in _words().items():
        for way in ways:
            found.setdefault(way, han)
    return found


def into_characters(said: Sequence[Token]) -> list[Token]:
    """Words of Latin letters as Chinese characters, and pinyin cut; nothing if no word is translated."""
    if _first_words().isdisjoint(token.text for token in said):
        return []
    row, place, translated = list[Token](), 0, False
    while place < len(said):
        length, han = _phrase(said, place)
        if han:
            span = said[place].start, said[place + length - 1].end
            row += [Token(char, *span, capital=True, han=True) for char in han]
            translated = True
        else:
            row += _cut(said[place])
        place += length
    return row if translated else []


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words.split(" ")[0] for words in _characters())


def _phrase(said: Sequence[Token], place: int) -> tuple[int, str]:
    for length in (2, 1):
        words = said[place : place + length]
        if len(words) == length and not any(word.han for word in words):
            han = _characters().get(" ".join(word.text for word in words))
            if han:
                return length, han
    return 1, ""


def _cut(token: Token) -> list[Token]:
    pieces = () if token.han or token.text in everyday_words() else spelt_out(token.text)
    return [Token(piece, token.start, token.end, token.capital) for piece in pieces] or [token]


def into_words(said: Sequence[Token], words: Vocabulary) -> Translated | None:
    """Characters as words of Latin letters, if these stand beside others of them and names hold them."""
    hopeful = _hopeful(said, words)
    if not hopeful:
        return None
    row, near, place = list[Token](), Near(), 0
    while place < len(said):
        length, tokens = _named(said, place, words, near) if place in hopeful else (1, [_kept(said, place, near)])
        row += tokens
        place += length
    beside = any(
        MARK in first.text + second.text and not (first.han or second.han) for first, second in itertools.pairwise(row)
    )
    return Translated(row, near) if beside else None


def _hopeful(said: Sequence[Token], words: Vocabulary) -> set[int]:
    """Where two characters begin what is translated, or the pinyin of a word of names: seldom anywhere."""
    firsts = [_first_sound(token.text) if token.han else "" for token in said]
    return {
        place
        for place, (one, other) in enumerate(itertools.pairwise(said))
        if one.han
        and other.han
        and (one.text + other.text in _first_pairs() or words.begins("".join(firsts[place : place + _LONGEST])))
    }


@cache
def _first_pairs() -> frozenset[str]:
    return frozenset(han[:2] for han in _words())


@lru_cache(maxsize=1 << 14)
def _first_sound(char: str) -> str:
    return next(iter(sounds(char)), "")


def _named(said: Sequence[Token], place: int, words: Vocabulary, near: Near) -> tuple[int, list[Token]]:
    run = [token.text for token in said[place : place + _run(said, place)]]
    for length in range(len(run), 1, -1):
        text = "".join(run[:length])
        rows = list(_told(text, words)) if text in _words() or words.number(_pinyin(text)) is not None else []
        if rows:
            span = said[place].start, said[place + length - 1].end
            return length, [_marked(some, span, near) for some in rows]
    return 1, [_kept(said, place, near)]


def _kept(said: Sequence[Token], place: int, near: Near) -> Token:
    token = said[place]
    return Token("and", token.start, token.end) if place and near and token.text in _AND else token


def _run(said: Sequence[Token], place: int) -> int:
    """How many characters stand in a row."""
    length = 0
    while length < _LONGEST and place + length < len(said) and said[place + length].han:
        length += 1
    return length


def _told(text: str, words: Vocabulary) -> Iterator[list[str]]:
    """For each word of the translation, or for the characters' pinyin, the words of names that it may be."""
    ways = _words().get(text, ())
    rows = [way.split() for way in ways]
    if rows and len(rows[0]) > 1:
        yield from ([word] for word in rows[0] if words.number(word) is not None)
        return
    some = [row[0] for row in rows if words.number(row[0]) is not None]
    if some:
        yield some
    elif words.number(pinyin := _pinyin(text)) is not None:
        yield [pinyin]


@lru_cache(maxsize=1 << 15)
def _pinyin(text: str) -> str:
    """One word, as names have it; nothing, if it is too short or says something else."""
    spelt = "".join(map(_first_sound, text))
    return spelt if len(spelt) >= _SHORTEST_PINYIN and spelt not in everyday_words() else ""


def _marked(some: list[str], span: tuple[int, int], near: Near) -> Token:
    text = MARK + "|".join(some)
    near[text] = dict.fromkeys(some, TRANSLATED)
    return Token(text, *span, capital=True)
