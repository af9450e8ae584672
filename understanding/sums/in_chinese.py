"""Numbers in Chinese numerals: 三千二, 十来万, 万把块, 两个亿, 壹拾贰万叁仟."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from understanding.lexicon.shelf import table
from understanding.numbers import HAN_DIGITS, HAN_SMALL, han
from understanding.sums.figure import Figure, Form, either

_ROUND = "多来余几把"
_TENS = "十拾"
_SCALES = "十百千万亿拾佰仟"
_LARGEST = "百千万亿佰仟"
_RANGE = re.compile("[一二三四五六七八九两][一二三四五六七八九两](?=[十百千万亿块元])")
_ONLY_SCALES = re.compile(f"[{_SCALES}]+")


@cache
def _pattern() -> re.Pattern[str]:
    said = table("zh", "money")["numerals"]
    # No digit follows the last one of 一万五: "一万五四天后".
    # But 一百二三十万 is vague.
    vague = "|".join(rf"(?<={one}){other}(?=[十百千万])" for one, other in pairwise("一二三四五六七八九"))
    after_last = rf"(?<=[{_LARGEST}][{HAN_DIGITS[2:]}])(?!{vague})[{HAN_DIGITS}]"
    one = rf"(?!{after_last})(?:[{HAN_SMALL}万亿]|半(?=个?[万亿]))"
    middle = rf"(?<=[{_SCALES}])[{_ROUND}](?=[{_SCALES}块元蚊圆])|(?<=[{HAN_DIGITS}十])个(?=[w万亿](?![a-z]))"
    begins = rf"(?!{either(said['begins'])})"
    number = rf"{begins}(?:(?!(?:{either(said['words'])})){one}|{middle}){{1,24}}(?P<slang>(?<=个)w)?"
    return re.compile(rf"(?<![{HAN_SMALL}万亿\d])(?P<number>{number})(?:[多来余几])?")


@cache
def _not_after() -> re.Pattern[str]:
    said = table("zh", "money")["numerals"]
    return re.compile(rf"(?:{either(said['not_after'])})(?<!{')(?<!'.join(said['but_after'])})$")


def in_chinese(text: str) -> Iterator[Figure]:
    for found in _pattern().finditer(text):
        figure = _figure(text, found)
        if figure:
            yield figure


def _figure(text: str, found: re.Match[str]) -> Figure | None:
    said = re.sub(f"[{_ROUND}个]", "", found["number"]).replace("w", "万")
    if _is_vague(text, found) or "半" in said[1:]:
        return None
    value = _half(said) if said.startswith("半") else han(said)
    if value is None:
        return None
    return Figure(
        found.start(),
        found.end(),
        value,
        Form.CHINESE,
        scaled=any(char in _LARGEST for char in said),
        elided=_is_elided(said),
        doubtful=bool(_ONLY_SCALES.fullmatch(found["number"])) and found["number"][0] not in _TENS,
    )


def _is_vague(text: str, found: re.Match[str]) -> bool:
    """几十万 and 七八块 are no sums; nor is what only names something: 百货, 千山."""
    said = found["number"]
    if len(said) == 1 and said in _SCALES:
        return True
    return bool(_not_after().search(text, max(0, found.start() - 6), found.start()) or _RANGE.search(said))


def _half(said: str) -> Decimal | None:
    """半个亿."""
    whole = han("一" + said[1:]) if said[1:] in ("万", "亿") else None
    return whole / 2 if whole else None


def _is_elided(said: str) -> bool:
    return len(said) > 1 and said[-1] in HAN_DIGITS and said[-2] in _LARGEST
