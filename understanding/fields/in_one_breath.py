"""Fields of several customers in one breath: "Acme and Globex: terms 45 days", "Acme's limit is 50k, Globex's 60k"."""

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache

from understanding.fields.slots import slots
from understanding.fields.values import Words, value_told
from understanding.findings import FoundField, Mention, Span
from understanding.lexicon.shelf import LANGUAGES
from understanding.message.clauses import Clause, clause_at
from understanding.message.notice import Noticed

_JOINS = re.compile(r"(?:['’]s)?\s*(?:and|&|,|和|与|跟|、|及|还有)\s*(?:and\s*)?")
_BETWEEN = re.compile(r"(?:['’]s)?[\s:的]*(?:both|all|都)?\s*(?:have|got|get|:)?\s*")
_KINDS = {"credit_limit": "M", "budget": "M", "payment_terms": "T"}
"""Fields whose value is carried on to a customer that is named with a value alone, and what such a value looks like."""


def together(noticed: Noticed, start: int) -> tuple[Mention, ...]:
    """The customers that stand side by side right before what is told."""
    clause = clause_at(noticed.clauses, start)
    named = [one for one in clause.named if one.start < start] if clause else []
    text = noticed.spelled
    sides = [text[one.end : later.start] for one, later in itertools.pairwise(named)]
    if len(named) <= 1 or not all(_JOINS.fullmatch(one) for one in sides):
        return ()
    if not _BETWEEN.fullmatch(text[named[-1].end : start]):
        return ()
    every = dict.fromkeys(one.key for one in named)
    return tuple(mention for key in every if (mention := noticed.mentions.get(key)))


def carried_on(noticed: Noticed, found: Iterable[FoundField], currency: str) -> list[FoundField]:
    """What a clause says of its customer with a value alone, by what the clause before said of another one."""
    by_clause = dict(_by_clause(noticed, found))
    if not by_clause:
        return []
    return list(_carried(noticed, by_clause, currency))


def _by_clause(noticed: Noticed, found: Iterable[FoundField]) -> Iterator[tuple[int, FoundField]]:
    for one in found:
        clause = clause_at(noticed.clauses, one.spans[0].start)
        if clause is not None:
            yield noticed.clauses.index(clause), one


def _carried(noticed: Noticed, by_clause: dict[int, FoundField], currency: str) -> Iterator[FoundField]:
    said: FoundField | None = None
    for place, clause in enumerate(noticed.clauses):
        last, said = said, by_clause.get(place)
        if said is None and last is not None and last.field in _KINDS:
            said = _value_alone(noticed, clause, last, currency)
            if said is not None:
                yield said


def _value_alone(noticed: Noticed, clause: Clause, last: FoundField, currency: str) -> FoundField | None:
    customer = noticed.mentions.get(clause.named[0].key) if len(clause.named) == 1 else None
    if customer is None or customer == last.customer:
        return None
    after = clause.named[0].end
    for language in LANGUAGES:
        found = _alone(language, _KINDS[last.field]).match(noticed.spelled, after, clause.end)
        said = noticed.text[slice(*found.span("value"))] if found else ""
        value = value_told(last.field, Words(said, said, currency)) if said else None
        if found and value:
            return FoundField(last.field, value, "", customer, (Span(after, found.end()),))
    return None


@cache
def _alone(language: str, kind: str) -> re.Pattern[str]:
    """Nothing but the value up to the end of the clause."""
    return re.compile(
        rf"(?:['’]s)?[\s:]*(?:is|are|at|gets|to|的|是|为|也是|则是|改成|改为|到)?\s*(?:now\s)?{slots(language)[kind]}"
        r"\s*(?:now|then|too|instead|了)?[\s,.;!。;]*(?:and|but|而|和)?\s*$"
    )
