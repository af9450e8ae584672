"""Days on which nobody can be reminded: far beyond anybody's plans, or over."""

import re
from datetime import date, datetime
from functools import cache

from understanding.answers import day_behind
from understanding.findings import FoundFollowUp
from understanding.lexicon.shelf import LANGUAGES, table

FURTHEST_YEARS = 10
_AFTER = re.compile(r"[\s,，]*(?:of |in )?([2-9]\d{3})(?!\d)")
_BEFORE = re.compile(r"(?<!\d)([2-9]\d{3})\s*[年/.-]?\s*$")
_STUCK = re.compile(r"^(?:the year )?[2-9]\d{3}\s*年?[\s,，]*(?:to\s+|提醒我)?")
_MARKS = " ,.;:!?，。；：！？"


def is_far(found: FoundFollowUp, text: str, today: date) -> bool:
    """Ten years and more ahead; a year beside the day that no calendar of ours has counts, too."""
    if found.day is None:
        return False
    last = today.year + FURTHEST_YEARS
    return found.day.year > last or any(year > last for year in _years(found, text))


def _years(found: FoundFollowUp, text: str) -> list[int]:
    beside = [
        told
        for span in found.spans[1:]
        for told in (_AFTER.match(text, span.end), _BEFORE.search(text[: span.start]))
        if told
    ]
    return [int(told[1]) for told in beside]


def without_year(action: str) -> str:
    """What is to be done, without the year that was left over of the day."""
    return _STUCK.sub("", action) or action


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile("|".join(table(language, "actions")[name] for language in LANGUAGES), re.IGNORECASE)


def puts_off(text: str) -> bool:
    """Whether these words put a reminder off."""
    return _words("puts_off").match(text.strip()) is not None


def reminded_behind(text: str, at: datetime) -> tuple[date, str] | None:
    """A day that is over, and what to be reminded of: 昨天提醒我给银行打电话."""
    asked, over = _words("reminds").search(text), _words("over").search(text)
    day = day_behind(text, at) if asked and over else None
    if asked is None or day is None or day >= at.date():
        return None
    words = _words("over").sub("", text[asked.end() :]).strip(_MARKS)
    return (day, words) if words else None
