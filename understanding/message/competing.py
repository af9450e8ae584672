"""Tells which competitors a message speaks of, and which of its sums are their prices."""

import itertools
import re
from dataclasses import dataclass
from functools import cache

from understanding.findings import Competitor, Moment, Span
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.actions import MARKS
from understanding.message.clauses import Clause
from understanding.message.money import Sum
from understanding.message.notice import Noticed
from understanding.message.rivals import Rival

_NOBODY_SURE = 0.6
_REACH = 16
_CLOSE = 3
_MOST = 4
"""More unnamed competitors than anybody speaks of in one clause."""


@dataclass(frozen=True, slots=True)
class Competing:
    """A competitor at `start` up to `end`, by name or as somebody; `sums` are said of it, one of them its `price`."""

    name: str | None
    start: int
    end: int
    clause: Clause
    sums: tuple[Sum, ...]
    price: Sum | None
    sure: float


def competitors(noticed: Noticed, moment: Moment) -> tuple[Competitor, ...]:
    """Everybody once, with the price if it is told anywhere."""
    found: dict[str, Competing] = {}
    for one in competing(noticed):
        key = (one.name or "").casefold()
        if key not in found or (one.price and not found[key].price):
            found[key] = one
    return tuple(_competitor(noticed, one, moment) for one in found.values())


def prices_of_competitors(noticed: Noticed) -> frozenset[int]:
    """Where the sums begin that are no amounts of the customer's entries."""
    return frozenset(one.start for other in competing(noticed) for one in other.sums)


def competing(noticed: Noticed) -> tuple[Competing, ...]:
    """All that is said of competitors, in order."""
    if not noticed.rivals and not any(word in noticed.spelled for word in _words("nobody")):
        return ()
    return tuple(one for clause in noticed.clauses for one in _named(noticed, clause) or _nobody(noticed, clause))


def _named(noticed: Noticed, clause: Clause) -> list[Competing]:
    here = [one for one in noticed.rivals if clause.start <= one.start < clause.end]
    ends = [*(one.start for one in here[1:]), clause.end]
    return [_of(noticed, clause, one, end) for one, end in zip(here, ends, strict=False)]


def _of(noticed: Noticed, clause: Clause, one: Rival, end: int) -> Competing:
    name = noticed.text[one.start : one.end]
    return _priced(noticed, clause, Competing(name, one.start, one.end, clause, (), None, one.sure), end)


def _nobody(noticed: Noticed, clause: Clause) -> list[Competing]:
    """Somebody without a name counts only with something that is said of them."""
    spelled = noticed.spelled
    return [
        one
        for found in itertools.islice(_pattern("nobody").finditer(spelled, clause.start, clause.end), _MOST)
        if not _before("not_ours").search(spelled, max(clause.start, found.start() - _REACH), found.start())
        and (one := _priced(noticed, clause, _somebody(clause, found), clause.end))
        and (_pattern("said").search(spelled, clause.start, clause.end) or _are_in(one.sums, clause))
    ][:1]


def _are_in(sums: tuple[Sum, ...], clause: Clause) -> bool:
    return any(clause.start <= one.start < clause.end for one in sums)


def _somebody(clause: Clause, found: re.Match[str]) -> Competing:
    return Competing(None, found.start(), found.end(), clause, (), None, _NOBODY_SURE)


def _priced(noticed: Noticed, clause: Clause, one: Competing, end: int) -> Competing:
    sums = _sums_after(noticed, clause, one.end, end) or _sum_right_before(clause, one)
    if not sums and end == clause.end:
        sums = _sums_of_next(noticed, clause)
    price = next((each for each in sums if not _tells_difference(noticed, each)), None)
    return Competing(one.name, one.start, one.end, clause, tuple(sums), price, one.sure)


def _sums_after(noticed: Noticed, clause: Clause, start: int, end: int) -> list[Sum]:
    """Up to where the talk turns to us."""
    turn = _pattern("turns").search(noticed.spelled, start, end)
    return [one for one in clause.sums if start <= one.start < (turn.start() if turn else end) and not one.spent]


def _sum_right_before(clause: Clause, one: Competing) -> list[Sum]:
    return [each for each in clause.sums if 0 <= one.start - each.end <= _REACH and not each.spent][-1:]


def _sums_of_next(noticed: Noticed, clause: Clause) -> list[Sum]:
    """A clause that is nothing but a sum, or tells a price at once, speaks of them still."""
    index = noticed.clauses.index(clause)
    after = next(iter(noticed.clauses[index + 1 : index + 2]), None)
    if after is None or after.sentence != clause.sentence or not after.sums or after.named:
        return []
    start = after.end - len(noticed.spelled[after.start : after.end].lstrip(MARKS))
    told = _pattern("price").match(noticed.spelled, start, after.end)
    first = after.sums[0]
    return _sums_after(noticed, after, after.start, after.end) if told or first.start - start <= _CLOSE else []


def _tells_difference(noticed: Noticed, one: Sum) -> bool:
    before = _before("apart_before").search(noticed.spelled, max(0, one.start - _REACH), one.start)
    return bool(
        before or _pattern("apart_after").match(noticed.spelled, one.end + noticed.spelled.startswith(" ", one.end))
    )


def _competitor(noticed: Noticed, one: Competing, moment: Moment) -> Competitor:
    keys = noticed.about[noticed.clauses.index(one.clause)]
    return Competitor(
        name=one.name,
        price=one.price.money(moment.currency) if one.price else None,
        text=" ".join(noticed.text[one.clause.start : one.clause.end].split()).strip(MARKS),
        customer=noticed.mentions.get(keys[0]) if keys else None,
        spans=(Span(one.start, one.end), *(Span(each.start, each.end) for each in one.sums)),
        sure=one.sure,
    )


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for language in LANGUAGES for word in table(language, "competitors")[name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted((_edged(word) for word in _words(name)), key=len, reverse=True)))


@cache
def _before(name: str) -> re.Pattern[str]:
    """The words right before something."""
    return re.compile(rf"(?:{_pattern(name).pattern})\s?$")


def _edged(word: str) -> str:
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word)
