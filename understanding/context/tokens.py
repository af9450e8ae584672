"""Cuts a message into the tokens that the network reads: words, characters, and each noticed thing as one."""

import itertools
import re
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from understanding.customers.mentions import Named
from understanding.dates.finding import DatePhrase
from understanding.dates.sides import Sides
from understanding.dates.when import Grain
from understanding.message.cues import Cue
from understanding.message.facts import Told
from understanding.message.money import Sum
from understanding.message.notice import NEW, Noticed
from understanding.message.people import Person
from understanding.spelling import is_han

SIZE = 1 << 15
"""Rows of the embedding; unrelated features may share one."""
MOST = 360
"""Tokens that are read; hardly anybody says more in one message."""
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d.,:/]*\d|\d|[\u3400-\u9fff]|[^\s\w]|\S")
_AFFIX = 3

Thing = Named | Told | DatePhrase | Sum | Person


class Sort(IntEnum):
    """What a token stands for."""

    WORD = 0
    CUSTOMER = 1
    FACT = 2
    DATE = 3
    SUM = 4
    PERSON = 5


class Token(NamedTuple):
    """A word or a noticed `thing` at `start` up to `end`; `features` are rows of the embedding."""

    start: int
    end: int
    sort: Sort
    features: tuple[int, ...]
    thing: Thing | None = None


@lru_cache(maxsize=100_000)
def row(feature: str) -> int:
    return zlib.crc32(feature.encode(errors="replace")) % SIZE


def tokens(noticed: Noticed) -> list[Token]:
    if not any(char.isalpha() for char in noticed.spelled):
        return []
    things = list(_apart(noticed))
    found = [_token(noticed, sort, one) for sort, one in things]
    words = _words(noticed.spelled, [(one.start, one.end) for one in found], noticed.cues)
    found += itertools.islice(words, MOST)
    found.sort(key=lambda one: one.start)
    return found[:MOST]


def _apart(noticed: Noticed) -> Iterator[tuple[Sort, Thing]]:
    """Things that do not overlap; where two do, the one that stands earlier in this list is taken."""
    some: list[tuple[Sort, Thing]] = [
        *((Sort.CUSTOMER, one) for one in noticed.named),
        *((Sort.FACT, one) for one in noticed.facts),
        *((Sort.DATE, one) for one in noticed.dates),
        *((Sort.SUM, one) for clause in noticed.clauses for one in clause.sums),
        *((Sort.PERSON, one) for one in noticed.offered),
    ]
    taken: list[tuple[int, int]] = []
    for sort, one in some:
        if not any(one.start < end and start < one.end for start, end in taken):
            taken.append((one.start, one.end))
            yield sort, one


def _words(spelled: str, taken: list[tuple[int, int]], all_cues: list[Cue]) -> Iterator[Token]:
    place, cued = 0, _cued(all_cues)
    for start, end in [*sorted(taken), (len(spelled), len(spelled))]:
        before = ""
        for found in _WORD.finditer(spelled, place, max(place, start)):
            word, (first, last) = found[0], found.span()
            beside = (before, spelled[last : last + 1]) if is_han(word) else ("", "")
            yield Token(first, last, Sort.WORD, cued.get(first, ()) + _spelt(word, *beside))
            before = word
        place = max(place, end)


def _cued(all_cues: list[Cue]) -> dict[int, tuple[int, ...]]:
    """For each character the rows of the cues over it."""
    within: dict[int, list[int]] = {}
    for cue in all_cues:
        about = row(f"cue {cue.name}")
        for place in range(cue.start, cue.end):
            within.setdefault(place, []).append(about)
        within[cue.start].append(row(f"cue {cue.name} begins"))
    return {place: tuple(some) for place, some in within.items()}


@lru_cache(maxsize=50_000)
def _spelt(word: str, before: str, after: str) -> tuple[int, ...]:
    """The rows of a word; of a character also beside those before and after it, which are empty for other words."""
    if is_han(word):
        some = [f"w {word}", f"< {before}{word}", f"> {word}{after}"]
    elif word[0].isdigit():
        some = ["number", f"digits {min(len(word), 6)}", f"w {word}" if len(word) < _AFFIX else "w #"]
    else:
        some = [f"w {word}"]
        if len(word) > _AFFIX:
            some += [f"p {word[:4]}", f"s {word[-_AFFIX:]}", f"p {word[:6]}"]
    return tuple(row(one) for one in some)


def _token(noticed: Noticed, sort: Sort, one: Thing) -> Token:
    some = [f"sort {sort}", *_about(noticed, one)]
    return Token(one.start, one.end, sort, tuple(row(name) for name in some), one)


def _about(noticed: Noticed, one: Thing) -> Iterator[str]:
    match one:
        case Named():
            yield "new" if one.key == NEW else f"sure {round(one.sure * 5)}"
        case Told():
            yield f"fact {one.field}"
        case DatePhrase():
            yield from _date(noticed.sides[one.start])
            yield from (f"in date {word}" for word in _WORD.findall(noticed.spelled[one.start : one.end])[:6])
        case Sum():
            yield from (f"sum {one.strength}", f"currency {bool(one.currency)}", f"spent {one.spent}")
        case Person():
            yield from (f"person {round(one.sure * 5)}", f"han {is_han(one.name[:1])}", f"ends {one.name[-1:].lower()}")


def _date(seen: Sides) -> Iterator[str]:
    way, ahead = seen.way, seen.ahead
    yield f"way {way}"
    if ahead:
        yield from (f"bound {ahead.bound}", f"grain {Grain(ahead.grain).name}", f"clock {ahead.clock}")
        yield from (f"edge {ahead.edge}", f"spread {ahead.spread}", f"way {way} {ahead.bound}")


class Stand(IntEnum):
    """How a token stands to the customer from whose view the message is read."""

    OUTSIDE = 0
    """The rules count its clause to another customer."""
    INSIDE = 1
    """The rules count its clause to this one."""
    NAME = 2
    """It names this one."""
    OTHER = 3
    """It names another one."""
    FREE = 4
    """Its clause belongs to nobody."""


def stands(noticed: Noticed, some: list[Token], keys: Iterable[int]) -> list[list[Stand]]:
    """Each token as seen from each customer."""
    owners = list(_owners(noticed, some))
    return [[_stand(one, of, key) for one, of in zip(some, owners, strict=True)] for key in keys]


def _owners(noticed: Noticed, some: list[Token]) -> Iterator[tuple[int, ...]]:
    """The customers of the clause that each token stands in."""
    starts = [clause.start for clause in noticed.clauses]
    for one in some:
        place = bisect_right(starts, one.start) - 1
        yield noticed.about[place] if place >= 0 and one.start < noticed.clauses[place].end else ()


def _stand(one: Token, owners: tuple[int, ...], key: int) -> Stand:
    if one.sort is Sort.CUSTOMER and isinstance(one.thing, Named):
        return Stand.NAME if one.thing.key == key else Stand.OTHER
    if not owners:
        return Stand.FREE
    return Stand.INSIDE if key in owners else Stand.OUTSIDE
