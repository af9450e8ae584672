"""The first letters by which a name may be called."""

from collections.abc import Iterator, Sequence

from understanding.customers.names import Form
from understanding.customers.sounding import sounds
from understanding.customers.tokens import connectors, legal_words
from understanding.customers.weights import DISTINCT, NOTHING, PLACE
from understanding.spelling import is_han

_TRADE = 2
_SHORTEST = 2


def initials(form: Form) -> frozenset[str]:
    """HFS for Harlow & Finch Solicitors; YF, YFJM, YFJMJX, SZYFJMJX for 苏州云帆精密机械."""
    rows = [*_of_words(form.units), *_of_characters(form)]
    some = {"".join(map(first_letter, row)) for row in rows}
    return frozenset(one for one in some if len(one) >= _SHORTEST)


def first_letter(unit: str) -> str:
    told = sounds(unit) if is_han(unit[0]) else (unit,)
    return told[0][0] if told else ""


def _of_words(units: Sequence[str]) -> Iterator[list[str]]:
    """All words, without the legal form, without "and" and the like."""
    latin = [unit for unit in units if not is_han(unit[0])]
    told = [text for text in latin if text not in legal_words()]
    yield from (latin, told, [text for text in told if text not in connectors()])


def _of_characters(form: Form) -> Iterator[list[str]]:
    """The heart, with the trade's first word, with all of the trade, with the place before it."""
    han = [(unit, weight) for unit, weight in zip(form.units, form.weights, strict=True) if is_han(unit[0])]
    told = [(unit, weight) for unit, weight in han if weight != NOTHING]
    own = [unit for unit, weight in told if weight != PLACE]
    heart = sum(1 for _, weight in told if weight == DISTINCT)
    yield from (own[:heart], own[: heart + _TRADE], own, [unit for unit, _ in told])
