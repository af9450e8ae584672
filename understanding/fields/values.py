"""From the words that tell a value of a field to its canonical text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sales.field_values import money_text
from understanding.answers import amount_in
from understanding.fields.slots import lengths
from understanding.numbers import english, han

_LONGEST = 40
_NUMBER = re.compile(r"\d[\d,]*|[零一二两三四五六七八九十百千万亿半]+|[a-z]+")
_UNITS = (
    ("month", 30),
    ("mth", 30),
    ("月", 30),
    ("w", 7),
    ("周", 7),
    ("星期", 7),
    ("礼拜", 7),
    ("季", 90),
    ("quarter", 90),
)
_CLASSES = ("class", "grade", "tier", "category", "类", "级")
_MOST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a value as they were written, and the whole saying `around` them."""

    value: str
    around: str
    currency: str


def value_told(field: str, words: Words) -> str | None:
    """The canonical text; None: no value after all."""
    return _READ.get(field, _as_said)(words)


def _money(words: Words) -> str | None:
    amount = amount_in(words.value, words.currency)
    return money_text(amount) if amount and amount.minor > 0 else None


def _days(words: Words) -> str | None:
    days = days_in(words.value.lower())
    return str(days) if days else None


def days_in(plain: str) -> int | None:
    """How long: "3 weeks", 两个月, "every quarter"."""
    if plain in lengths():
        return lengths()[plain]
    words = re.sub(r"^(?:every|每隔?)\s?", "", plain)
    number = _number(words)
    unit = next((days for sign, days in _UNITS if sign in words.lstrip("0123456789 -")), 1)
    return number * unit if number and number * unit <= _MOST_DAYS else None


def _count(words: Words) -> str | None:
    number = _number(words.value.lower())
    return str(number) if number else None


def _number(words: str) -> int | None:
    found = _NUMBER.match(words)
    if not found:
        return None
    said = found[0].replace(",", "")
    if said.isdecimal():
        return int(said)
    value = han(said) if not said.isascii() else (english([said]) or (1 if said == "a" else None, 0))[0]
    return int(value) if value else None


def _grade(words: Words) -> str | None:
    """A small letter is a class only beside a word for it: "is a customer" tells none."""
    known = words.value.isupper() or any(word in words.around.lower() for word in _CLASSES)
    return words.value.upper() if known else None


def _as_said(words: Words) -> str | None:
    return words.value if 0 < len(words.value) <= _LONGEST else None


_READ: dict[str, Callable[[Words], str | None]] = {
    "credit_limit": _money,
    "budget": _money,
    "payment_terms": _days,
    "purchase_frequency": _days,
    "head_count": _count,
    "grade": _grade,
    "credit_grade": lambda words: words.value.upper(),
    "address": lambda words: words.value,
}
