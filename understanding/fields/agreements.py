"""Finds quotes and contracts that a message tells of: the sum, and the last day on which they hold."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from sales.dealings import AgreementKind
from sales.kinds import Kind
from understanding.dates.finding import DatePhrase
from understanding.dates.policy import due
from understanding.dates.when import DAY, Edge, Grain
from understanding.fields.values import days_in
from understanding.findings import FoundAgreement, FoundEntry, Mention, Moment, Span
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.money import Sum
from understanding.message.notice import Noticed
from understanding.message.templates import stamped

_MARKS = " ,.;:()。、\n"
_LENGTH = re.compile(r"\s?\d{1,3} ?(?:days?|weeks?|months?|天|日|周|个月)")
_NEAR = 6
"""A date may begin with "until" itself."""
_MOST = 4
"""More agreements than anybody tells in one message."""


def agreements(noticed: Noticed, moment: Moment) -> tuple[FoundAgreement, ...]:
    """One for each kind and customer; those with a last day first."""
    if not any(word in noticed.spelled for kind in AgreementKind for word in _words(kind.value)):
        return ()
    kept: dict[tuple[str, str], FoundAgreement] = {}
    for one in (*_lasting(noticed, moment), *_sent(noticed, moment)):
        kept.setdefault((one.kind.value, one.customer.name if one.customer else ""), one)
    return tuple(list(kept.values())[:_MOST])


def as_offered(
    noticed: Noticed, entries: tuple[FoundEntry, ...], papers: tuple[FoundAgreement, ...]
) -> tuple[FoundEntry, ...]:
    """The sum of a quote is no order's and no payment's, unless it was accepted at once: it may still come."""
    open_ones = (one for one in papers if one.kind is AgreementKind.QUOTE and not _is_closed(noticed, one))
    offered = {(one.customer and one.customer.name, one.amount) for one in open_ones}
    chances = {one.customer and one.customer.name for one in entries if one.kind is Kind.OPPORTUNITY}

    def read(entry: FoundEntry) -> FoundEntry | None:
        whose = entry.customer and entry.customer.name
        if entry.kind not in (Kind.ORDER, Kind.PAYMENT) or entry.amount is None or (whose, entry.amount) not in offered:
            return entry
        return None if whose in chances else replace(entry, kind=Kind.OPPORTUNITY)

    return tuple(kept for entry in entries if (kept := read(entry)))


def _is_closed(noticed: Noticed, one: FoundAgreement) -> bool:
    begin, end = _sentence(noticed, one.spans[0].start)
    return bool(_pattern("closed").search(noticed.spelled, begin, end))


def _lasting(noticed: Noticed, moment: Moment) -> Iterator[FoundAgreement]:
    """Those of which the last day is told."""
    for one in noticed.dates:
        begin, end = _sentence(noticed, one.start)
        if told := _holds(noticed, one, begin, end):
            yield from _agreement(noticed, moment, told, last_day(noticed, one))
    for found in _pattern("lasting").finditer(noticed.spelled):
        length = _LENGTH.match(noticed.spelled, found.end())
        days = days_in(length[0].strip()) if length else None
        if length and days:
            day = noticed.frame.today.date() + timedelta(days)
            yield from _agreement(noticed, moment, Span(found.start(), length.end()), day)


def _holds(noticed: Noticed, one: DatePhrase, begin: int, end: int) -> Span | None:
    """The stretch of words that says that something holds up to this day."""
    before = _before().search(noticed.spelled, begin, one.start)
    after = _pattern("after").match(noticed.spelled, one.end, end)
    start = before.start() if before else one.start
    if before or after or _is_bounded(noticed, one, begin):
        return Span(start, after.end() if after else one.end)
    return None


def _is_bounded(noticed: Noticed, one: DatePhrase, begin: int) -> bool:
    """A contract until a day: nothing but its sum and its parties stands between."""
    said = noticed.spelled[begin : one.end]
    near = (found for found in _pattern("bounding").finditer(said) if abs(found.end() - (one.start - begin)) <= _NEAR)
    bound = next(near, None)
    name = next(_pattern("contract").finditer(said), None)
    return bool(
        bound
        and name
        and name.end() <= bound.start()
        and _only_fillers(noticed, begin + name.end(), begin + bound.start())
    )


def _only_fillers(noticed: Noticed, start: int, end: int) -> bool:
    taken = [(one.start, one.end) for one in noticed.named] + [(one.start, one.end) for one in noticed.people]
    taken += [(one.start, one.end) for clause in noticed.clauses for one in clause.sums]
    rest = stamped(noticed.spelled, " ", taken)[start:end]
    return all(word in _fillers() for word in re.split(rf"[{re.escape(_MARKS)}']+", rest) if word)


def _sent(noticed: Noticed, moment: Moment) -> Iterator[FoundAgreement]:
    """A quote with a sum counts without a last day, too."""
    for found in _pattern("done").finditer(noticed.spelled):
        _, end = _sentence(noticed, found.start())
        if _pattern("quote").search(noticed.spelled, found.start(), end):
            for one in _agreement(noticed, moment, Span(*found.span()), None):
                if one.amount and one.kind is AgreementKind.QUOTE:
                    yield one


def _agreement(noticed: Noticed, moment: Moment, told: Span, last: date | None) -> Iterator[FoundAgreement]:
    begin, end = _sentence(noticed, told.start)
    named = _nearest(noticed, told, begin, end)
    if named is None or _is_unreal(noticed, begin, max(told.end, named[1].end)):
        return
    kind, name = named
    amount = _sum(noticed, name, begin, end)
    customer = _customer(noticed, name.start)
    if customer and (amount or last):
        yield FoundAgreement(
            kind=kind,
            customer=customer,
            amount=amount.money(moment.currency) if amount else None,
            until=last,
            spans=(told, name, *((Span(amount.start, amount.end),) if amount else ())),
        )


def _nearest(noticed: Noticed, told: Span, begin: int, end: int) -> tuple[AgreementKind, Span] | None:
    """What is said to hold: the word nearest to it in the sentence."""
    some = [
        (max(told.start - found.end(), found.start() - told.end, 0), kind, Span(*found.span()))
        for kind in AgreementKind
        for found in _pattern(kind.value).finditer(noticed.spelled, begin, end)
    ]
    best = min(some, key=lambda one: one[0], default=None)
    return best[1:] if best else None


def _sentence(noticed: Noticed, place: int) -> tuple[int, int]:
    here = next((one for one in noticed.clauses if one.start <= place < one.end), None)
    if here is None:
        return place, place
    same = [one for one in noticed.clauses if one.sentence == here.sentence]
    return same[0].start, same[-1].end


def _is_unreal(noticed: Noticed, begin: int, end: int) -> bool:
    rivals = any(begin <= one.start < end for one in noticed.rivals)
    asks = noticed.spelled[end : end + 2].lstrip()[:1] in ("?", "吗")
    return rivals or asks or bool(_pattern("unreal").search(noticed.spelled, begin, end))


def _sum(noticed: Noticed, name: Span, begin: int, end: int) -> Sum | None:
    """The sum nearest to the word."""
    here = [one for clause in noticed.clauses for one in clause.sums if begin <= one.start < end and not one.spent]
    return min(here, key=lambda one: min(abs(one.start - name.end), abs(name.start - one.end)), default=None)


def _customer(noticed: Noticed, place: int) -> Mention | None:
    index = next((at for at, one in enumerate(noticed.clauses) if one.start <= place < one.end), None)
    keys = noticed.about[index] if index is not None else ()
    return noticed.mentions.get(keys[0]) if len(keys) == 1 else None


def last_day(noticed: Noticed, one: DatePhrase) -> date | None:
    """Of a month or a year that is named as a whole its last day counts."""
    when = one.read(noticed.frame)
    if when is not None and when.grain >= Grain.MONTH and when.edge is Edge.NONE and not when.spread:
        return (when.end - DAY).date()
    found = due(one.read, noticed.frame)
    return found[0] if found else None


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for language in LANGUAGES for word in table(language, "agreements")[name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(_edged, sorted(_words(name), key=len, reverse=True))))


@cache
def _before() -> re.Pattern[str]:
    """Such as "valid until" and 有效期到, right before the day."""
    until = "|".join(map(re.escape, sorted(_words("until"), key=len, reverse=True)))
    return re.compile(rf"(?:{_pattern('holds').pattern})\s?(?:(?:{until})\s?){{0,2}}$".replace("$", r"(?![\s\S])"))


def _edged(word: str) -> str:
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word[0].isascii() else re.escape(word)


@cache
def _fillers() -> frozenset[str]:
    some = (table(language, "agreements") for language in LANGUAGES)
    return frozenset(word for words in some for word in f"{words['fillers']} {words['signed']}".split())
