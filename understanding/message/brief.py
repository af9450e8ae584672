"""Reads what is too short to be weighed: a word or two about the customer of the last message."""

import re
from dataclasses import replace
from functools import cache

from sales.kinds import Category, Kind, Sentiment, Severity
from understanding.dates.policy import due
from understanding.findings import Findings, FoundEntry, FoundFollowUp, Moment, Span
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.actions import MARKS
from understanding.message.notice import Noticed
from understanding.small_talk import is_small_talk

_LONGEST = 60
_SURE = 0.5
_CATEGORIES = {
    "quality": Category.QUALITY,
    "delivery": Category.DELIVERY,
    "service": Category.SERVICE,
    "billing": Category.BILLING,
}
_FEELINGS = {"positive": Sentiment.POSITIVE, "negative": Sentiment.NEGATIVE, "wish": Sentiment.NEUTRAL}
_MET = (Kind.VISIT, Kind.CALL)


def filled(noticed: Noticed, found: Findings, moment: Moment) -> Findings:
    """With what a short message can only mean of the last customer, where nothing else was found in it."""
    short = len(noticed.text) <= _LONGEST and not noticed.named
    if moment.context is None or not short or found.ask or _asks(noticed):
        return found
    if is_small_talk(noticed.text):
        return replace(found, entries=(), follow_ups=())
    if name := _introduced(noticed):
        return _with_contact(noticed, found, name)
    if found.entries or found.follow_ups or found.facts or found.fields or found.agreements:
        return found
    return replace(found, follow_ups=_date_alone(noticed)) if _bare(noticed) else replace(found, entries=_told(noticed))


def _asks(noticed: Noticed) -> bool:
    """A question that the bot has no answer to is still nothing that a customer said: "who is overdue?"."""
    return noticed.spelled.rstrip().endswith("?")


def _introduced(noticed: Noticed) -> str | None:
    """She's called Mary, 她叫李梅."""
    for one in noticed.people:
        if _called().search(noticed.spelled[: one.start]):
            return one.name
    return None


@cache
def _called() -> re.Pattern[str]:
    latin, han = (table(language, "brief")["called"] for language in LANGUAGES)
    return re.compile(rf"(?:(?<![a-z])(?:{latin}) (?:mr|ms|mrs|dr)?\.? ?|(?:{han})\s?)$")


def _with_contact(noticed: Noticed, found: Findings, name: str) -> Findings:
    """That somebody is called so is no call and no visit."""
    others = tuple(one for one in found.entries if one.kind not in _MET)
    told = others or (replace(_entry(noticed, Kind.NOTE), contacts=(name,)),)
    return replace(found, entries=told)


def _entry(noticed: Noticed, kind: Kind) -> FoundEntry:
    keys = next((keys for keys in noticed.about if keys), ())
    return FoundEntry(
        kind=kind,
        customer=noticed.mentions.get(keys[0]) if keys else None,
        on=noticed.frame.today.date(),
        text=noticed.text.strip(MARKS),
        spans=(Span(0, len(noticed.text)),),
        sure=_SURE,
    )


def _told(noticed: Noticed) -> tuple[FoundEntry, ...]:
    names = [cue.name for clause in noticed.clauses for cue in clause.cues]
    if "missed" in names:
        return (replace(_entry(noticed, Kind.CALL if "call" in names else Kind.VISIT), attempt=True),)
    if "denied" in names:
        return ()
    if trouble := next((_CATEGORIES[name] for name in names if name in _CATEGORIES), None):
        return (replace(_entry(noticed, Kind.COMPLAINT), category=trouble, severity=Severity.NORMAL),)
    if feeling := next((_FEELINGS[name] for name in names if name in _FEELINGS), None):
        return (replace(_entry(noticed, Kind.FEEDBACK), sentiment=feeling),)
    return ()


def _bare(noticed: Noticed) -> bool:
    """A date and nothing else: "ok Friday then"."""
    rest = noticed.spelled
    for one in noticed.dates:
        rest = f"{rest[: one.start]}{' ' * (one.end - one.start)}{rest[one.end :]}"
    return bool(noticed.dates) and all(_is_idle(word.strip(MARKS)) for word in rest.split())


def _is_idle(word: str) -> bool:
    latin, han = (table(language, "brief")["idle"].split() for language in LANGUAGES)
    return (
        not word or word in latin or bool(re.fullmatch(rf"(?:{'|'.join(sorted(han, key=len, reverse=True))})+", word))
    )


def _date_alone(noticed: Noticed) -> tuple[FoundFollowUp, ...]:
    when = due(noticed.dates[-1].read, noticed.frame)
    if when is None or when[0] < noticed.frame.today.date():
        return ()
    entry = _entry(noticed, Kind.NOTE)
    return (FoundFollowUp(entry.customer, *when, entry.text, spans=entry.spans, sure=_SURE),)
