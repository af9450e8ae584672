"""Finds what a message tells of the fields of a card; where it is in doubt it finds nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from understanding.fields.in_one_breath import carried_on, together
from understanding.fields.sayings import Saying, guard, sayings
from understanding.fields.values import Words, value_told
from understanding.findings import FoundField, Mention, Moment, Span
from understanding.lexicon.shelf import LANGUAGES
from understanding.message.clauses import Clause, clause_at
from understanding.message.notice import Noticed
from understanding.message.templates import stamped

_OF_CONTACTS = frozenset({"title", "role", "greetings", "likes"})
_ASKS = re.compile(r"[^.!;。\n]*?(?:\?|吗|是不是|有没有|多少)")
_FREE = frozenset({"industry", "region"})
"""Fields that take the words as they stand."""
_MOST = 12
"""More fields than anybody tells in one message."""


@dataclass(frozen=True, slots=True)
class _Told:
    saying: Saying
    found: re.Match[str]
    value: str


def fields(noticed: Noticed, moment: Moment) -> tuple[FoundField, ...]:
    """Each field of each customer and person once: what was said last counts."""
    if not noticed.clauses:
        return ()
    kept: dict[tuple[str, str, str], FoundField] = {}
    found = sorted(_found(noticed, moment), key=lambda one: one.spans[0].start)
    found += carried_on(noticed, found, moment.currency)
    for one in found:
        key = (one.customer.name if one.customer else "", one.contact, one.field)
        if key not in kept or not _is_within(one.spans[0], kept[key].spans[0]):
            kept[key] = one
    return tuple(list(kept.values())[:_MOST])


def _is_within(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _found(noticed: Noticed, moment: Moment) -> Iterator[FoundField]:
    some = list(sayings(noticed.spelled))
    seen = _seen(noticed) if some else ""
    for saying in some:
        for found in saying.pattern.finditer(seen):
            told = _Told(saying, found, _value(noticed, saying, found, moment) or "")
            if told.value and not _is_unreal(noticed, seen, found):
                yield from _facts(noticed, told)


def _seen(noticed: Noticed) -> str:
    """With letters for people and customers."""
    people = stamped(noticed.spelled, "P", [(one.start, one.end) for one in noticed.people])
    return stamped(people, "C", [(one.start, _bare_end(noticed.text, one.start, one.end)) for one in noticed.named])


def _bare_end(text: str, start: int, end: int) -> int:
    """Without a possessive."""
    return end - 2 * text[start:end].endswith(("'s", "’s"))


def _value(noticed: Noticed, saying: Saying, found: re.Match[str], moment: Moment) -> str | None:
    if saying.choice:
        return saying.choice
    start, end = found.span("value")
    if saying.field == "address" and any(one.start <= start < one.end for one in noticed.dates):
        return None
    said = noticed.text[start:end]
    if saying.field in _FREE and _is_idle(said):
        return None
    around = noticed.text[found.start() : found.end()]
    return value_told(saying.field, Words(" ".join(said.split()), around, moment.currency))


def _is_idle(said: str) -> bool:
    return said.lower().split()[0] in guard("no_words", "en") or said.startswith(guard("no_words", "zh"))


def _is_unreal(noticed: Noticed, seen: str, found: re.Match[str]) -> bool:
    """Wished, asked, denied or only supposed, by what stands before it; or a question."""
    clause = clause_at(noticed.clauses, found.start())
    if clause is None:
        return True
    first = next(one for one in noticed.clauses if one.sentence == clause.sentence)
    before = seen[clause.start : found.start()] + " " + _opening(seen, found)
    supposed = _guards("condition").search(seen, first.start, found.start())
    return bool(_guards("unreal").search(before) or supposed or _ASKS.match(seen, found.end()))


def _opening(seen: str, found: re.Match[str]) -> str:
    """A saying may begin with "is", as a question does."""
    return "if" if re.match(r"(?:is|are|does|do|has) C", seen[max(0, found.start() - 4) : found.end()]) else ""


@cache
def _guards(name: str) -> re.Pattern[str]:
    latin, han = ("|".join(map(re.escape, guard(name, language))) for language in LANGUAGES)
    return re.compile(rf"(?<![a-z])(?:{latin})(?![a-z])|{han}")


def _facts(noticed: Noticed, told: _Told) -> Iterator[FoundField]:
    """Mostly one; what is told of two in one breath is told of each of them."""
    contact = _person(noticed, told.found) if told.saying.field in _OF_CONTACTS else ""
    if contact is None:
        return
    alone = _customer(noticed, told.found)
    every = (alone,) if alone else () if contact else together(noticed, told.found.start())
    for customer in every:
        yield FoundField(told.saying.field, told.value, contact, customer, (Span(*told.found.span()),))


def _customer(noticed: Noticed, found: re.Match[str]) -> Mention | None:
    """The one in the saying, else the only one that its clause is about."""
    here = {one.key for one in noticed.named if found.start() <= one.start < found.end()}
    if here:
        return noticed.mentions.get(here.pop()) if len(here) == 1 else None
    clause = clause_at(noticed.clauses, found.start())
    return _about(noticed, clause) if clause else None


def _about(noticed: Noticed, clause: Clause) -> Mention | None:
    keys = noticed.about[noticed.clauses.index(clause)]
    return noticed.mentions.get(keys[0]) if len(keys) == 1 else None


def _person(noticed: Noticed, found: re.Match[str]) -> str | None:
    """The one in the saying; of "she" the one named last before."""
    if found.groupdict().get("person"):
        start, end = found.span("person")
        return next((one.name for one in noticed.people if start <= one.start < end), None)
    before = [one.name for one in noticed.people if one.start < found.start()]
    return before[-1] if before else None
