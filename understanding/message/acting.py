"""Tells who on our side is to act: a department, or a colleague who is asked to do what only we do."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from understanding.lexicon.shelf import table

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, where the name stands, and what leads up to the doing from `start` up to `end`."""

    who: str
    place: tuple[int, int]
    start: int
    end: int


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in (*_english(), *_chinese()))


def _english() -> Iterator[str]:
    told = table("en", "who")
    departments = "|".join(sorted(told["departments"].split("|"), key=len, reverse=True))
    ours = rf"(?i:our |the )?(?P<who>(?i:{departments}))"
    colleague = rf"(?P<who>{_NAME}),? (?i:from|in|at) (?i:our |the )?(?i:{told['departments']})"
    own = rf"(?i:our|my)(?: (?i:colleague|teammate))? (?P<who>{_NAME})"
    will = r"(?:'ll| to| will| must| should| can| has to| needs to)"
    doing = rf"(?=(?:\w+ )?(?i:{told['doings']})\b(?P<rest>.*))"
    for someone in (colleague, own, ours):
        yield rf"(?<!\w)(?i:{told['ask']}) {someone}(?: team)? (?:to )?{doing}"
        yield rf"(?:(?<=[,;:.!?])|^)\s*(?:and |then )?{someone}(?: team)?{will} {doing}"
    yield rf"(?<!\w)(?i:let|have|get|ask|tell|remind|nudge) (?P<perhaps>{_NAME}) (?:to )?{doing}"


def _chinese() -> Iterator[str]:
    told = table("zh", "who")
    departments = "|".join(sorted(told["departments"].split("|"), key=len, reverse=True))
    between = r"(?P<between>[^,，。;；!！?？他她]{0,8}?)"
    doing = rf"{between}(?=(?:{told['doings']})(?P<rest>[^,，。]*))"
    ours = r"(?:我们|咱们|咱|我司|公司)?的?"
    lead = rf"(?:{told['ask']})(?:一下|个|人)?"
    yield rf"{lead}{ours}(?P<who>{departments}){doing}"
    yield rf"{lead}{ours}(?:同事)?(?P<perhaps>{told['names']}){doing}"
    yield rf"(?<![他她户方的])(?:我们|咱们|咱|我司)(?:的)?(?P<who>{departments})(?:会|要|得|来)?{doing}"


def actor(said: str, strangers: Collection[str]) -> Actor | None:
    """Find who of ours is to act; `strangers` are the people of customers."""
    for pattern in _patterns():
        found = pattern.search(said)
        if found and _is_ours(found, strangers):
            return _actor(found)
    return None


def _is_ours(found: re.Match[str], strangers: Collection[str]) -> bool:
    """A bare name is a colleague's, if no customer has that person and it is our work."""
    name = found.groupdict().get("perhaps")
    if name is None:
        return True
    return not any(_same(name, one) for one in strangers) and not _theirs().search(found["rest"])


@cache
def _theirs() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{table('en', 'who')['theirs']})\b|(?:{table('zh', 'who')['theirs']})")


def _same(name: str, other: str) -> bool:
    a, b = name.casefold(), other.casefold()
    return a == b or a in b.split() or b in a.split()


def _actor(found: re.Match[str]) -> Actor:
    group = "who" if "who" in found.groupdict() else "perhaps"
    end = found.start("between") if "between" in found.groupdict() else found.end()
    return Actor(found[group], found.span(group), found.start(), end)
