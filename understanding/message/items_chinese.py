"""Finds counted things in Chinese: 20台泵, 三箱瓷砖, 订了阀门20个."""

import re
from collections.abc import Iterator
from functools import cache

from understanding.lexicon.shelf import table
from understanding.message.thing import NOWHERE, Place, Thing
from understanding.numbers import HAN_SMALL

_LONGEST = 8
_THING = re.compile(r"[\u4e00-\u9fffa-z0-9-]+")


@cache
def _either(name: str) -> str:
    return "|".join(sorted(map(re.escape, table("zh", "items")[name].split()), key=len, reverse=True))


@cache
def _counted() -> re.Pattern[str]:
    number = rf"\d[\d,]{{0,8}}(?:\.\d{{1,3}})?|[{HAN_SMALL}几半]{{1,8}}"
    not_before = rf"(?<![a-z0-9.,第上下这每{HAN_SMALL}])"
    return re.compile(rf"{not_before}(?P<count>(?:{number})[万千百]?[多来]?) ?(?P<unit>{_either('units')})的?")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(_either("stops"))


@cache
def _nothing() -> re.Pattern[str]:
    return re.compile(_either("nothing"))


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf".*(?:{_either('leads')})")


def things(clause: str) -> Iterator[Thing]:
    for found in _counted().finditer(clause):
        if not _is_article(found):
            thing = _thing(clause, found)
            if thing:
                yield thing


def _is_article(found: re.Match[str]) -> bool:
    return found["count"] == "一" and found["unit"] in table("zh", "items")["no_single"].split()


def _thing(clause: str, found: re.Match[str]) -> Thing | None:
    """The thing follows, or stands before its number; else the measure alone tells it."""
    if _nothing().match(clause, found.end()):
        return None
    quantity, unit = found.span("count"), found.span("unit")
    name = _after(clause, found.end()) or _before(clause, found.start())
    if name:
        return Thing(name, quantity, unit)
    return Thing(unit, quantity, NOWHERE) if found["count"] != "一" else None


def _after(clause: str, start: int) -> Place | None:
    said = _THING.match(clause, start)
    if not said:
        return None
    stop = _stop().search(clause, start, said.end())
    end = stop.start() if stop else said.end()
    return (start, end) if 0 < end - start <= _LONGEST else None


def _before(clause: str, end: int) -> Place | None:
    """The thing stands between a verb and its number: 订了阀门20个."""
    lead = _lead().match(clause, max(0, end - 2 * _LONGEST), end)
    if not lead:
        return None
    start = lead.end()
    stop = _stop().search(clause, start, end)
    last = stop.start() if stop else end
    return (start, last) if 0 < last - start <= _LONGEST and _THING.fullmatch(clause, start, last) else None
