"""Finds what tells that something comes again by the moon: 农历每月初一, 每年农历八月十五, 每年农历闰四月初五."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from understanding.lexicon.shelf import table
from understanding.message.recurrence_days import Frequency, Rule
from understanding.numbers import HAN_SMALL, han

Found = tuple[int, int, Rule]
_TWENTY, _MONTHS, _DAYS = 20, 12, 30


def found(clause: str) -> Iterator[Found]:
    """Where a clause tells it, and the rule; 初五 is a lunar day also without the word for the calendar."""
    for told in _pattern().finditer(clause):
        rule = _rule(told)
        if rule:
            yield *told.span(), rule


@cache
def _words() -> dict[str, Any]:
    return dict(table("zh", "recurrences")["lunar"])


@cache
def _pattern() -> re.Pattern[str]:
    """With the calendar's name somewhere, or a day that only it has."""
    names, month, leap = _words()["names"], "|".join(_words()["months"]), _words()["leap"]
    day = rf"初[{HAN_SMALL}]|[廿二三]?十[{HAN_SMALL}]?|廿[{HAN_SMALL}]?"
    return re.compile(
        rf"(?P<name>{names})?的?(?:(?P<monthly>每个?月)|(?P<yearly>每年))的?(?P<later>{names})?的?"
        rf"(?(yearly)(?P<leap>{leap})?(?P<month>{month}|十[一二]|[{HAN_SMALL}]|\d\d?)月)的?(?P<day>{day})(?!号|日)"
    )


def _rule(told: re.Match[str]) -> Rule | None:
    if not (told["name"] or told["later"] or told["leap"] or told["day"].startswith("初")):
        return None
    day, month = _day(told["day"]), _month(told["month"]) if told["yearly"] else 0
    if not 0 < day <= _DAYS or not 0 <= month <= _MONTHS or (told["yearly"] and not month):
        return None
    frequency = Frequency.YEARLY if told["yearly"] else Frequency.MONTHLY
    return Rule(frequency, month_day=day, month=month, lunar=True, leap=bool(told["leap"]))


def _day(said: str) -> int:
    if said.startswith("廿"):
        return _TWENTY + int(han(said[1:]) or 0)
    return int(han(said.removeprefix("初")) or 0)


def _month(said: str) -> int:
    known = _words()["months"].get(said)
    return int(known or (said if said.isdigit() else han(said)) or 0)
