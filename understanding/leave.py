"""Reads a leave: its first and last day, and the words before and after, which may name people."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from understanding.dates.finding import DatePhrase, phrases
from understanding.dates.when import Bound, Frame, When
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.spelling import is_han, plain

BACKWARDS = timedelta(days=183)
"""A range without a year that would last longer was written the wrong way round."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_][\w.'-]*|\d+")
_JOINT = re.compile(r"\s(?:to|till|until|through|thru)\s|[-–~到至]")
_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class LeaveWords:
    """What was read. `first` None: no days were told. `before` and `after` are what else stood around them."""

    first: date | None = None
    last: date | None = None
    before: str = ""
    after: str = ""

    @property
    def backwards(self) -> bool:
        return self.first is not None and self.last is not None and self.last < self.first


def asked_leave(text: str, at: datetime) -> LeaveWords | None:
    """What a message asks for that begins as somebody does who will be away; the days follow at once."""
    spelled = plain(text).strip()
    begun = _begins().match(spelled)
    if begun is None:
        return None
    read = read_leave(spelled[begun.end() :], at)
    return None if read.before or (read.first is None and read.after) else read


def read_leave(text: str, at: datetime) -> LeaveWords:
    """Read the days; `at` is the local time of the message. Days in the wrong order are left so."""
    spelled = plain(text)
    words = text if len(spelled) == len(text) else spelled
    frame = Frame(at.replace(tzinfo=None))
    found = [(one, _under_way(one, frame, spelled) or when) for one in phrases(spelled) if (when := one.read(frame))]
    if not found:
        unread = phrases(spelled)
        # Days that make no sense in this order: 2026-05-05 to 2026-05-01.
        return LeaveWords(at.date(), at.date() - timedelta(days=1)) if unread else LeaveWords(before=_people(words))
    start, end = found[0][0].start, found[-1][0].end
    ends = _second(spelled[start:end], found[0][1], frame) or found[-1][1]
    first, last = _first(found[0][1], at.date()), (ends.end - _MOMENT).date()
    if _is_backwards(words, start, last - first):
        first, last = last, first - timedelta(days=1)
    return LeaveWords(first, last, _people(words[:start]), _people(words[end:]))


def _under_way(one: DatePhrase, frame: Frame, spelled: str) -> When | None:
    """What has begun and is not over: "20-25 November" on the 22nd, where the grammar looks a year ahead."""
    when = None if _YEAR.search(spelled) else one.read(replace(frame, lean=-1))
    fits = when is not None and when.start < frame.now < when.end and when.end - when.start <= BACKWARDS
    return when if fits else None


def _second(spelled: str, first: When, frame: Frame) -> When | None:
    """The last day of "tomorrow to Friday", in which the grammar sees one day; it counts from the first."""
    joint = _JOINT.search(spelled) if first.end - first.start == timedelta(days=1) else None
    later = phrases(spelled[joint.end() :]) if joint else []
    when = later[0].read(replace(frame, now=first.start, lean=1)) if later else None
    return when if when and when.start > first.start else None


def _first(when: When, today: date) -> date:
    """Until Friday: from today on."""
    return today if when.bound in (Bound.BEFORE, Bound.THROUGH) else max(when.start.date(), _begun(when, today))


def _begun(when: When, today: date) -> date:
    """Of a week or month that has begun, what is left counts."""
    return today if when.start.date() < today < when.end.date() else when.start.date()


def _is_backwards(text: str, start: int, length: timedelta) -> bool:
    """5 May to 1 May would last until next year; of 5-1 May the figure before the day was left over."""
    return (length > BACKWARDS and not _YEAR.search(text)) or text[:start].rstrip().endswith(("-", "–", "~"))


def _people(text: str) -> str:
    """What is left of the words when those that every leave has are taken off."""
    fillers = _fillers()
    kept = [word for word in _WORD.findall(text) if word.casefold() not in fillers]
    return " ".join(filter(None, (_without(word) if is_han(word[0]) else word for word in kept)))


def _without(word: str) -> str:
    """Chinese is written without blanks, so what every leave has is taken off at both ends."""
    for filler in sorted(filter(lambda one: is_han(one[0]), _fillers()), key=len, reverse=True):
        word = word.removeprefix(filler).removesuffix(filler)
    return word


@cache
def _fillers() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in table(language, "leave")["fillers"])


@cache
def _begins() -> re.Pattern[str]:
    says, before = (
        sorted((word for language in LANGUAGES for word in table(language, "leave")[name]), key=len, reverse=True)
        for name in ("says", "before")
    )
    return re.compile(rf"(?:(?:{_either(before)})\s*)*(?:{_either(says)})(?![a-z])")


def _either(words: list[str]) -> str:
    return "|".join(map(re.escape, words))
