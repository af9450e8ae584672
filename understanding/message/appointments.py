"""Sees meetings that lie ahead: "lunch with Padma on Friday" is an appointment, and no visit yet."""

import re
from functools import cache

from sales.kinds import Kind
from understanding.dates.finding import DatePhrase
from understanding.dates.policy import due
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.clauses import Clause, clause_at
from understanding.message.notice import Noticed
from understanding.message.weighing import Weighed

_DUE, _PERHAPS = 0.5, 0.25
_MET = (Kind.VISIT, Kind.CALL)


def is_appointment(noticed: Noticed, one: Weighed) -> bool:
    """Whether all that is said of a customer begins with a meeting and has a day to come."""
    return bool(one.scene.clauses) and all(_lies_ahead(noticed, one, clause) for clause in one.scene.clauses)


def still_to_come(noticed: Noticed, one: Weighed) -> list[Kind]:
    """A visit or a call whose clause names a clock time to come, and no word of what is over: 今天下午2点拜访恒大."""
    if not any(one.kinds[kind] >= _DUE for kind in _MET) or not one.scene.clauses:
        return []
    coming = [_is_to_come(noticed, one, clause) for clause in one.scene.clauses]
    chances = {kind: [each[kind.value] for each in one.by_clause] for kind in _MET}
    return [kind for kind, each in chances.items() if coming[each.index(max(each))]]


def due_by_the_clock(noticed: Noticed, one: Weighed) -> None:
    """Where nothing happened, a clock time to come is sooner due than not: 今天上午10:20给恒大打电话."""
    if max(one.kinds.values()) >= _DUE or one.undated >= _DUE:
        return
    for phrase in noticed.dates:
        clause = clause_at(one.scene.clauses, phrase.start)
        has_been = clause and _words("has_been").search(noticed.spelled, clause.start, clause.end)
        if clause and not has_been and _PERHAPS <= one.due.get(phrase.start, 0.0) < _DUE and _is_later(noticed, phrase):
            one.due[phrase.start] = _DUE


def _is_to_come(noticed: Noticed, one: Weighed, clause: Clause) -> bool:
    ahead = any(
        clause.start <= phrase.start < clause.end
        and one.due.get(phrase.start, 0.0) >= _DUE
        and _is_later(noticed, phrase)
        for phrase in noticed.dates
    )
    return ahead and not _words("has_been").search(noticed.spelled, clause.start, clause.end)


def _is_later(noticed: Noticed, phrase: DatePhrase) -> bool:
    """By the clock, and later than now."""
    day, at = due(phrase.read, noticed.frame) or (None, None)
    now = noticed.frame.now
    return day is not None and at is not None and (day, at) > (now.date(), now.time())


def _lies_ahead(noticed: Noticed, one: Weighed, clause: Clause) -> bool:
    due = any(clause.start <= start < clause.end and chance >= _DUE for start, chance in one.due.items())
    return due and _meeting().match(noticed.spelled, clause.start, clause.end) is not None


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile("|".join(table(language, "actions")[name] for language in LANGUAGES))


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:(?:and|then|also|plus) )?(?:{_words('appointments').pattern})")
