"""Lets an hour without a day take the day that a message names before it: "Friday: Acme at 10, Bolt at 2pm"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

from understanding.dates.phrase import DatePhrase, Names
from understanding.dates.when import Bound, Frame, Grain, Reading, When, moment
from understanding.lexicon.shelf import LANGUAGES, table

_SENTENCE = re.compile(r"[.!?;。!?;\n]+(?=\s|$|[^\x00-\x7f])|\n")
_MARKS = re.compile(r"[\s,:–—()-]+")
_CLOSES = re.compile(r"\s*(?:$|[.,;!?)\n])")
_NOON = 12


def in_turn(text: str, found: Sequence[DatePhrase]) -> list[DatePhrase]:
    """Give hours their days; an hour that only completes the day before it becomes one phrase with it."""
    if all(one.names is Names.DAY for one in found):
        return list(found)
    told: list[DatePhrase] = []
    base: DatePhrase | None = None
    for each in found:
        one = _at_the_same_time(text, told, each)
        if one.names is Names.HOUR and base and told[-1] is base and _completes(text, base, one):
            told[-1] = base = _completed(text, base, one)
            continue
        told.append(_dated(text, base, one) if one.names is Names.HOUR and base else one)
        base = base if one.names is Names.HOUR or _denied(text, one) else one
    return told


def _dated(text: str, base: DatePhrase, one: DatePhrase) -> DatePhrase:
    if not _carries(text, base, one):
        return one
    return replace(one, read=_on_its_day(base.read, one.read, guess=not _looks_back(text, base, one)))


def _denied(text: str, one: DatePhrase) -> bool:
    """Of "June 8, not June 1. 9am" the hour belongs to the eighth."""
    return text[: one.start].endswith(_listed("denying"))


def _listed(name: str) -> tuple[str, ...]:
    return tuple(word for language in LANGUAGES for word in table(language, "dates").get(name, ()))


def _at_the_same_time(text: str, told: Sequence[DatePhrase], one: DatePhrase) -> DatePhrase:
    """Of "the 12th at 2, no, the 13th, same time" the thirteenth is at two as well."""
    hours = [other.read for other in told if other.names is not Names.DAY]
    said = _same_time().match(text, one.end) if hours and one.names is Names.DAY else None
    return replace(one, end=said.end(), read=_at_hour_of(one.read, hours[-1]), names=Names.BOTH) if said else one


@cache
def _same_time() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?:{'|'.join(_listed('same_time'))})")


def _at_hour_of(read: Reading, hour: Reading) -> Reading:
    def told(frame: Frame) -> When | None:
        day, then = read(frame), hour(frame)
        if day is None or then is None or not then.clock:
            return day
        return moment(day.start.replace(hour=then.start.hour, minute=then.start.minute)).bounded(day.bound)

    return told


def _completes(text: str, base: DatePhrase, one: DatePhrase) -> bool:
    """Thursday now, 11 sharp; "Monday we meet at his office, 9 am"."""
    if base.names is Names.BOTH or (base.part and one.part):
        return False
    between = text[base.end : one.start]
    if _linked(between):
        return True
    return not one.part and between.rstrip().endswith(",") and _same(between) and bool(_CLOSES.match(text, one.end))


def _linked(between: str) -> bool:
    return not _MARKS.sub("", _links().sub(" ", between))


@cache
def _links() -> re.Pattern[str]:
    words = (rf"\b{word}\b" if word.isascii() else word for word in _listed("linking"))
    spelled = sorted(words, key=len, reverse=True)
    return re.compile("|".join(spelled))


def _same(between: str) -> bool:
    return not _SENTENCE.search(between)


def _completed(text: str, base: DatePhrase, one: DatePhrase) -> DatePhrase:
    end = one.end if _linked(text[base.end : one.start]) else base.end
    return replace(base, end=end, read=_on_its_day(base.read, one.read, guess=True), names=Names.BOTH)


def _carries(text: str, base: DatePhrase, one: DatePhrase) -> bool:
    """Within a sentence, or to an hour that begins the next; a part of the day follows another one."""
    between = text[base.end : one.start]
    if one.part_only and not (base.part and base.names is Names.DAY):
        return False
    _, *later = _SENTENCE.split(between)
    return not later or (len(later) == 1 and not later[0].strip())


def _looks_back(text: str, base: DatePhrase, one: DatePhrase) -> bool:
    """Whether it tells of a day gone by, so that an hour still to come is no hour of it."""
    begins = max((found.end() for found in _SENTENCE.finditer(text, 0, base.start)), default=0)
    return bool(_past().search(text, begins, one.start))


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_listed('looks_back'))}|[a-z]+ed)\b|[了过]")


def _on_its_day(base: Reading, read: Reading, *, guess: bool) -> Reading:
    def told(frame: Frame) -> When | None:
        day = base(frame)
        if day is None or day.grain > Grain.DAY or day.spread or not _lies_there(base, day, frame, guess=guess):
            return read(frame)
        found = read(replace(frame, now=day.start.replace(hour=0, minute=0)))
        return found and _bounded(_late(found, day), day)

    return told


def _lies_there(base: Reading, day: When, frame: Frame, *, guess: bool) -> bool:
    """Ahead, for who looks ahead; a Tuesday that is told as gone by is none to come."""
    if (day.start - frame.today).days * frame.lean < 0:
        return False
    other = base(replace(frame, lean=-frame.lean))
    return guess or frame.lean < 0 or (other is not None and other.start == day.start)


def _late(found: When, day: When) -> When:
    """Of an evening, eight is eight at night."""
    if day.grain is Grain.PART and found.other and day.start.hour >= _NOON > found.start.hour:
        moved = timedelta(hours=_NOON)
        return replace(found, start=found.start + moved, end=found.end + moved)
    return found


def _bounded(found: When, day: When) -> When:
    return replace(found, again=None, bound=found.bound if found.bound is not Bound.NONE else day.bound)
