"""Lays a name over the words of a message and measures how much of the name is there."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from understanding.customers.alikeness import alike
from understanding.customers.names import DISTINCT, GENERIC, Form
from understanding.customers.tokens import Token, connectors
from understanding.lexicon.everyday import everyday_words
from understanding.spelling import is_han

_FIRM = 4
_HALF = 0.5
_LONG = 6
_MOST = 0.6
_NEARLY = 0.9
_PAIR = 2
_PART = 0.4
_SOME = 0.2
_SURE = 0.95
_THREE = 3

_GAP = 1
MOST = 50
"""Places in a message at which one name is tried."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A name that stands in a message at `start` up to `end`."""

    form: Form
    start: int
    end: int
    weight: float
    """How much of the name was said; the more, the better it explains the words."""
    share: float
    """Which part of the name was said."""
    exact: bool


def fits(form: Form, said: Sequence[Token]) -> list[Fit]:
    """All places where enough of the name is said, each from its first matching word."""
    starts = {token.text: _starts(form, token) for token in {token.text: token for token in said}.values()}
    places = itertools.islice((place for place, token in enumerate(said) if starts[token.text]), MOST)
    return [fit for place in places if (fit := _from(form, said, place, starts[said[place].text]))]


def _from(form: Form, said: Sequence[Token], place: int, starts: list[int]) -> Fit | None:
    some = [fit for unit in starts if (fit := _lay(form, said, place, unit))]
    return max(some, key=lambda fit: fit.weight, default=None)


def _starts(form: Form, token: Token) -> list[int]:
    """The words of the name that a word of the message may stand for; an everyday word only for itself."""
    if token.text not in form.units and (token.text in everyday_words() or token.text.isdigit()):
        return []
    return [unit for unit, name in enumerate(form.units) if form.weights[unit] and alike(token.text, name)]


def _lay(form: Form, said: Sequence[Token], place: int, unit: int) -> Fit | None:
    """Follow the message word by word; the name may leave units out, the message only a connecting word."""
    row: list[tuple[int, int, float]] = []
    gaps = 0
    for index in range(place, len(said)):
        match = _next(form, said[index], unit)
        if match is None:
            gaps += 1
            if gaps > _GAP or not _bridges(said, index):
                break
            continue
        row.append((index, *match))
        unit, gaps = match[0] + 1, 0
    return _measure(form, said, row)


def _bridges(said: Sequence[Token], index: int) -> bool:
    return said[index].text in connectors()


def _next(form: Form, token: Token, unit: int) -> tuple[int, float] | None:
    if token.text not in form.units and token.text in everyday_words():
        return None
    for later in range(unit, len(form.units)):
        close = alike(token.text, form.units[later])
        if close:
            return later, close
    return None


def _measure(form: Form, said: Sequence[Token], row: list[tuple[int, int, float]]) -> Fit | None:
    row = _trimmed(form, row)
    if not row:
        return None
    weight = sum(form.weights[unit] * close for _, unit, close in row)
    if not _enough(form, said, row, weight):
        return None
    first, last = said[row[0][0]], said[row[-1][0]]
    exact = all(close == 1 for *_, close in row)
    return Fit(form, first.start, last.end, weight, weight / form.total, exact)


def _trimmed(form: Form, row: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Connecting words at the end belong to the sentence."""
    while row and not form.weights[row[-1][1]]:
        row = row[:-1]
    return row


def _enough(form: Form, said: Sequence[Token], row: list[tuple[int, int, float]], weight: float) -> bool:
    words = [said[index] for index, *_ in row]
    if is_han(form.units[row[0][1]][0]):
        return _enough_han(form, row, weight)
    telling = [word for word, (_, unit, close) in zip(words, row, strict=True) if _tells(form, word, unit, close)]
    if not telling:
        return weight / form.total >= _NEARLY or (len(row) > 1 and weight / form.total >= _HALF)
    if len(row) == 1 and not _stands_alone(form, words[0], row[0]):
        return False
    return weight / form.total >= _SOME


def _stands_alone(form: Form, word: Token, match: tuple[int, int, float]) -> bool:
    """One word names a customer if it begins the name; a later word, or a misspelt one, only with a capital."""
    _, unit, close = match
    first = next(place for place, one in enumerate(form.weights) if one > GENERIC)
    return word.capital or (unit == first and (close >= _SURE or len(word.text) >= _LONG))


def _tells(form: Form, word: Token, unit: int, close: float) -> bool:
    """A distinctive word, which is no everyday word and not just roughly alike when short."""
    if form.weights[unit] <= GENERIC or word.text in everyday_words():
        return False
    return close == 1 or len(word.text) >= _FIRM


def _enough_han(form: Form, row: list[tuple[int, int, float]], weight: float) -> bool:
    """At least two characters, one of them distinctive; roughly alike only with most of the name's heart."""
    heart = [unit for unit, one in enumerate(form.weights) if one >= DISTINCT]
    hits = [(unit, close) for _, unit, close in row if form.weights[unit] >= DISTINCT]
    if len(row) >= _THREE and weight / form.total >= _MOST:
        return True
    if len(row) < _PAIR or not hits:
        return False
    rough = sum(1 for *_, close in row if close < _NEARLY)
    if rough and (len(row) < _THREE or rough > len(row) / 2):
        return len(row) - rough >= 1 and len(hits) >= len(heart) and len(hits) > 1
    adjacent = all(row[one + 1][0] - row[one][0] == 1 for one in range(len(row) - 1))
    return adjacent and (len(hits) >= min(2, len(heart)) or weight / form.total >= _PART)
