"""Finds the date phrases of a text and reads them."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from operator import itemgetter

from understanding.dates.chart import LONGEST, best
from understanding.dates.doubts import doubtful
from understanding.dates.grammar import sequels
from understanding.dates.lexemes import lexemes
from understanding.dates.moves import parted
from understanding.dates.phrase import DatePhrase, phrase, remembered
from understanding.dates.sequences import in_turn
from understanding.dates.when import Bound, Frame, Grain, Reading, When
from understanding.dates.words import Lexeme
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.spelling import plain

__all__ = ["DatePhrase", "find_dates", "phrases"]

MOST = 20
"""Rows of time words that are read in one message."""


def phrases(text: str) -> list[DatePhrase]:
    """Find the date phrases of a message in plain spelling, in order; an hour has the day that is named before it."""
    return [remembered(one) for one in in_turn(text, list(parted(text, alone(text), alone)))]


def alone(text: str) -> list[DatePhrase]:
    """Find the date phrases of a text, each as its own words tell."""
    found: list[DatePhrase] = []
    for row in itertools.islice(_rows(text), MOST):
        for first, end, reading, name in sorted(best(row), key=itemgetter(0)):
            if not doubtful(text, row[first:end]):
                read = after(found[-1].read, reading) if name in sequels() and found else reading
                found.append(phrase(row[first:end], name, read))
    return found


def after(base: Reading, reading: Reading) -> Reading:
    """A phrase such as "the day after" is counted from the date that is named before it."""

    def read(frame: Frame) -> When | None:
        told = base(frame)
        return reading(replace(frame, now=told.start, lean=1) if told else frame)

    return read


def _rows(text: str) -> Iterator[list[Lexeme]]:
    row: list[Lexeme] = []
    for lexeme in lexemes(text):
        if lexeme is None or len(row) >= LONGEST:
            if row:
                yield row
            row = []
        if lexeme is not None and not lexeme.filler:
            row.append(lexeme)
    if row:
        yield row


def find_dates(text: str, now: datetime, *, month_first: bool = True) -> list[dict[str, object]]:
    """Find dates as `rapport dates` prints them: offsets, start and end as naive local ISO date-times."""
    spelled = plain(text)
    frame = Frame(now.replace(tzinfo=None), lean=_lean(spelled), month_first=month_first, office_hours=False)
    return [
        {"s": one.start, "e": one.end} | _bounds(when, frame.now)
        for one in alone(spelled)
        if (when := one.read(frame)) is not None
    ]


def _lean(text: str) -> int:
    """Back, where the sentence tells of the past; ahead otherwise."""
    past = [word for language in LANGUAGES for word in table(language, "dates").get("looks_back", ())]
    return -1 if set(past) & set(text.split()) else 1


def _bounds(when: When, now: datetime) -> dict[str, object]:
    start, end = when.start.isoformat(timespec="seconds"), when.end.isoformat(timespec="seconds")
    single = when.grain in (Grain.DAY, Grain.MINUTE) and not when.spread
    match when.bound:
        case Bound.BEFORE if not when.spread:
            return {"start": None, "end": start if single or not when.edge else end}
        case Bound.THROUGH:
            return {"start": None, "end": start if single else end}
        case Bound.AFTER:
            return {"start": start if single else end, "end": None}
        case Bound.SINCE:
            # What began before now has lasted until now.
            return {"start": start, "end": now.isoformat(timespec="seconds") if when.start < now else None}
        case _:
            return {"start": start, "end": None if single else end}
