"""A customer's name as it is compared: its units, each with the weight it has in telling customers apart."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from understanding.customers.tokens import Token, connectors, generic_words, han_parts, legal_words, tokens
from understanding.customers.weights import DISTINCT, GENERIC, NOTHING, PLACE
from understanding.spelling import is_han, plain

_NUMERALS = frozenset("第一二三四五六七八九十")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a customer: the units of a name, or of an alias."""

    key: int
    units: Sequence[str]
    """Words of Latin letters and single Chinese characters; a name of characters alone is kept as one string."""
    weights: tuple[float, ...]

    @property
    def total(self) -> float:
        return sum(self.weights) or 1.0


def form(key: int, name: str) -> Form:
    spelled = plain(name)
    units = tokens(spelled)
    texts = [unit.text for unit in units]
    return Form(key, _small(texts), _shared(_weights(spelled, units)))


def _small(texts: list[str]) -> Sequence[str]:
    if texts and all(len(text) == 1 and is_han(text) for text in texts):
        return "".join(texts)
    return tuple(map(sys.intern, texts))


@lru_cache(maxsize=1 << 15)
def _shared(weights: tuple[float, ...]) -> tuple[float, ...]:
    """Names are many, patterns of weights few."""
    return weights


def _weights(spelled: str, units: list[Token]) -> tuple[float, ...]:
    han = _han_weights(spelled) if any(unit.han for unit in units) else []
    found = [han[unit.start] if unit.han else _latin_weight(unit.text) for unit in units]
    if max(found, default=0) < DISTINCT:
        found = _raised(units, found)
    return tuple(found)


def _raised(units: list[Token], found: list[float]) -> list[float]:
    """A name made of common words alone is told by its number, or else by those words."""
    numbers = [unit.text in _NUMERALS for unit in units]
    told = numbers if any(numbers) else [weight >= GENERIC for weight in found]
    return [DISTINCT if tells else weight for weight, tells in zip(found, told, strict=True)]


def _latin_weight(text: str) -> float:
    if text in legal_words() or text in connectors():
        return NOTHING
    return GENERIC if text in generic_words() else DISTINCT


def _han_weights(spelled: str) -> list[float]:
    """Per character: legal forms count nothing, trades and places little."""
    weights = [GENERIC if char in _NUMERALS else DISTINCT for char in spelled]
    for name, weight in (("generic", GENERIC), ("places", PLACE), ("legal", NOTHING)):
        for part in han_parts(name).finditer(spelled):
            weights[part.start() : part.end()] = [weight] * len(part[0])
    return weights
