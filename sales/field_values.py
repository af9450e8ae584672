"""Reads what is written for a field of a card and gives it its one canonical text, or says why it is no such value."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from unicodedata import category, normalize

from sales.birthday_values import birthday_written
from sales.fields import Field, FieldKind
from sales.kinds import Calendar
from sales.money import Money
from sales.phones import phone_number

LONGEST = 500
"""The longest text of a field, in characters."""
MOST_DIGITS = 12
_LONGEST_CUSTOMER = 200


class Refusal(StrEnum):
    """Why something is no value of a field."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NO_CHOICE = "no_choice"
    NO_NUMBER = "no_number"
    NO_MONEY = "no_money"
    NO_DAYS = "no_days"
    NO_DAY = "no_day"
    NO_BIRTHDAY = "no_birthday"
    NO_PHONE = "no_phone"
    NO_EMAIL = "no_email"
    NO_PLACE = "no_place"
    NO_YES_NO = "no_yes_no"


NUMBERS_OF = {"zh": "CN"}
"""Where customers are, too, of whom people write in a language."""


@dataclass(frozen=True, slots=True)
class Customs:
    """How bare values are meant: the country (ISO 3166) of a number without one, the currency of a bare sum.

    `also` is the country of a number that is none at home: who writes Chinese has customers in China.
    """

    region: str
    currency: str
    also: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it is kept. `calendar` is a birthday's."""

    text: str
    calendar: Calendar | None = None


Read = Callable[[str, Customs], Value | Refusal]


def read_value(field: Field, written: str, customs: Customs) -> Value | Refusal:
    """The canonical value of what is written. What is canonical already stays as it is."""
    words = _clean(written)
    if not words:
        return Refusal.EMPTY
    if len(words) > LONGEST:
        return Refusal.TOO_LONG
    if field.kind is FieldKind.CHOICE:
        return _choice(field, words)
    return _READ[field.kind](words, customs)


def _clean(written: str) -> str:
    """One line without signs that nobody sees; the joiners of emoji stay."""
    seen = (" " if sign.isspace() else sign for sign in written[: 4 * LONGEST])
    kept = "".join(sign for sign in seen if category(sign) not in ("Cc", "Cf", "Cs") or sign == "\u200d")
    return " ".join(kept.split())


def _choice(field: Field, words: str) -> Value | Refusal:
    said = _plain(words)
    return next((Value(choice) for choice in field.choices if _plain(choice) == said), Refusal.NO_CHOICE)


def _plain(words: str) -> str:
    return normalize("NFKC", words).casefold().replace("_", " ")


def _text(words: str, _: Customs) -> Value | Refusal:
    return Value(words)


_COUNT = re.compile(r"\D{0,20}?(?P<count>\d{1,3}(?:[, ]\d{3})+|\d+)\s*(?P<scale>k|万)?\D{0,20}")
_SCALES = {"k": 1_000, "万": 10_000, None: 1}


def _number(words: str, _: Customs) -> Value | Refusal:
    """A whole number, with a word or two around it: "about 200 people", 200人."""
    found = _COUNT.fullmatch(_plain(words))
    digits = re.sub(r"\D", "", found["count"]) if found else ""
    if not found or len(digits) > MOST_DIGITS or "-" in words or re.search(r"\d\.\d", words):
        return Refusal.NO_NUMBER
    return Value(str(int(digits) * _SCALES[found["scale"]]))


_CANONICAL_SUM = re.compile(r"(\d{1,18}) ([A-Z]{3})")
_SUM = re.compile(
    r"(?P<before>[a-z]{3})?\s*(?P<value>\d[\d, ]*(?:\.\d+)?)\s*(?P<scale>k|m|万|亿)?\s*(?P<after>[a-z]{3})?"
)
_MONEY_SCALES = {"k": 10**3, "m": 10**6, "万": 10**4, "亿": 10**8, None: 1}


def money_text(money: Money) -> str:
    """A sum as it is kept: in the smallest unit."""
    return f"{money.minor} {money.currency}"


def money_of(text: str) -> Money:
    """The sum that is kept as this text."""
    minor, currency = text.split(" ")
    return Money(int(minor), currency)


def _money(words: str, customs: Customs) -> Value | Refusal:
    """Sums are kept in the smallest unit, so a bare "5000 SGD" cannot be told apart from one that is kept already.

    Therefore people's words go through `sum_written` first, and what comes here is canonical.
    """
    return Value(words) if _CANONICAL_SUM.fullmatch(words) else sum_written(words, customs)


def sum_written(words: str, customs: Customs) -> Value | Refusal:
    """A plain sum in whole units, such as 50,000, "SGD 50k" or 5万."""
    found = _SUM.fullmatch(_plain(words).strip())
    if not found or len(found["value"]) > MOST_DIGITS + 6:
        return Refusal.NO_MONEY
    value = Decimal(re.sub(r"[, ]", "", found["value"])) * _MONEY_SCALES[found["scale"]]
    currency = (found["before"] or found["after"] or customs.currency).upper()
    return Value(money_text(Money.of(value, currency)))


_LENGTH = re.compile(
    r"\D{0,20}?(?P<count>\d{1,4})\s*"
    r"(?P<unit>days?|d|天|日|weeks?|w|周|个?星期|months?|个?月|years?|年)?\D{0,12}"
)
_UNITS = {"w": 7, "周": 7, "星": 7, "m": 30, "月": 30, "y": 365, "年": 365}


def _days(words: str, _: Customs) -> Value | Refusal:
    """A length of time: "60", "net 60 days", "every 3 weeks", 月结60天."""
    found = _LENGTH.fullmatch(_plain(words))
    if not found or "-" in words:
        return Refusal.NO_DAYS
    unit = (found["unit"] or "d").removeprefix("个")
    return Value(str(int(found["count"]) * _UNITS.get(unit[0], 1)))


_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


def _day(words: str, _: Customs) -> Value | Refusal:
    found = _DAY.fullmatch(_plain(words))
    try:
        return Value(date(*map(int, found.groups())).isoformat()) if found else Refusal.NO_DAY
    except ValueError:
        return Refusal.NO_DAY


def _birthday(words: str, _: Customs) -> Value | Refusal:
    found = birthday_written(_plain(words))
    return Value(*found) if found else Refusal.NO_BIRTHDAY


def _phone(words: str, customs: Customs) -> Value | Refusal:
    number = phone_number(words, customs.region) or (phone_number(words, customs.also) if customs.also else None)
    return Value(number) if number else Refusal.NO_PHONE


_EMAIL = re.compile(r"[^\s@<>()\",;:]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")


def _email(words: str, _: Customs) -> Value | Refusal:
    address = normalize("NFKC", words).removeprefix("mailto:").lower()
    return Value(address) if _EMAIL.fullmatch(address) else Refusal.NO_EMAIL


_PLACE = re.compile(r".*?(?<![\d.])(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,3}(?:\.\d+)?)\D*")
_SIDE = re.compile(
    r"(?<=\d)\s?(?:[°度]\s?[NE]?|[NE])(?![^\W\d_])|(?:北纬|东经|(?<![^\W\d_])[NE])\s?(?=\d)", re.IGNORECASE
)
"""Degrees north and east, which the numbers say by themselves."""
_APART = re.compile(r"(?<=\d)(?:\s*[;；/、]\s*|\s+)(?=-?\d{1,3}\.\d)")
_POLE = 90
_DATE_LINE = 180


def _place(words: str, _: Customs) -> Value | Refusal:
    found = _PLACE.fullmatch(_APART.sub(",", _SIDE.sub("", words)))
    if not found:
        return Refusal.NO_PLACE
    north, east = found.groups()
    # Chinese maps write the longitude first.
    if abs(float(north)) > _POLE:
        north, east = east, north
    if abs(float(north)) > _POLE or abs(float(east)) > _DATE_LINE:
        return Refusal.NO_PLACE
    return Value(f"{north},{east}")


def _customer(words: str, _: Customs) -> Value | Refusal:
    return Value(words) if len(words) <= _LONGEST_CUSTOMER else Refusal.TOO_LONG


_YES = frozenset(["yes", "y", "true", "1", "是", "要", "对", "有"])
_NO = frozenset(["no", "n", "false", "0", "否", "不", "不要", "无", "没有"])


def _yes_no(words: str, _: Customs) -> Value | Refusal:
    said = _plain(words)
    return Value("yes") if said in _YES else Value("no") if said in _NO else Refusal.NO_YES_NO


_READ: dict[FieldKind, Read] = {
    FieldKind.TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: _money,
    FieldKind.DAYS: _days,
    FieldKind.DAY: _day,
    FieldKind.BIRTHDAY: _birthday,
    FieldKind.PHONE: _phone,
    FieldKind.EMAIL: _email,
    FieldKind.PLACE: _place,
    FieldKind.CUSTOMER: _customer,
    FieldKind.YES_NO: _yes_no,
}
