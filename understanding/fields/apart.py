"""Sets apart what a message tells of fields, so that no sum and no day in it is taken for an order or a plan."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sales.kinds import Kind
from understanding.findings import FoundAgreement, FoundEntry, FoundField, Span
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.message.templates import stamped

_MARKS = re.compile(r"[\s,.;:!?'\"()。、·#-]+")


_NOTED = frozenset({"title", "role"})
"""Who somebody is, is a note as well where notes are asked for."""


def set_apart(noticed: Noticed, known: Sequence[FoundField], papers: Sequence[FoundAgreement]) -> Noticed:
    """Without the clauses that say nothing else; of the others, without the sums of fields and the days of papers."""
    told = [span for one in known if one.field not in _NOTED for span in one.spans]
    lasting = [span for one in papers if one.until for span in one.spans]
    if not told and not lasting:
        return noticed
    kept = [at for at, clause in enumerate(noticed.clauses) if not tells_nothing_else(noticed, clause, told + lasting)]
    noticed.about = [noticed.about[index] for index in kept]
    noticed.clauses = [noticed.clauses[index] for index in kept]
    days = told + [one.spans[0] for one in papers if one.until]
    noticed.dates = [one for one in noticed.dates if not _within(one.start, days)]
    for clause in noticed.clauses:
        clause.sums = [one for one in clause.sums if not _within(one.start, told)]
        clause.dates = [one for one in clause.dates if not _within(one.start, days)]
    return noticed


def but_budgets(noticed: Noticed, told: Iterable[FoundEntry], known: Iterable[FoundField]) -> Iterator[FoundEntry]:
    """What a customer may spend in a year is no opportunity, unless something else speaks of one."""
    budgets = any(one.field == "budget" for one in known)
    for one in told:
        here = [clause for clause in noticed.clauses for span in one.spans if clause.start == span.start]
        spoken = one.amount or any(clause.has("opportunity", "wish", "request") for clause in here)
        if not budgets or one.kind is not Kind.OPPORTUNITY or spoken:
            yield one


def said_alone(noticed: Noticed, known: Iterable[FoundField]) -> frozenset[Span]:
    """The clauses, of those that are left, that say nothing else."""
    spans = [span for one in known for span in one.spans]
    some = (clause for clause in noticed.clauses if tells_nothing_else(noticed, clause, spans)) if spans else ()
    return frozenset(Span(clause.start, clause.end) for clause in some)


def tells_nothing_else(noticed: Noticed, clause: Clause, spans: Iterable[Span]) -> bool:
    """Whether beside these stretches, names and idle words nothing is left of a clause."""
    here = [one for one in spans if one.start < clause.end and clause.start < one.end]
    if not here or any(clause.start <= fact.start < clause.end for fact in noticed.facts):
        return False
    names = [*((one.start, one.end) for one in noticed.named), *((one.start, one.end) for one in noticed.people)]
    rest = stamped(noticed.spelled, " ", [*((one.start, one.end) for one in here), *names])
    return all(_is_idle(word) for word in _MARKS.split(rest[clause.start : clause.end]))


def _within(start: int, spans: Iterable[Span]) -> bool:
    return any(one.start <= start < one.end for one in spans)


def _is_idle(word: str) -> bool:
    latin, han = _fillers()
    return not word or word in latin or bool(han.fullmatch(word))


@cache
def _fillers() -> tuple[frozenset[str], re.Pattern[str]]:
    latin, han = (
        [*table(language, "fields")["guards"]["fillers"].split(), *table(language, "agreements")["fillers"].split()]
        for language in LANGUAGES
    )
    return frozenset(latin), re.compile(rf"(?:{'|'.join(sorted(han, key=len, reverse=True))})+")
