"""Reads which digest is asked for: "last week", "3 March", 上周周报."""

import re
from datetime import datetime, timedelta
from functools import cache

from sales.digests import Asked, Pace, until
from understanding.dates.finding import phrases
from understanding.dates.when import Bound, Frame, Grain, When
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.spelling import plain

_LONGEST = 80
_PACES = {Grain.DAY: Pace.DAY, Grain.WEEK: Pace.WEEK, Grain.MONTH: Pace.MONTH, Grain.QUARTER: Pace.QUARTER}
_OWNED = re.compile("['’]s(?![a-z])")
_BETWEEN = " ,.!?:;，。！？：；、"


def read_digest(text: str, at: datetime) -> Asked | None:
    """`at` is the local time of the message. None: more was said than that, or days that are still to come."""
    said = _OWNED.sub("", plain(text[:_LONGEST]))
    found = list(phrases(said))
    if len(found) > 1 or len(text) > _LONGEST:
        return None
    rest = said[: found[0].start] + " " + said[found[0].end :] if found else said
    paces = {pace for pace in Pace if _words(pace).search(rest)}
    if len(paces) > 1 or _left(rest):
        return None
    pace = next(iter(paces), None)
    if not found:
        return Asked(pace or Pace.DAY, until(pace or Pace.DAY, at.date()))
    when = found[0].read(Frame(at.replace(tzinfo=None), lean=-1))
    return _of_days(when, pace, at) if when is not None and when.bound is Bound.NONE else None


def names_digest(text: str) -> bool:
    """Without a command only what is called a digest or a report is one: "last week" alone says nothing."""
    return len(text) <= _LONGEST and _words("named").search(plain(text)) is not None


def _of_days(when: When, pace: Pace | None, at: datetime) -> Asked | None:
    """The days say how long it is; those of no whole day, week, month or quarter have none."""
    its, last = _PACES.get(when.grain), (when.end - timedelta(microseconds=1)).date()
    if its is None or pace not in (None, its) or when.start.date() > at.date():
        return None
    period = until(its, min(last, at.date()))
    return Asked(its, period) if period.first == when.start.date() else None


def _left(text: str) -> str:
    for name in (*Pace, "around"):
        text = _words(name).sub(" ", text)
    return text.strip(_BETWEEN)


@cache
def _words(name: str) -> re.Pattern[str]:
    """Latin words stand alone, Chinese ones anywhere; the longest first."""
    words = {word for language in LANGUAGES for word in table(language, "digests")[name]}
    spelled = (
        rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(plain(word))
        for word in sorted(words, key=lambda word: (-len(word), word))
    )
    return re.compile("|".join(spelled))
