"""Finds the names of competitors by what is said of them, before anything of a message is known but its customers."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.rival_names import HAN, Stretch, han_name, is_latin_name, is_thing, latin_rows
from understanding.message.templates import Book, Template, stamped, template

_TELLING = {"surely": 0.9, "told": 0.8, "loosely": 0.6, "theirs": 0.7}
"""The lists of templates, and how far each may be trusted."""
_BEFORE = 12
MOST = 12
"""More competitors than anybody names in one message."""
_MONEY = r"(?:[£$€¥]\d[\d,.]*[km]?|\d[\d,.]*[km](?![a-z])|\d{1,3}(?:,\d{3})+)"


@dataclass(frozen=True, slots=True)
class Rival:
    """A competitor's name at `start` up to `end`; `saying` is the stretch of words that tells that it is one."""

    start: int
    end: int
    saying: Stretch
    sure: float


def rivals(text: str, spelled: str, customers: Sequence[Stretch]) -> list[Rival]:
    """In order, none over another; customers are nobody's competitors."""
    some = [(telling, one) for telling, book in _books().items() for one in book.tried(spelled)]
    if not some:
        return []
    seen = stamped(stamped(spelled, "N", latin_rows(text, spelled, _known())), "C", customers)
    return list(itertools.islice(_apart(sorted(_told(text, seen, some), key=lambda one: (one.start, -one.end))), MOST))


def _apart(found: list[Rival]) -> Iterator[Rival]:
    end = 0
    for one in found:
        if one.start >= end:
            end = one.end
            yield one


def _told(text: str, seen: str, some: Iterable[tuple[str, Template]]) -> Iterator[Rival]:
    for telling, one in some:
        for found in one.pattern.finditer(seen):
            span = _name(text, seen, found, telling)
            if span and not (telling == "theirs" and _is_ours(seen, found)):
                yield Rival(*span, found.span(), _TELLING[telling])


def _name(text: str, seen: str, found: re.Match[str], telling: str) -> Stretch | None:
    start, end = found.span("name")
    surely = telling == "surely"
    if found["name"].startswith("N"):
        return (start, end) if is_latin_name(text, start, end, surely=surely) else None
    span = han_name(seen, start, end, surely=surely)
    return None if span and telling == "loosely" and is_thing(seen[slice(*span)]) else span


def _is_ours(seen: str, found: re.Match[str]) -> bool:
    return bool(_ours().search(seen, max(0, found.start() - _BEFORE), found.start()))


@cache
def _ours() -> re.Pattern[str]:
    latin, han = ("|".join(map(re.escape, table(one, "competitors")["ours"])) for one in LANGUAGES)
    return re.compile(rf"(?:(?<![a-z])(?:{latin})\s|(?:{han}))$")


@cache
def _books() -> dict[str, Book]:
    return {telling: Book(_templates(telling)) for telling in _TELLING}


@cache
def _known() -> frozenset[str]:
    return frozenset(word for book in _books().values() for word in book.words())


def _templates(telling: str) -> Iterator[Template]:
    for language in LANGUAGES:
        for said in table(language, "competitors")[telling]:
            yield template(language, said, _slots(language), _around(said))


def _slots(language: str) -> dict[str, str]:
    signs = table("zh", "competitors")["no_signs"]
    name = "N+" if language == "en" else rf"N+|(?:(?![{signs}])[{HAN}]){{2,9}}?"
    return {"N": f"(?P<name>{name})", "C": "C+", "M": _MONEY}


def _around(said: str) -> tuple[str, str]:
    """A name in characters begins after something else, and ends where something else begins."""
    signs = table("zh", "competitors")["no_signs"]
    before = rf"(?<!N)(?:(?<![{HAN}])|(?<=[{signs}])|(?=N))" if said.startswith("N") else ""
    return before, rf"(?=的|了|家|那边|[^{HAN}]|$)" if said.endswith("N") else ""
