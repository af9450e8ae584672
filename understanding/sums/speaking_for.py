"""What speaks for a bare number being money: a verb of money before it, words beside it, where it stands."""

import re
from functools import cache

from understanding.sums.beside import Before, backwards, before, edged, said
from understanding.sums.figure import Figure, Form

PLAINLY = 2
"""Signs enough for anybody to see that it is money."""
_LARGE, _LEAST_PAID, _CENTS = 1000, 20, -2


@cache
def _verbs() -> Before:
    return before(said("context", "verbs"), rf"(?:[\s,:=~(-]|{backwards(said('context', 'between'))}){{0,12}}")


@cache
def _paying() -> Before:
    return before(said("context", "paying"), r"\s?")


@cache
def _directly() -> Before:
    return before(said("context", "before"), r"[\s:~]{0,3}")


@cache
def _afterwards() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{edged(said('context', 'after'))})")


_EDGE_BEFORE = re.compile(r"(?:^|[,;:.!?(|\n-] ?|[^\x00-\xff] )$")
_EDGE_AFTER = re.compile(r"\s{0,3}(?:$|[.,;!?)|\n](?!\d))")
_SENTENCE_END = re.compile(r"\s{0,3}(?:$|\.(?:\s|$))")
_EDGE_OR_AIM = re.compile(r"\s{0,3}(?:$|[,;!?)\n](?!\d)|\.(?!\d)|(?:for|on|off)\b)")


def signs(text: str, start: int, end: int) -> int:
    """A verb of money before tells most, then words right beside."""
    if follows_verb(text, start):
        return PLAINLY
    return int(_directly().stands(text, start)) + int(bool(_afterwards().match(text, end)))


def follows_verb(text: str, start: int) -> bool:
    return _verbs().stands(text, start)


def is_small_change(text: str, figure: Figure) -> bool:
    """Paid 85 for parking, 过路费62."""
    plain = figure.form is Form.DIGITS and figure.value >= _LEAST_PAID and not figure.scaled
    return plain and bool(_EDGE_OR_AIM.match(text, figure.end)) and _paying().stands(text, figure.start)


def is_price_of_one(text: str, figure: Figure) -> bool:
    """12.50 each, 2.15 apiece."""
    return _has_cents(figure) and bool(_afterwards().match(text, figure.end))


def _has_cents(figure: Figure) -> bool:
    return figure.form is Form.DIGITS and figure.value.as_tuple().exponent == _CENTS and not figure.scaled


def stands_as_sum(text: str, figure: Figure, start: int, end: int) -> bool:
    """Spelled as sums are: "1,200", 两万三; or large or with cents and between two marks: "done, 4500."."""
    large = figure.value >= _LARGE or (figure.form is Form.CHINESE and figure.scaled)
    return figure.grouped or figure.elided or ((large or _has_cents(figure)) and _stands_alone(text, start, end))


def ends_sentence(text: str, start: int, end: int) -> bool:
    """As in "4 lobes a week, 520."."""
    return text[max(0, start - 2) : start] == ", " and bool(_SENTENCE_END.match(text, end))


def _stands_alone(text: str, start: int, end: int) -> bool:
    return bool(_EDGE_BEFORE.search(text[max(0, start - 3) : start])) and bool(_EDGE_AFTER.match(text, end))
