"""Reads a target from words: "Anna visits 40 a month", "小李每季度回款50万"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from sales.measures import Measure
from sales.targets import Span
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.money import Sum, strongest, sums
from understanding.numbers import HAN_SMALL, SMALL
from understanding.spelling import plain

_LONGEST = 200
_ANY = "usd"
"""Put before a bare number, which then counts as a sum."""
_SIGNS = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class TargetWords:
    """What was read. `number` None: none was told; 0: there is to be no target. `left` is what may be a name.

    `currency` is the one that was said.
    """

    measure: Measure | None = None
    span: Span | None = None
    number: Decimal | None = None
    currency: str | None = None
    left: str = ""


def read_target(text: str) -> TargetWords:
    rest = plain(text[:_LONGEST]).strip()
    span, rest = _taken("spans", [one.value for one in Span], rest)
    measure, rest = _taken("measures", [one.value for one in Measure], rest)
    number, currency, rest = _number(_fill().sub(" ", rest))
    left = " ".join(rest.split()).strip(" ,:=.")
    return TargetWords(
        Measure(measure) if measure else None,
        Span(span) if span else None,
        number,
        currency,
        left if _SIGNS.search(left) else "",
    )


def _taken(group: str, names: Iterable[str], text: str) -> tuple[str | None, str]:
    """The first of these that is told, and the text without it."""
    for name in names:
        pattern = _said(group, name)
        if pattern is not None and (found := pattern.search(text)):
            return name, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def _number(text: str) -> tuple[Decimal | None, str | None, str]:
    none = _none().search(text)
    if none or re.fullmatch(r"\D*0\D*", text):
        return Decimal(0), None, re.sub("0", " ", _none().sub(" ", text))
    told = next(strongest(sums(text, ())), None)
    found, ahead = (told, 0) if told else (_bare(text), len(_ANY) + 1)
    if found is None:
        return None, None, text
    left = f"{text[: max(0, found.start - ahead)]} {text[max(0, found.end - ahead) :]}"
    return found.value, told.currency if told else None, left


def _bare(text: str) -> Sum | None:
    """The first number, whatever is said around it."""
    number = _first().search(text)
    if number is None:
        return None
    start = number.start()
    found = next(strongest(sums(f"{_ANY} {text[start:]}", ())), None)
    if found is None:
        return None
    begins = start + len(_ANY) + 1
    below = text[:start].endswith("-")
    return Sum(begins - below, found.end + start, -found.value if below else found.value, None, found.strength)


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"[\d{HAN_SMALL}]|(?<![a-z])(?:{'|'.join(SMALL)})(?![a-z])")


@cache
def _said(group: str, name: str) -> re.Pattern[str] | None:
    words = [word for one in LANGUAGES for word in table(one, "targets")[group].get(name, [])]
    return _pattern(words) if words else None


@cache
def _none() -> re.Pattern[str]:
    return _pattern([word for one in LANGUAGES for word in table(one, "targets")["none"]])


@cache
def _fill() -> re.Pattern[str]:
    return _pattern([word for one in LANGUAGES for word in table(one, "targets")["fill"]])


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Whole words in scripts that have words."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile("|".join(rf"(?<![a-z]){re.escape(word)}(?![a-z])" for word in longest))
