"""Tells the marks that only hold a date together ("05-Aug-2016", "mid-June") from those that mean "to"."""

import re
from functools import cache

from understanding.dates.words import words
from understanding.numbers import SMALL

JOINTS = frozenset("-/.:∙·•'")
_REACH = 18
_MINUTES = range(10, 60)
_HOURS = range(1, 13)


def joint(text: str, place: int) -> bool:
    """Whether the mark at `place` only joins what stands beside it."""
    if text[place] in "∙·•":
        return True
    before, after = text[max(0, place - _REACH) : place], text[place + 1 : place + _REACH]
    if after[:1].isalpha() and _dated().search(before):
        return False
    return any(first.search(before) and second.match(after) for first, second in _pairs().get(text[place], ()))


@cache
def _dated() -> re.Pattern[str]:
    """After a month the number ends a date ("Jan 1-Feb 5"), so that the mark means "to"."""
    return re.compile(rf"(?<![a-z])(?:{_any('month')})[-. /]{{0,2}}\d{{1,4}}(?:st|nd|rd|th)?$")


Pair = tuple[re.Pattern[str], re.Pattern[str]]


@cache
def _pairs() -> dict[str, list[Pair]]:
    """For each mark what stands before it and after it."""
    month, weekday, edge = (_any(name) for name in ("month", "weekday", "edge"))
    hours, minutes = (_spoken(some) for some in (_HOURS, _MINUTES))
    day = r"(?<!\d)\d{1,4}(?:st|nd|rd|th)?$"
    day_first = _pair(day, rf"(?:{month})(?![a-z])")
    month_first = _pair(rf"(?<![a-z])(?:{month})\.?$", r"\d")
    slashes = [day_first, month_first, (_dated(), re.compile(r"\d{4}(?!\d)"))]
    quarter = [_pair(r"(?<![a-z])q[1-4]$", r"(?:20)?\d\d(?!\d)"), _pair(r"(?<!\d)20\d\d$", r"q[1-4](?!\d)")]
    return {
        "/": [*slashes, *quarter],
        "-": [
            *slashes,
            *quarter,
            _pair(rf"(?<![a-z])(?:{weekday})$", rf"(?:{month})(?![a-z])"),
            _pair(rf"(?<![a-z])(?:{edge})$", r"[a-z]"),
            _pair(rf"(?<![a-z])(?:{hours})$", rf"(?:{minutes})(?![a-z])"),
            _pair(r"\d{4} ?$", r" ?\d\d?:\d\d"),
        ],
        ".": [_pair(day, rf" ?(?:{month})(?![a-z])")],
        ":": [_pair(r"\d{4}$", r" ?\d\d:\d\d")],
        "'": [_pair(r"(?:between|from) $", r"\d"), _pair(r"\d(?:[ap]m)?$", r"$|[.,;]")],
    }


def _pair(before: str, after: str) -> Pair:
    return re.compile(before), re.compile(after)


def _any(name: str) -> str:
    return "|".join(
        word for word, classes in words().classes.items() if name in classes and word.isascii() and word.isalpha()
    )


def _spoken(numbers: range) -> str:
    return "|".join(word for word, number in SMALL.items() if number in numbers)
