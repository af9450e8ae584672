"""Reads an exchange rate from words: "USD 7.12 from 1 Nov", "100 JPY = 4.85 CNY", "汇率 美元 7.12 从11月1日起"."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from understanding.dates.finding import phrases
from understanding.dates.when import Frame
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.spelling import plain

_LONGEST = 300
_NUMBER = r"\d{1,12}(?:\.\d{1,12})?"
_SHAPE = (
    r"(?:(?P<units>{number})\s*)?(?P<one>{name})\s*"
    r"(?:=|:|is|at|on|是|为|兑|等于)?\s*(?P<value>{number})\s*(?P<into>{name})?"
)
_SIGNS = re.compile(r"[^\W_]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class RateWords:
    """One `currency` is worth `value` of `into` (None: not said) from the day `since` on.

    `currency` None: no rate was read. `since` None: of no day was spoken. `unread` is what is left over.
    """

    currency: str | None = None
    value: Decimal = Decimal(0)
    into: str | None = None
    since: date | None = None
    unread: str = ""


def asked_rate(text: str) -> str | None:
    """What follows the words by which somebody begins to tell a rate; None: they tell of something else."""
    spelled = plain(text[:_LONGEST]).strip()
    begun = _begins().match(spelled)
    return spelled[begun.end() :] if begun else None


def read_rate(text: str, at: datetime) -> RateWords:
    """`at` is the local time of the message; a day without a year is the one that is nearest to it."""
    spelled = _THOUSANDS.sub("", plain(text[:_LONGEST]).strip())
    begun = _begins().match(spelled)
    spelled = spelled[begun.end() :] if begun else spelled
    found = _rate().match(spelled)
    if found is None:
        return RateWords(unread=spelled)
    units, value = Decimal(found["units"] or 1), Decimal(found["value"])
    into = _code(found["into"]) if found["into"] else None
    rest = spelled[found.end() :]
    since, left = _since(rest, at)
    return RateWords(_code(found["one"]), value / units if units else Decimal(0), into, since, left)


def _since(rest: str, at: datetime) -> tuple[date | None, str]:
    frame = Frame(at.replace(tzinfo=None))
    for phrase in phrases(rest):
        read = [when.start.date() for lean in (-1, 1) if (when := phrase.read(frame.looking(lean)))]
        if read:
            return min(read, key=lambda day: abs(day - at.date())), ""
    left = rest.strip()
    return None, left if _SIGNS.search(left) else ""


def _code(name: str) -> str:
    return _names().get(name, name.upper())


@cache
def _names() -> dict[str, str]:
    """What the lexicon calls currencies; the company's own needs no rate."""
    return {
        word: code
        for language in LANGUAGES
        for code, words in table(language, "money")["currencies"].items()
        for word in words
        if code != "own"
    }


@cache
def _rate() -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(_names(), key=len, reverse=True)))
    name = rf"(?:{said}|[a-z]{{3}})(?![a-z])"
    shape = _SHAPE.replace("{number}", _NUMBER).replace("{name}", name)
    return re.compile(shape)


@cache
def _begins() -> re.Pattern[str]:
    said = [word for language in LANGUAGES for word in table(language, "money")["rates"]["begin"]]
    words = "|".join(map(re.escape, sorted(said, key=len, reverse=True)))
    return re.compile(rf"(?:{words})(?![a-z])[\s:]*")
