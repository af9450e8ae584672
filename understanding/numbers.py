"""Numbers in words: English phrases and Chinese numerals."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from understanding.lexicon.shelf import table

_TEN = 10
_TWENTY = 20

_EN, _ZH = table("en", "numbers"), table("zh", "numbers")
SMALL: dict[str, int] = {word: int(value) for word, value in _EN["small"].items()}
SCALES: dict[str, int] = {word: int(value) for word, value in _EN["scales"].items()}
ORDINALS: dict[str, int] = {word: int(value) for word, value in _EN["ordinals"].items()}
_DIGITS: dict[str, int] = {char: int(value) for char, value in _ZH["digits"].items()}
_TENS: dict[str, int] = {char: int(value) for char, value in _ZH["small"].items()}
_LARGE: dict[str, int] = {char: int(value) for char, value in _ZH["large"].items()}
_FUSED: dict[str, int] = {char: int(value) for char, value in _ZH["fused"].items()}

HAN_DIGITS = "".join(_DIGITS)
HAN_SMALL = HAN_DIGITS + "".join(_TENS) + "".join(_FUSED)
HAN = re.compile(f"[{HAN_SMALL}]+")

_HUNDRED = 100
LONGEST = 40
"""Longer runs of digits or numerals are no number that anybody means."""


def english(words: Sequence[str], scales: Mapping[str, int] = SCALES) -> tuple[Decimal, int] | None:
    """Read a number at the start of the words: its value and how many words it takes."""
    total, current, used, last = Decimal(0), Decimal(0), 0, 0
    for index, word in enumerate(words[:12]):
        if word in SMALL and _fits(last, SMALL[word]):
            current, last, used = current + SMALL[word], SMALL[word] or 1, index + 1
        elif word == "hundred" and current:
            current, last, used = current * 100, 100, index + 1
        elif word in scales and current:
            total, current, last, used = total + current * scales[word], Decimal(0), 100, index + 1
        elif not (word == "and" and last >= _HUNDRED):
            break
    return (total + current, used) if used else None


def _fits(last: int, value: int) -> bool:
    """Units follow tens, anything follows a scale."""
    return last in (0, _HUNDRED) or (last >= _TWENTY and value < _TEN)


def han(numeral: str) -> Decimal | None:
    """Read a Chinese numeral such as 三十五万八, 二零二六 or 三千二."""
    if not 0 < len(numeral) <= LONGEST:
        return None
    if all(char in _DIGITS for char in numeral):
        return Decimal("".join(str(_DIGITS[char]) for char in numeral))
    return _scaled(numeral)


def _scaled(numeral: str) -> Decimal:
    total, section, digit, unit = Decimal(0), Decimal(0), None, 1
    for char in numeral:
        if char in _DIGITS:
            digit, unit = _DIGITS[char], 1 if char in "零〇" else unit
        elif char in _FUSED:
            section += _FUSED[char]
        elif char in _TENS:
            section, digit, unit = _raised(section, digit, unit, _TENS[char]), None, _TENS[char]
        elif char in _LARGE:
            total, section = _multiplied(total, section + (digit or 0), _LARGE[char]), Decimal(0)
            digit, unit = None, _LARGE[char]
    return total + section + _tail(digit, unit)


def _raised(section: Decimal, digit: int | None, unit: int, times: int) -> Decimal:
    """Scales fall, as in 三千二百; where they rise all is multiplied: 十一千 is 11000 in Malaysia."""
    if section and times > unit > 1:
        return (section + (digit or 0)) * times
    return section + (1 if digit is None else digit) * times


def _multiplied(total: Decimal, section: Decimal, times: int) -> Decimal:
    """一亿两千万 adds 2000 times 10000 to what was said; 两万亿 multiplies it. 万五 is 15000."""
    if total > times:
        return total + (section or Decimal(1)) * times
    return ((total + section) or Decimal(1)) * times


def _tail(digit: int | None, unit: int) -> int:
    """The last digit counts in tenths of the unit before it: 三千二 is 3200, 二十五 is 25."""
    return (digit or 0) * (unit // 10 if unit > _TEN else 1)
