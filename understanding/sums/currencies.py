"""The currency that stands before or after a number, and the cents that follow it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.numbers import HAN_DIGITS, HAN_SMALL, SMALL, english, han
from understanding.sums.beside import edged, said
from understanding.sums.figure import Figure, Form, either

_REACH, _TEN, _LARGE = 22, 10, 1000
_WHOLE = ("块", "元", "圆", "蚊")
"""Cents may follow these: 六块八."""


@dataclass(frozen=True, slots=True)
class Price:
    """A number with what stands around it; `currency` is None for the rep's own, `told` if there is any at all."""

    start: int
    end: int
    value: Decimal
    currency: str | None
    told: bool


@cache
def _codes() -> dict[str, str | None]:
    return {
        word: None if code == "own" else code
        for language in LANGUAGES
        for code, words in table(language, "money")["currencies"].items()
        for word in words
    }


@cache
def _on_both_sides() -> tuple[str, ...]:
    one_sided = {*said("sides", "after"), *said("sides", "letters"), *said("sides", "after_large")}
    return tuple(word for word in _codes() if word not in one_sided)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\s?(?P<code>{_glued_before(_on_both_sides())})")


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(rf"(?P<code>{either(said('sides', 'letters'))})(?![\w.-])")


def _glued_before(words: tuple[str, ...]) -> str:
    """Read backwards: a word may touch the number, but no letter before it."""
    touching = (f"{re.escape(word[::-1])}{'(?![a-z])' if word[0].isalpha() else ''}" for word in sorted(words, key=len))
    return "|".join(reversed(list(touching)))


@cache
def _after() -> re.Pattern[str]:
    """What may also stand before a number belongs to the one that follows, if one does."""
    named = [word for word in _on_both_sides() if word[-1].isalpha()]
    last = rf"(?!\s?(?:\d|[{HAN_DIGITS}][{HAN_SMALL}万亿]))"
    money_of = rf"(?<=of)(?! (?:{either(said('sides', 'money_of', 'en'))})(?![a-z]))|(?<!of)"
    no_money = rf"(?!\s?(?:{either(said('sides', 'not_money'))})(?![a-z])(?:{money_of}))"
    return re.compile(
        rf"\s?(?P<later>{edged(said('sides', 'after'))}){no_money}(?:(?P<also>{edged(named)}){last})?|"
        rf"\s?(?P<both>{edged(_on_both_sides())}){last}|"
        rf"(?:, ?| ?\(| in )(?P<apart>{edged(word for word in named if len(word) > 1)}){last}"
    )


@cache
def _after_large() -> re.Pattern[str]:
    """Alone, for "3k sing dollars" are another word."""
    return re.compile(rf" (?P<word>{edged(said('sides', 'after_large'))})(?! [a-z]+s(?![a-z]))")


@cache
def _measures() -> str:
    return either(table("zh", "money")["against"]["after"])


@cache
def _tenth(name: str) -> str:
    cents = table("zh", "money")["cents"]
    return rf"(?:{either(cents[name])})(?!{either(cents['not_tenths'])})"


@cache
def _cents() -> re.Pattern[str]:
    return re.compile(rf"(?P<tail>\d|[{HAN_DIGITS}])(?:{_tenth('after_whole')}|(?![\d.万千百十a-z%-]|{_measures()}))")


@cache
def _tenths() -> re.Pattern[str]:
    return re.compile(rf"{_tenth('tenths')}(?P<tail>[{HAN_DIGITS}\d](?!\d|{_measures()}))?")


@cache
def _hundredths() -> re.Pattern[str]:
    """Eighteen pounds sixty, 4 euros 50, five dollars twenty five cents."""
    tens = either(word for word, value in SMALL.items() if value >= _TEN)
    ones = either(word for word, value in SMALL.items() if 0 < value < _TEN)
    cents = table("en", "money")["cents"]
    follows = rf"(?=\s?$|\s?[.,;!?)](?!\d)| (?:{either(cents['before'])})(?![a-z]))"
    return re.compile(
        rf" (?:and )?(?P<tail>\d\d|(?:{tens})(?:[ -](?:{ones}))?)(?: (?:{either(cents['names'])})(?![a-z])|{follows})"
    )


def price(text: str, figure: Figure) -> Price:
    tenths = _tenths().match(text, figure.end)
    if tenths:
        value = (figure.value + _digit(tenths["tail"]) / 10) / 10
        return Price(figure.start, tenths.end(), value, None, told=True)
    start, before = _leading(text, figure)
    end, after, cents = _following(text, figure)
    if before and not after and _is_count(text, figure):
        return Price(figure.start, figure.end, figure.value, None, told=False)
    code = _codes().get(after or "") or _codes().get(before or "")
    return Price(start, end, figure.value + cents, code, told=bool(before or after))


def _is_count(text: str, figure: Figure) -> bool:
    """The second number of 1.85 美金一个."""
    bare = figure.form is not Form.DIGITS and not figure.scaled
    return bare and bool(re.compile(_measures()).match(text, figure.end))


def _leading(text: str, figure: Figure) -> tuple[int, str | None]:
    near = text[max(0, figure.start - _REACH) : figure.start][::-1]
    found = _before().match(near)
    if not found and (figure.grouped or figure.scaled or (figure.doubtful and figure.value >= _LARGE)):
        found = _letter().match(near)
    return (figure.start - found.end(), found["code"][::-1]) if found else (figure.start, None)


def _following(text: str, figure: Figure) -> tuple[int, str | None, Decimal]:
    found = _after().match(text, figure.end)
    large = _after_large().match(text, figure.end) if figure.scaled or figure.grouped else None
    if large:
        return large.end(), large["word"], Decimal(0)
    if not found:
        return figure.end, None, Decimal(0)
    word = found["also"] or found["later"] or found["both"] or found["apart"]
    if word in _WHOLE:
        cents = _cents().match(text, found.end())
        return (cents.end(), word, _digit(cents["tail"]) / 10) if cents else (found.end(), word, Decimal(0))
    hundredths = _hundredths().match(text, found.end()) if word.isascii() and word.isalpha() else None
    if not hundredths or figure.form is Form.CHINESE or (figure.scaled and figure.form is Form.DIGITS):
        return found.end(), word, Decimal(0)
    return hundredths.end(), word, _of_hundred(hundredths["tail"])


def _of_hundred(said: str) -> Decimal:
    number = english(said.replace("-", " ").split(), {})
    return (number[0] if number else Decimal(said)) / 100


def _digit(one: str | None) -> Decimal:
    return (han(one) if one and not one.isascii() else None) or Decimal(one if one and one.isascii() else 0)
