"""Finds sums of money: a number is money by its currency, its scale or the words beside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter

from sales.money import Money
from understanding.message.spendings import spendings
from understanding.sums.currencies import Price, price
from understanding.sums.evidence import is_bare, strength
from understanding.sums.figure import Figure, Form
from understanding.sums.in_chinese import in_chinese
from understanding.sums.in_digits import in_digits
from understanding.sums.in_words import in_words

_LEAST_LISTED = 10
_PLAIN = 2


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount at `start` up to `end` of the text; `strength` tells how plainly it is money (1 to 3)."""

    start: int
    end: int
    value: Decimal
    currency: str | None
    strength: int
    spent: bool = False
    """The rep's own spending, no sum of an order or a payment: a lunch, parking."""

    def money(self, default: str) -> Money:
        return Money.of(self.value, self.currency or default)


@dataclass(frozen=True, slots=True)
class _Seen:
    figure: Figure
    price: Price
    strength: int


_LISTED = re.compile(r"\s?(?:[,、/&]|and|和|跟)\s?")
_RANGE = re.compile(r"\s?(?:-|~|to|or|到|至)\s?")
_FROM = re.compile(r"(?:\bfrom|从|由)\s?$")


def sums(text: str, taken: Iterable[tuple[int, int]]) -> list[Sum]:
    """Find the sums of a text in plain spelling, outside the stretches that are dates, phones and the like."""
    blocked = sorted(taken)
    seen = list(_all_seen(text))
    kept = _listed(text, _without_ranges(text, seen))
    found = (Sum(one.price.start, one.price.end, one.price.value, one.price.currency, one.strength) for one in kept)
    free = [one for one in found if one.strength and not _is_taken(one, blocked)]
    spent = spendings(text, free)
    return [replace(one, spent=place in spent) for place, one in enumerate(free)]


def _all_seen(text: str) -> Iterator[_Seen]:
    """What begins first is taken whole."""
    end = 0
    for figure in sorted((*in_digits(text), *in_chinese(text), *in_words(text)), key=attrgetter("start")):
        if figure.start >= end and figure.value > 0:
            said = price(text, figure)
            end = said.end
            yield _Seen(figure, said, strength(text, figure, said.start, said.end, told=said.told))


def _without_ranges(text: str, seen: list[_Seen]) -> list[_Seen]:
    """85 to 90k is no sum that could be noted."""
    ends = {place for place in range(len(seen) - 1) if _is_range(text, seen[place], seen[place + 1])}
    return [one for place, one in enumerate(seen) if not {place, place - 1} & ends]


def _is_range(text: str, one: _Seen, other: _Seen) -> bool:
    """From 2k to 3k are two sums."""
    if other.strength < _PLAIN or not _RANGE.fullmatch(text, one.price.end, other.price.start):
        return False
    return (
        not _FROM.search(text, max(0, one.price.start - 8), one.price.start) and one.figure.value < other.figure.value
    )


def _listed(text: str, seen: list[_Seen]) -> list[_Seen]:
    """Bare numbers beside a sum in a row are sums: "410, 95, 1,220"."""
    kept = list(seen)
    places = range(1, len(kept))
    for place, beside in (*((one, one - 1) for one in places), *((one - 1, one) for one in reversed(places))):
        one, other = kept[place], kept[beside]
        first, later = sorted((one, other), key=lambda each: each.price.start)
        joined = _LISTED.fullmatch(text, first.price.end, later.price.start)
        if joined and other.strength and not other.price.told and not one.strength and _may_be_listed(text, one):
            kept[place] = replace(one, strength=1)
    return kept


def _may_be_listed(text: str, one: _Seen) -> bool:
    bare = one.figure.form is Form.DIGITS and one.figure.value >= _LEAST_LISTED
    return bare and is_bare(text, one.figure)


def _is_taken(one: Sum, blocked: list[tuple[int, int]]) -> bool:
    """What is plainly money stays, though a piece of it looks like a year or a feast: 两千块, 十二块五一米."""
    over = [(start, end) for start, end in blocked if one.start < end and start < one.end]
    inside = any(start <= one.start and one.end <= end and end - start > one.end - one.start for start, end in over)
    return inside or (bool(over) and one.strength < _PLAIN)


def strongest(found: Iterable[Sum]) -> Iterator[Sum]:
    return iter(sorted(found, key=lambda one: (-one.strength, one.start)))
