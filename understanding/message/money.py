"""Finds sums of money: a number is money by its currency, its scale or the words beside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from sales.money import Money
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.numbers import HAN_SMALL, SCALES, SMALL, english, han

_TEN = 10
_THOUSAND = 1000

LONGEST = 15
"""Digits beyond which a number is no sum."""
_LEAST = 100
"""A smaller bare number counts things, unless a currency stands beside it."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount at `start` up to `end` of the text; `strength` tells how plainly it is money (1 to 3)."""

    start: int
    end: int
    value: Decimal
    currency: str | None
    strength: int

    def money(self, default: str) -> Money:
        return Money.of(self.value, self.currency or default)


@dataclass(frozen=True)
class _Patterns:
    sums: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    codes: dict[str, str | None]
    scales: dict[str, Decimal]


@cache
def _patterns() -> _Patterns:
    codes: dict[str, str | None] = {}
    scales: dict[str, Decimal] = {}
    before: list[str] = []
    after: list[str] = []
    for language in LANGUAGES:
        told = table(language, "money")
        scales |= {word: Decimal(value) for word, value in told["scales"].items()}
        codes |= {word: None if code == "own" else code for code, some in told["currencies"].items() for word in some}
        before += told["context"]["before"]
        after += told["context"]["after"]
    return _Patterns(_sums(codes, scales), _beside(before, "{}$"), _beside(after, "^{}"), codes, scales)


def _beside(words: list[str], shape: str) -> re.Pattern[str]:
    some = "|".join(sorted((_edged(word) for word in words), key=len, reverse=True))
    return re.compile(shape.format(rf"\s*(?:{some})[\s:]*"))


def _edged(word: str) -> str:
    bare = re.escape(word)
    start, end = (r"\b" if one.isascii() and one.isalnum() else "" for one in (word[0], word[-1]))
    return f"{start}{bare}{end}"


def _sums(codes: Iterable[str], scales: Iterable[str]) -> re.Pattern[str]:
    currency = "|".join(sorted((_edged(code) for code in codes), key=len, reverse=True))
    prefix = "|".join(sorted((re.escape(code) for code in codes), key=len, reverse=True))
    scale = "|".join(sorted(map(re.escape, scales), key=len, reverse=True))
    spoken = "|".join(sorted({*SMALL, *SCALES}, key=len, reverse=True))
    digits = rf"(?P<digits>\d[\d,]{{0,24}}(?:\.\d{{1,4}})?)(?P<scale>\s?(?:{scale})(?![a-z]))?"
    digits += rf"(?P<tail>[{HAN_SMALL}\d]{{0,4}}(?=$|[^\d.点]|\.(?!\d)))"
    chinese = rf"(?P<han>(?:(?!一[直点共下些样起定会旦切个年月])[{HAN_SMALL}万亿]){{1,24}})"
    words = r"(?P<words>\b(?:(?:a )?(?:half|quarter)(?: of)?(?: a)? (?:million|lakh|crore)"
    words += rf"|(?:(?:{spoken})\b[ -]?(?:and )?){{1,12}}))"
    return re.compile(rf"(?P<pre>(?<![a-z])(?:{prefix})\s?)?(?:{digits}|{chinese}|{words})(?P<post>\s?(?:{currency}))?")


def sums(text: str, taken: Iterable[tuple[int, int]]) -> list[Sum]:
    """Find the sums of a text in plain spelling, outside the stretches that are dates, phones and the like."""
    blocked = list(taken)
    found = (_sum(text, match) for match in _patterns().sums.finditer(text))
    return [one for one in found if one and not any(one.start < end and start < one.end for start, end in blocked)]


def _sum(text: str, match: re.Match[str]) -> Sum | None:
    scaled = _value(match)
    if scaled is None or scaled[0] <= 0:
        return None
    value, has_scale = scaled
    end = match.start() + len(match[0].rstrip())
    strength = _strength(text, match, value, has_scale=has_scale)
    return Sum(match.start(), end, value, _currency(match), strength) if strength else None


def _currency(match: re.Match[str]) -> str | None:
    for side in ("post", "pre"):
        said = (match[side] or "").strip()
        if code := _patterns().codes.get(said):
            return code
    return None


def _value(match: re.Match[str]) -> tuple[Decimal, bool] | None:
    if match["han"]:
        return _han_value(match["han"])
    if match["words"]:
        return _words_value(match["words"].split())
    return _digits_value(match)


def _han_value(said: str) -> tuple[Decimal, bool] | None:
    value = han(said)
    return (value, any(char in "百千万亿" for char in said)) if value is not None else None


def _words_value(words: list[str]) -> tuple[Decimal, bool] | None:
    if words[0] in ("a", "half", "quarter"):
        part = Decimal("0.5") if "half" in words else Decimal("0.25")
        return part * SCALES[words[-1]], True
    number = english([piece for word in words for piece in word.split("-")])
    return (number[0], any(word in SCALES for word in words)) if number else None


def _digits_value(match: re.Match[str]) -> tuple[Decimal, bool] | None:
    digits = match["digits"].rstrip(",").replace(",", "")
    if len(digits) > LONGEST:
        return None
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return None
    scale = (match["scale"] or "").strip()
    if not scale:
        return value, False
    times = _patterns().scales[scale]
    return value * times + _tail(match["tail"], times), True


def _tail(said: str, times: Decimal) -> Decimal:
    """9万8 is 98000, 3千六 is 3600, 12万5千 is 125000."""
    if not said:
        return Decimal(0)
    value = Decimal(said) if said.isdigit() else han(said) or Decimal(0)
    return value * times / 10 if value < _TEN else value


def _strength(text: str, match: re.Match[str], value: Decimal, *, has_scale: bool) -> int:
    if match["pre"] or match["post"]:
        return 3
    start, end = match.start(), match.end()
    if _counts(text, match, end):
        return 0
    if has_scale and value >= _LEAST:
        return 2 if match["digits"] or value >= _THOUSAND else _by_context(text, start, end)
    if not match["digits"] or value < _LEAST or _looks_like_a_code(text, match):
        return 0
    return _by_context(text, start, end)


_COUNTED = re.compile(
    r"\s?(?:[个台套件平盏箱吨桶斤条张瓶包人家盒码号楼只头颗株支把块板卷片份次位名页轴年月日天周%米寸尺里度转折点成股]|"
    r"%|°|(?:kg|km|cm|mm|pcs|pieces|units|unit|boxes|bags|sets|tonnes?|tons?|bottles|cartons|pallets|people|rpm|volts?|watts?|"
    r"beds|seats|hectares|acres|lit(?:er|re)s?|metres?|meters?|miles|hours?|days?|weeks?|months?|years?|minutes?|mins?|"
    r"cases|drums|kegs|doors|trucks|sites|staff|rooms?|head|lb|ft|ml|kwp?|kva|hp|am|pm)\b)"
)


def _counts(text: str, match: re.Match[str], end: int) -> bool:
    """A number before a measure word counts things; 块 is a measure of money."""
    found = _COUNTED.match(text, end)
    if not found or (match["digits"] is None and match["words"] is None and "万" in (match["han"] or "")):
        return bool(found) and found is not None and "块" not in found[0] and found[0].strip() not in ("年", "多")
    return "块" not in found[0]


def _looks_like_a_code(text: str, match: re.Match[str]) -> bool:
    """R22, VMC850, 0512-5288, 4020 after a word such as "model" are no sums."""
    before = text[max(0, match.start() - 1) : match.start()]
    digits = match["digits"]
    return (bool(re.match(r"[\w#/.:-]", before)) and not "\u4e00" <= before <= "\u9fff") or (
        digits[0] == "0" and len(digits) > 1
    )


def _by_context(text: str, start: int, end: int) -> int:
    patterns = _patterns()
    near = text[max(0, start - 24) : start], text[end : end + 16]
    grouped = "," in text[start:end] or "." in text[start:end].rstrip(".")
    before = bool(patterns.before.search(near[0])) and not re.search(r"\bno\.?\s*$", near[0])
    after = bool(patterns.after.search(near[1]))
    return 2 if before and after else int(before or after or grouped)


def strongest(found: Iterable[Sum]) -> Iterator[Sum]:
    return iter(sorted(found, key=lambda one: (-one.strength, one.start)))
