"""What a message tells of an opportunity besides its sum: how far it is, where it came from, when it is hoped for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from sales.dealings import AgreementKind, DealSource, DealStage, DealWords
from sales.kinds import Kind
from understanding.fields.agreements import last_day
from understanding.findings import FoundAgreement, FoundEntry, Referral
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed

_LATEST_FIRST = (DealStage.NEGOTIATING, DealStage.QUOTED, DealStage.QUALIFIED)


def with_deals(
    noticed: Noticed, entries: Iterable[FoundEntry], papers: Sequence[FoundAgreement], came: Sequence[Referral]
) -> tuple[FoundEntry, ...]:
    """The entries, those of opportunities with what else is told of them."""
    return tuple(
        replace(one, deal=_words(noticed, one, papers, came)) if one.kind is Kind.OPPORTUNITY else one
        for one in entries
    )


def _words(
    noticed: Noticed, entry: FoundEntry, papers: Sequence[FoundAgreement], came: Sequence[Referral]
) -> DealWords:
    name = entry.customer.name if entry.customer else None
    here = [clause for clause in noticed.clauses if _is_about(noticed, clause, entry)]
    said = " . ".join(noticed.spelled[clause.start : clause.end] for clause in here)
    quoted = any(one.kind is AgreementKind.QUOTE and one.customer and one.customer.name == name for one in papers)
    stage = next((one for one in _LATEST_FIRST if _cues("stage", one).search(said)), DealStage.LEAD)
    stage = DealStage.QUOTED if quoted and stage is not DealStage.NEGOTIATING else stage
    source = next((one for one in DealSource if _cues("source", one).search(said)), None)
    referred = any(one.customer and one.customer.name == name for one in came)
    return DealWords(stage, DealSource.REFERRAL if referred else source, _day(noticed, here))


def _is_about(noticed: Noticed, clause: Clause, entry: FoundEntry) -> bool:
    keys = noticed.about[noticed.clauses.index(clause)]
    return not keys or any(
        (known := noticed.mentions.get(key)) and entry.customer and known.name == entry.customer.name for key in keys
    )


def _day(noticed: Noticed, here: Iterable[Clause]) -> date | None:
    """A day ahead, right after a word that says that an order or a decision is hoped for."""
    for clause in here:
        for one in clause.dates:
            if _hoped().search(noticed.spelled, clause.start, one.start):
                day = last_day(noticed, one)
                if day and day > noticed.frame.today.date():
                    return day
    return None


@cache
def _cues(name: str, value: str) -> re.Pattern[str]:
    return _any(word for language in LANGUAGES for word in table(language, "chances")[name].get(value, []))


@cache
def _hoped() -> re.Pattern[str]:
    return _any(word for language in LANGUAGES for word in table(language, "chances")["hoped"])


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_edged, sorted(words, key=len, reverse=True))) or r"(?!)")


def _edged(word: str) -> str:
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word[0].isascii() else re.escape(word)
