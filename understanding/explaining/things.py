"""Shows what was noticed in a message: customers and who else may be meant, dates, sums, people, facts, competitors."""

import itertools
from collections.abc import Iterable, Iterator

from understanding.dates.when import DAY, Grain, When
from understanding.directory import Directory
from understanding.explaining.columns import Row, one_line
from understanding.message.money import Sum
from understanding.message.notice import NEW, Noticed

_STRENGTHS = {1: "perhaps money", 2: "money", 3: "surely money"}


def thing_rows(noticed: Noticed, directory: Directory, currency: str) -> Iterator[Row]:
    """What it is, its words, what it is taken for, and how sure that is."""
    rows = itertools.chain(
        _customers(noticed, directory), _dates(noticed), _sums(noticed, currency), _people(noticed), _others(noticed)
    )
    yield from rows


def _customers(noticed: Noticed, directory: Directory) -> Iterator[Row]:
    for one in noticed.named:
        some = [f"{_name(directory, key)} {chance(score)}" for key, score in one.scores]
        told = "nobody known: a new one" if one.key == NEW else ", ".join(some)
        sure = noticed.mentions[one.key].sure if one.key == NEW else one.sure
        yield "customer", said(noticed, one.start, one.end), told, chance(sure)


def _name(directory: Directory, key: int) -> str:
    known = directory.get(key)
    return one_line(known.name) if known else "?"


def _dates(noticed: Noticed) -> Iterator[Row]:
    for one in noticed.dates:
        back, ahead = (interval(when) for when in (noticed.sides[one.start].back, noticed.sides[one.start].ahead))
        told = ahead if back == ahead else f"looking back {back}, ahead {ahead}"
        yield "date", said(noticed, one.start, one.end), told, ""


def interval(when: When | None) -> str:
    """As short as its grain allows; a second possible day stands behind "or"."""
    if when is None:
        return "nothing"
    other = f" or {when.other:%a %Y-%m-%d}" if when.other and not when.clock else ""
    return " ".join(filter(None, (when.bound.value, when.edge.value, _from_to(when)))) + other


def _from_to(when: When) -> str:
    if when.clock or when.grain < Grain.DAY:
        start = f"{when.start:%a %Y-%m-%d %H:%M}"
        return start if when.grain is Grain.MINUTE else f"{start}..{when.end:%H:%M}"
    last = when.end - DAY
    return f"{when.start:%a %Y-%m-%d}" + (f"..{last:%a %Y-%m-%d}" if last > when.start else "")


def _sums(noticed: Noticed, currency: str) -> Iterator[Row]:
    for one in all_sums(noticed):
        told = f"{one.value:,f} {one.currency or currency}"
        spent = ", spent by the rep" if one.spent else ""
        yield "sum", said(noticed, one.start, one.end), told, _STRENGTHS[one.strength] + spent


def all_sums(noticed: Noticed) -> list[Sum]:
    return [one for clause in noticed.clauses for one in clause.sums]


def _people(noticed: Noticed) -> Iterator[Row]:
    for one in noticed.offered:
        kept = "" if one in noticed.people else ", too little to be kept"
        yield "person", said(noticed, one.start, one.end), one_line(one.name), chance(one.sure) + kept


def _others(noticed: Noticed) -> Iterator[Row]:
    for told in noticed.facts:
        calendar = f" ({told.calendar.value})" if told.calendar else ""
        yield told.field.value, said(noticed, told.start, told.end), one_line(told.value) + calendar, ""
    for one in noticed.rivals:
        yield "competitor", said(noticed, one.start, one.end), _words(noticed, one.saying), chance(one.sure)


def _words(noticed: Noticed, stretch: Iterable[int]) -> str:
    start, end = stretch
    return f"as told by: {said(noticed, start, end)}"


def said(noticed: Noticed, start: int, end: int) -> str:
    return one_line(noticed.text[start:end])


def chance(value: float) -> str:
    return f"{value:.2f}"
