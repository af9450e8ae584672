"""Finds days that come round every year: since when a customer is ours, when it was founded, who married when."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from understanding.dates.finding import DatePhrase
from understanding.dates.when import Grain
from understanding.findings import FoundField, Mention, Span
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.numbers import HAN, HAN_SMALL, ORDINALS, han

_SINCE, _FOUNDED, _WEDDING = "partner_since", "founded", "anniversary"
_LONG_AGO = 330
"""A day that is nearer is news, such as a contract that was signed on Monday."""
_YEARS = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?[ -]?(?:years?[ -])?$")
_MOST = 4
"""More such days than anybody tells in one message."""
_OLDEST = 1500
_TWO_DAYS = 0.4
"""How sure a day is that is written as two may be."""
_BESIDE = 40


def anniversaries(noticed: Noticed) -> tuple[FoundField, ...]:
    """One for each field and customer; a day that is no day of a year is left to the reader of notes."""
    if not _pattern("cues").search(noticed.spelled):
        return ()
    kept: dict[tuple[str, str, str], FoundField] = {}
    for one in noticed.dates:
        for found in _told_by(noticed, one):
            kept.setdefault((found.field, found.contact, found.customer.name if found.customer else ""), found)
    return tuple(list(kept.values())[:_MOST])


def _told_by(noticed: Noticed, one: DatePhrase) -> Iterator[FoundField]:
    """What a day tells, by the words of its sentence."""
    here, when = _sentence(noticed, one.start), one.read(noticed.frame)
    if not here or when is None or when.grain is not Grain.DAY or _is_unreal(noticed, here):
        return
    begin, end = here[0].start, here[-1].end
    field, day = _meant(noticed.spelled[begin:end], when.start.date(), noticed.frame.now.date())
    contact = _person(noticed, begin, end) if field == _WEDDING else ""
    customer = _customer(noticed, here)
    if field and customer and contact is not None:
        said = [_with_idle_words(noticed.spelled, Span(*cue.span())) for cue in _cues(noticed, begin, end)]
        # 3/4/2021 is two days, and a wrong one would be congratulated on for years.
        sure = _TWO_DAYS if when.other else 1.0
        yield FoundField(field, day.isoformat(), contact, customer, (Span(one.start, one.end), *said), sure)


def _cues(noticed: Noticed, begin: int, end: int) -> Iterator[re.Match[str]]:
    for name in ("cues", "ours"):
        yield from _pattern(name).finditer(noticed.spelled, begin, end)


def _with_idle_words(said: str, cue: Span) -> Span:
    """What stands around the words and says nothing else, so that no note is made of it."""
    before = _idle().search(said, max(0, cue.start - _BESIDE), cue.start)
    after = _idle_after().match(said, cue.end, cue.end + _BESIDE)
    return Span(before.start() if before else cue.start, after.end() if after else cue.end)


def _meant(said: str, day: date, today: date) -> tuple[str | None, date]:
    """The field that a sentence tells, and since when."""
    if _pattern("wedding").search(said):
        return _WEDDING, day
    if found := _pattern("round").search(said):
        years = _years(said[: found.start()])
        field = _SINCE if _pattern("ours").search(said) else _FOUNDED if _pattern("theirs").search(said) else None
        first = _back(day, years) if years else None
        return (field, first) if first else (None, day)
    long_ago = day.year > _OLDEST and (today - day).days >= _LONG_AGO
    told = (field for name, field in (("founded", _FOUNDED), ("since", _SINCE)) if _pattern(name).search(said))
    return (next(told, None) if long_ago else None), day


def _back(day: date, years: int) -> date | None:
    """The day that many years ago; 29 February is told of the 28th where there was none."""
    if day.year - years <= _OLDEST:
        return None
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _years(before: str) -> int | None:
    """How many, right before the word: "our 5th", "the fifth", 二十."""
    words = before.rstrip()
    if found := _YEARS.search(words):
        return int(found[1])
    if numeral := HAN.search(words[-4:]):
        value = han(words[-4:][numeral.start() :])
        return int(value) if value else None
    last = re.split(r"[ -]", words)
    return ORDINALS.get(last[-1]) if last else None


def _sentence(noticed: Noticed, place: int) -> list[Clause]:
    here = next((one for one in noticed.clauses if one.start <= place < one.end), None)
    return [one for one in noticed.clauses if here and one.sentence == here.sentence]


def _is_unreal(noticed: Noticed, here: list[Clause]) -> bool:
    begin, end = here[0].start, here[-1].end
    rivals = any(begin <= one.start < end for one in noticed.rivals)
    asks = "?" in noticed.spelled[begin : end + 2] or noticed.spelled[begin:end].endswith("吗")
    return rivals or asks or bool(_pattern("unreal").search(noticed.spelled, begin, end))


def _customer(noticed: Noticed, here: list[Clause]) -> Mention | None:
    """The only one that the sentence is about."""
    keys = {key for clause in here for key in noticed.about[noticed.clauses.index(clause)]}
    return noticed.mentions.get(keys.pop()) if len(keys) == 1 else None


def _person(noticed: Noticed, begin: int, end: int) -> str | None:
    """The only one who is named there."""
    names = {one.name for one in noticed.people if begin <= one.start < end}
    return names.pop() if len(names) == 1 else None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = [word for language in LANGUAGES for word in _listed(table(language, "anniversaries"), name)]
    return re.compile("|".join(map(_edged, sorted(words, key=len, reverse=True))))


def _listed(words: dict[str, list[str]], name: str) -> list[str]:
    return [*words["since"], *words["founded"], *words["round"], *words["wedding"]] if name == "cues" else words[name]


def _edged(word: str) -> str:
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word[0].isascii() else re.escape(word)


@cache
def _idle_words() -> str:
    words = (word for language in LANGUAGES for word in table(language, "anniversaries")["idle"].split())
    figures = (r"\d++(?:st|nd|rd|th)?", f"[{HAN_SMALL}]++", *(rf"{word}(?![a-z])" for word in ORDINALS))
    return "|".join([*map(_edged, sorted(words, key=len, reverse=True)), *figures])


@cache
def _idle() -> re.Pattern[str]:
    return re.compile(rf"(?>(?:{_idle_words()})[\s,-]*+)++(?![\s\S])")


@cache
def _idle_after() -> re.Pattern[str]:
    return re.compile(rf"(?>[\s,]*+(?:{_idle_words()}))++")
