"""Whether so much of a name was said that it can be meant at all."""

import itertools
from collections.abc import Sequence

from understanding.customers.names import Form
from understanding.customers.tokens import Token
from understanding.customers.weights import ABBREVIATED, DISTINCT, GENERIC, PLACE, SHORT_FORM
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
_THREE = 3
_DIGITS = frozenset("一二三四五六七八九十")

Match = tuple[int, int, float]
"""A place in the message, the unit of the name that stands there, and how closely."""


def enough(form: Form, said: Sequence[Token], laid: Sequence[Match], share: float) -> bool:
    if is_han(form.units[laid[0][1]][0]):
        return _enough_han(form, laid, share)
    words = [said[index] for index, *_ in laid]
    telling = [word for word, (_, unit, close) in zip(words, laid, strict=True) if _tells(form, word, unit, close)]
    if not telling:
        return share >= _NEARLY or (len(laid) > 1 and share >= _HALF)
    if len(laid) == 1 and not _stands_alone(form, words[0], laid[0]):
        return False
    return share >= _SOME


def hopeless(form: Form, laid: Sequence[Match]) -> bool:
    """One character, or two that many names share, name nobody; so it is mostly, and nothing has to be counted."""
    if len(laid) > _PAIR or not is_han(form.units[laid[0][1]][0]):
        return False
    return len(laid) < _PAIR or all(form.weights[unit] < DISTINCT for _, unit, _ in laid)


def _stands_alone(form: Form, word: Token, match: Match) -> bool:
    """One word names a customer if it begins the name; a later word, or a misspelt one, only with a capital."""
    _, unit, close = match
    first = next(place for place, one in enumerate(form.weights) if one > GENERIC)
    return word.capital or (unit == first and (close >= SHORT_FORM or len(word.text) >= _LONG))


def _tells(form: Form, word: Token, unit: int, close: float) -> bool:
    """A distinctive word, which is no everyday word and not just roughly alike when short."""
    if form.weights[unit] <= GENERIC or word.text in everyday_words():
        return False
    return close == 1 or len(word.text) >= _FIRM


def _enough_han(form: Form, laid: Sequence[Match], share: float) -> bool:
    """At least two characters, one of them distinctive; roughly alike only with most of the name's heart."""
    hits = [(unit, close) for _, unit, close in laid if form.weights[unit] >= DISTINCT]
    rough = sum(1 for *_, close in laid if close < _NEARLY)
    if len(laid) >= _THREE and share >= _MOST and rough < len(laid) / 2:
        return True
    if _abbreviates(form, laid, share):
        return True
    if not hits:
        return False
    if rough and not (len(laid) - rough >= _PAIR and any(close == 1 for _, close in hits)):
        return False
    heart = sum(1 for one in form.weights if one >= DISTINCT)
    return _adjacent(laid) and (len(hits) >= min(2, heart) or share >= _PART)


def _abbreviates(form: Form, laid: Sequence[Match], share: float) -> bool:
    """绍兴三院 for 绍兴第三人民医院, 八局五公司 for 中铁八局第五工程公司: place or number, and what it is."""
    if len(laid) < _FIRM or share < ABBREVIATED or not _adjacent(laid) or any(close < 1 for *_, close in laid):
        return False
    left_out = laid[-1][1] - laid[0][1] >= len(laid)
    return left_out and any(form.weights[unit] == PLACE or form.units[unit] in _DIGITS for _, unit, _ in laid)


def _adjacent(laid: Sequence[Match]) -> bool:
    return all(second[0] - first[0] == 1 for first, second in itertools.pairwise(laid))
