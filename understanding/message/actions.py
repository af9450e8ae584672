"""Words an action shortly: the clause without its date, who asks, who acts and the phrases that lead up to it."""

import re
from typing import TYPE_CHECKING

from understanding.dates.finding import DatePhrase
from understanding.findings import Span
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.acting import Actor
from understanding.message.clauses import Clause
from understanding.message.doings import doing
from understanding.message.notice import Noticed

if TYPE_CHECKING:
    from understanding.message.corrections import Placed

_LONGEST = 80
MARKS = " ,.;:!?-()。、，；！？："
"""What is left out at the ends of a wording."""


def action(noticed: Noticed, clause: Clause, one: DatePhrase | Span | None, actor: Actor | None = None) -> str:
    start = clause.start + actor.end if actor else _after_asker(noticed, clause, one)
    bare = _shortened(_without(noticed.text, start, clause.end, one)) or _told_before(noticed, clause)
    return bare or _shortened(noticed.text[clause.start : clause.end]) or noticed.text.strip()[:_LONGEST]


def _told_before(noticed: Noticed, clause: Clause) -> str:
    """A date that stands alone is about the clause before."""
    before = [one for one in noticed.clauses if one.start < clause.start and one.sentence == clause.sentence]
    if not before:
        return ""
    last = before[-1]
    told = _shortened(noticed.text[_after_asker(noticed, last, None) : last.end])
    return told if " " in told or not told.isascii() else ""


def _after_asker(noticed: Noticed, clause: Clause, date: DatePhrase | Span | None) -> int:
    """A customer or a person who wishes something is told beside the action."""
    start = clause.start
    named: list[Placed] = [*clause.named, *noticed.people]
    for one in sorted(named, key=lambda one: one.start):
        if clause.start <= one.start < clause.end and not noticed.text[start : one.start].strip(MARKS):
            start = one.end
    wish = _without(noticed.spelled, start, clause.end, date).lstrip(MARKS + "前")
    wishes = any(re.match(table(one, "actions")["wish_start"], wish) for one in LANGUAGES)
    return start if wishes else clause.start


def _without(text: str, start: int, end: int, one: DatePhrase | Span | None) -> str:
    if one is None or not start <= one.start < end:
        return text[start:end]
    return f"{loose(text[start : one.start])} {text[one.end : end]}"


def loose(before: str) -> str:
    """Words such as "on the" hang loose without the date after them."""
    told = before.rstrip()
    for language in LANGUAGES:
        told = _repeatedly(rf"\s*(?:{table(language, 'actions')['dangling']})$", told)
    return told


def _repeatedly(pattern: str, told: str) -> str:
    shorter = re.sub(pattern, "", told, flags=re.IGNORECASE)
    return told if shorter == told else _repeatedly(pattern, shorter.rstrip())


def _shortened(said: str) -> str:
    told = " ".join(said.split()).strip(MARKS)
    return (doing(told) or doing(trimmed := _trimmed(told)) or trimmed)[:_LONGEST].strip()


def _trimmed(told: str) -> str:
    for language in LANGUAGES:
        for lead in table(language, "actions")["lead"]:
            told = re.sub(rf"^(?:{lead})\s*", "", told, flags=re.IGNORECASE)
        for tail in table(language, "actions")["tail"]:
            told = _repeatedly(rf"\s*(?:{tail})$", told)
    return told.strip(MARKS)
