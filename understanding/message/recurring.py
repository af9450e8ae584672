"""Tells by which rule a follow-up comes again, and when first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from understanding.dates.finding import phrases
from understanding.dates.policy import due
from understanding.findings import FoundFollowUp, Span
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message import recurring_chinese, recurring_english, recurring_lunar
from understanding.message.acting import actor
from understanding.message.actions import action
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.message.recurrence_days import WEEKDAYS, Frequency, Rule

_BARE = 12
_REACH = 14
_FAR = 40
_BESIDE = 4
_NEAR = re.compile(
    r"every |each |ly\b|once a|twice a|(?:mon|tues|wednes|thurs|fri|satur|sun)days|[每隔逢]|次|一趟|一回"
)
_SAYS_DAY = re.compile(r"\d|[一二三四五六七八九十]月|[a-z]{3}")


@dataclass(frozen=True, slots=True)
class Recurrence:
    """An RFC 5545 rule, the first day that it tells after today, and the words that tell it."""

    rule: str
    first: date
    span: Span


def recurrence(noticed: Noticed, clause: Clause) -> Recurrence | None:
    """How what is to be done in a clause comes again; what others do again and again is nothing to be done."""
    if not _NEAR.search(noticed.spelled) or not _doing().search(noticed.spelled, clause.start, clause.end):
        return None
    for where in _around(noticed, clause):
        for start, end, rule in _found(noticed.spelled[where.start : where.end]):
            span = Span(where.start + start, where.start + end)
            if not _is_others(noticed, where, span):
                return _recurrence(noticed, where, span, rule)
    return None


def repeating(noticed: Noticed, ahead: list[tuple[Clause, FoundFollowUp]]) -> Iterator[FoundFollowUp]:
    """The follow-ups, those that come again with their rule and first day, each clause's once."""
    seen: set[tuple[int, str]] = set()
    for clause, one in ahead:
        again = recurrence(noticed, clause)
        key = (clause.start, one.customer.name if one.customer else "")
        if again is None:
            yield one
        elif key not in seen:
            seen.add(key)
            words = _worded(noticed, clause, again.span) or one.action
            spans = (*one.spans, again.span)
            yield replace(one, day=again.first, days=(), action=words, repeats=again.rule, spans=spans)


def _worded(noticed: Noticed, clause: Clause, told: Span) -> str:
    """What is to be done, without the words that tell how often and at what time; "" where these stand elsewhere."""
    if told.end <= clause.start or clause.end <= told.start:
        return ""
    dates = [one for one in clause.dates if one.start <= told.end + _BESIDE and told.start <= one.end + _BESIDE]
    start = max(clause.start, min([told.start, *(one.start for one in dates)]))
    end = max([told.end, *(one.end for one in dates)])
    acting = actor(noticed.text[clause.start : clause.end], noticed.acquainted)
    return action(noticed, clause, Span(start, end), acting)


def _around(noticed: Noticed, clause: Clause) -> list[Clause]:
    """The clause, and one beside it that says little else: "every Wednesday: call Northgate"."""
    index = noticed.clauses.index(clause)
    beside = noticed.clauses[max(0, index - 1) : index] + noticed.clauses[index + 1 : index + 2]
    bare = [one for one in beside if one.sentence == clause.sentence and _is_bare(noticed.spelled, one)]
    return [clause, *(_joined(clause, one) for one in bare)]


def _joined(one: Clause, other: Clause) -> Clause:
    return Clause(min(one.start, other.start), max(one.end, other.end), one.sentence, dates=one.dates + other.dates)


def _is_bare(spelled: str, clause: Clause) -> bool:
    told = spelled[clause.start : clause.end]
    return any(
        len(told.strip()) - (end - start) <= _BARE // (1 if told.isascii() else 3) for start, end, _ in _found(told)
    )


def _found(said: str) -> list[tuple[int, int, Rule]]:
    return [*recurring_lunar.found(said), *recurring_english.found(said), *recurring_chinese.found(said)]


@cache
def _words(name: str) -> tuple[str, str]:
    latin, han = (table(language, "recurrences")["words"][name] for language in LANGUAGES)
    return latin, han


@cache
def _doing() -> re.Pattern[str]:
    """What "they call" does is not ours."""
    latin, han = _words("doings")
    others, _ = _words("others")
    ours = "".join(f"(?<!{word} )" for word in others.split("|"))
    return re.compile(rf"(?<![a-z]){ours}(?:{latin})(?![a-z])|(?:{han})")


def _is_others(noticed: Noticed, clause: Clause, span: Span) -> bool:
    """王总每周三在厂里."""
    before = noticed.spelled[max(clause.start, span.start - _REACH) : span.start]
    return bool(_others().search(before)) or any(one.end == span.start and before[-1:] > "一" for one in noticed.people)


@cache
def _others() -> re.Pattern[str]:
    _, han = _words("others")
    return re.compile(rf"(?:{han})(?:都|也|就)?$")


def _recurrence(noticed: Noticed, clause: Clause, span: Span, rule: Rule) -> Recurrence:
    today = noticed.frame.today.date()
    if rule.frequency is Frequency.YEARLY and not rule.lunar:
        return _yearly(noticed, clause, span, rule)
    start = _told_start(noticed, clause)
    if start is None:
        return Recurrence(str(rule), rule.first_after(today), span)
    if rule.frequency is Frequency.WEEKLY and not rule.weekdays:
        rule = replace(rule, weekdays=(WEEKDAYS[start.weekday()],))
    return Recurrence(str(rule), start, span)


def _yearly(noticed: Noticed, clause: Clause, span: Span, rule: Rule) -> Recurrence:
    """The day after or before "every year", read anew; a feast has no day of its own in the calendar."""
    today = noticed.frame.today.date()
    after = noticed.spelled[span.end : min(clause.end, span.end + _FAR)]
    before = noticed.spelled[max(clause.start, span.start - _FAR) : span.start]
    for rest in (after, before):
        for one in phrases(rest):
            if when := due(one.read, noticed.frame):
                if not _SAYS_DAY.search(rest[one.start : one.end]):
                    return Recurrence(str(rule), when[0], span)
                full = replace(rule, month=when[0].month, month_day=when[0].day)
                return Recurrence(str(full), full.first_after(today), span)
    return Recurrence(str(rule), rule.first_after(today), span)


def _told_start(noticed: Noticed, clause: Clause) -> date | None:
    """Starting next Friday, 从下周五开始."""
    for one in clause.dates:
        before = noticed.spelled[max(0, one.start - _REACH) : min(one.start + _REACH, one.end)]
        when = due(one.read, noticed.frame)
        if when and _starts().search(before):
            return when[0]
    return None


@cache
def _starts() -> re.Pattern[str]:
    latin, han = _words("starts")
    return re.compile(rf"(?<![a-z])(?:{latin})(?: |$)|(?:{han})")
