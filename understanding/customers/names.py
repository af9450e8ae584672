"""A customer's name as it is compared: its units, each with the weight it has in telling customers apart."""

from dataclasses import dataclass
from functools import lru_cache

from understanding.customers.tokens import Token, connectors, generic_words, han_parts, legal_words, tokens, word
from understanding.spelling import is_han, plain

DISTINCT, PLACE, GENERIC, NOTHING = 1.0, 0.45, 0.35, 0.0
_NUMERALS = frozenset("第一二三四五六七八九十大小新老中")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a customer: the units of a name, or of an alias."""

    key: int
    units: tuple[str, ...]
    weights: tuple[float, ...]
    initials: frozenset[str]

    @property
    def total(self) -> float:
        return sum(self.weights) or 1.0


@lru_cache(maxsize=4096)
def form(key: int, name: str) -> Form:
    spelled = plain(name)
    units = tokens(spelled)
    weights = _weights(spelled, units)
    return Form(key, tuple(unit.text for unit in units), weights, _initials(units))


def _weights(spelled: str, units: list[Token]) -> tuple[float, ...]:
    han = _han_weights(spelled)
    found = [han[unit.start] if unit.han else _latin_weight(unit.text) for unit in units]
    if max(found, default=0) < DISTINCT:
        # A name made of common words alone is told by those words.
        found = [DISTINCT if weight >= GENERIC else weight for weight in found]
    return tuple(found)


def _latin_weight(text: str) -> float:
    if text in legal_words() or text in connectors():
        return NOTHING
    return GENERIC if text in generic_words() else DISTINCT


def _han_weights(spelled: str) -> list[float]:
    """Per character: legal forms count nothing, trades and places little."""
    weights = [DISTINCT] * len(spelled)
    for place, char in enumerate(spelled):
        if char in _NUMERALS:
            weights[place] = GENERIC
    for name, weight in (("generic", GENERIC), ("places", PLACE), ("legal", NOTHING)):
        for part in han_parts(name).finditer(spelled):
            weights[part.start() : part.end()] = [weight] * len(part[0])
    return weights


def _initials(units: list[Token]) -> frozenset[str]:
    latin = [unit.text for unit in units if not unit.han]
    told = [text for text in latin if text not in legal_words()]
    content = [text for text in told if text not in connectors()]
    some = {"".join(text[0] for text in row) for row in (latin, told, content)}
    return frozenset(one for one in some if len(one) > 1)


def is_latin(text: str) -> bool:
    return not is_han(text[0])


def same_word(text: str) -> str:
    return word(text)
