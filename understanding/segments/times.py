"""Finds since when something was done or not: this month, for 30 days, since May; each becomes one sign of the text."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache

from sales.since import LONGEST_DAYS, Ever, From, Since, Stretch, This, Within
from understanding.dates.finding import phrases
from understanding.dates.when import Bound, Frame
from understanding.numbers import HAN_SMALL, SMALL, han
from understanding.segments.board import Board
from understanding.segments.words import either, meaning, one_of, said

START, INSIDE = "\ue000", "\ue001"
TIME = f"{START}{INSIDE}*"
"""A time, in the text after `mark`."""
_HALF_YEAR, _HALF_MONTH = 182, 15
Times = dict[int, Since | None]
"""What the time that begins at a place means; None: it names days, but not since when."""


def mark(board: Board, at: datetime) -> Times:
    """Put signs for all times; `at` is the local time of the message."""
    times: Times = {}
    for pattern, read in ((_counted(), _within), (_stretches(), _this)):
        for found in list(pattern.finditer(board.rest)):
            if (since := read(found)) is not None:
                _put(board, times, found.span(), since)
    for start, end, since in list(_since(board.rest, at)):
        _put(board, times, (start, end), since)
    for found in list(_ever().finditer(board.rest)):
        _put(board, times, found.span(), Ever())
    return times


def unmark(board: Board) -> None:
    """Times that nobody asked for are words again."""
    for found in list(re.compile(TIME).finditer(board.rest)):
        start, end = found.span()
        board.rest = board.rest[:start] + board.text[start:end] + board.rest[end:]


def _put(board: Board, times: Times, span: tuple[int, int], since: Since | None) -> None:
    start, end = span
    times[start] = since
    board.rest = board.rest[:start] + START + INSIDE * (end - start - 1) + board.rest[end:]


@cache
def _counted() -> re.Pattern[str]:
    before, after = either("times", "before_count"), either("times", "after_count")
    numeral = rf"(?<![\d.])\d{{1,3}}(?!\d)|[{HAN_SMALL}半]{{1,4}}|{one_of([*SMALL, 'a', 'an', 'couple of'])}"
    units = one_of(meaning("units"))
    span = rf"(?:(?:the\s)?(?:last|past)\s|{before}\s*)?(?P<half>{either('times', 'half_year')})"
    bare = rf"(?:the\s(?:last|past)|past)\s(?P<one>{units})"
    return re.compile(rf"(?:{span}|(?:{before}\s*)*(?P<count>{numeral})\s*(?P<unit>{units})|{bare})(?:\s*{after})*")


def _within(found: re.Match[str]) -> Since | None:
    if found["half"]:
        return Within(_HALF_YEAR)
    unit = int(meaning("units")[found["unit"] or found["one"]])
    if found["count"] and found["count"] == "半":
        return Within({30: _HALF_MONTH, 365: _HALF_YEAR}[unit]) if unit in (30, 365) else None
    days = unit * (_number(found["count"]) if found["count"] else 1)
    return Within(min(days, LONGEST_DAYS)) if days else None


def _number(told: str) -> int:
    if told.isdigit():
        return int(told)
    if told in SMALL:
        return SMALL[told]
    return int(han(told) or 0) if told[0] in HAN_SMALL else 2 if told.startswith("couple") else 1


@cache
def _stretches() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:in|during|within|from)\s)?(?P<word>{one_of(meaning('stretches'))})")


def _this(found: re.Match[str]) -> Since:
    return This(Stretch(meaning("stretches")[found["word"]]))


@cache
def _ever() -> re.Pattern[str]:
    return re.compile(one_of(word for word in said("times", "ever") if len(word) > 1))


def _since(text: str, at: datetime) -> Iterator[tuple[int, int, Since | None]]:
    """Days that are named; those in the future, and those without a word that says since, tell nothing of the past."""
    frame = Frame(at.replace(tzinfo=None), lean=-1)
    named = [(one.start, one.end, when) for one in phrases(text) if (when := one.read(frame))]
    for place, (start, end, when) in enumerate(named):
        follows = place > 0 and start - named[place - 1][1] <= 1
        # 12月1日 周一以来: the weekday belongs to the day before it.
        first, day = (named[place - 1][0], named[place - 1][2]) if follows else (start, when)
        told = when.bound in (Bound.SINCE, Bound.AFTER) and day.start.date() <= at.date()
        yield first, end, From(day.start.date()) if told else None
