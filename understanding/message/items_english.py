"""Finds counted things in English: "20 pumps", "three pallets of tiles", "20 units"."""

import re
from collections.abc import Iterator
from functools import cache

from understanding.lexicon.shelf import table
from understanding.message.thing import NOWHERE, Place, Thing

_MOST_WORDS = 4
_MASS_WORDS = 2
_WORD = re.compile(r" ?([a-z][a-z0-9'-]*)")
_PLURAL = re.compile(r".{2,}[^s'u]s$")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("en", "items")[name].split())


@cache
def _counted() -> re.Pattern[str]:
    """A number, and perhaps a measure with or without "of"."""
    counts = "|".join(sorted((word.replace("-", " ") for word in _words("counts")), key=len, reverse=True))
    units = "|".join(sorted(_words("units"), key=len, reverse=True))
    between = "|".join(_words("between"))
    number = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}(?:\.\d+)?k?|(?:{counts})(?:[ -](?:{counts}))*"
    ends = rf"(?=(?:{units})?(?![a-z0-9]))(?![\w%.:/-]*[\d%])"
    return re.compile(
        rf"(?<![\w.,:/#%£$€¥+-])(?:(?P<count>{number}){ends}|(?P<one>an?)(?= (?:{units}) of\b))"
        rf"(?P<between>(?: (?:{between})\b)*)(?: ?(?P<unit>{units})\b(?P<of> of\b(?: (?:the|their|our)\b)?)?)?"
    )


def things(clause: str) -> Iterator[Thing]:
    for found in _counted().finditer(clause):
        thing = _thing(clause, found)
        if thing:
            yield thing


def _thing(clause: str, found: re.Match[str]) -> Thing | None:
    quantity = found.span("count") if found["count"] else found.span("one")
    unit = found.span("unit") if found["unit"] else NOWHERE
    name = _name(clause, found.end(), mass=bool(found["of"]))
    if name:
        return Thing(name, quantity, unit)
    return Thing(unit, quantity) if unit != NOWHERE and _stands_alone(found) else None


def _stands_alone(found: re.Match[str]) -> bool:
    """As in "20 units"; "5 m wide" is about something else."""
    return not found["of"] and len(found["unit"]) > 1


def _name(clause: str, start: int, *, mass: bool) -> Place | None:
    """Up to the first word in the plural; what stands after "of" may be a stuff such as cement."""
    words = list(_ahead(clause, start))
    for place, (word, _, end) in enumerate(words):
        if _PLURAL.match(word):
            return None if word in _words("nothing") else (words[0][1], end) if place < _MOST_WORDS else None
    if mass and words and words[0][0] not in _words("nothing"):
        return words[0][1], words[: _MASS_WORDS + 1][-1][2]
    return None


def _ahead(clause: str, start: int) -> Iterator[tuple[str, int, int]]:
    place = start
    for _ in range(_MOST_WORDS):
        found = _WORD.match(clause, place)
        if not found or found[1] in _words("stops"):
            return
        yield found[1], found.start(1), found.end()
        place = found.end()
