"""Days on which nobody can be reminded: far beyond anybody's plans, or over."""

import re
from datetime import date, datetime
from functools import cache

from understanding.answers import day_behind
from understanding.findings import FoundFollowUp
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.numbers import han
from understanding.spelling import plain

FURTHEST_YEARS = 10
_AFTER = re.compile(r"[\s,，]*(?:of |in )?([2-9]\d{3})(?!\d)")
_BEFORE = re.compile(r"(?<!\d)([2-9]\d{3})\s*[年/.-]?\s*$")
_STUCK = re.compile(r"^(?:the year )?[2-9]\d{3}\s*年?[\s,，]*(?:to\s+|提醒我)?")
_GOES_ON = r"(?=$|\s*[,.;!?，。；]|\s(?:to|about|for|at|and|with)\b)"
_YEAR = re.compile(r"(?<![\d.,])([2-9]\d{3})(?=[-/.年]|$|[\s,，!.。])")
_SHORT_MONTHS = {"feb": 29, "apr": 30, "jun": 30, "sep": 30, "nov": 30}
_MONTH = r"(?P<month>feb(?:ruary)?|apr(?:il)?|june?|sep(?:t(?:ember)?)?|nov(?:ember)?)"
_MISSING_DAYS = (
    re.compile(rf"(?<!\d)(?P<day>3[01])(?:st|th)?(?: of)? {_MONTH}(?![a-z])"),
    re.compile(rf"(?<![a-z]){_MONTH}\.? (?P<day>3[01])(?:st|th)?(?!\d)"),
    re.compile(r"(?<!\d)(?P<month>2|4|6|9|11)月(?P<day>3[01])(?!\d)[日号]?"),
    re.compile(r"(?P<month>二|四|六|九|十一)月(?P<day>三十一?)(?!个)[日号]?"),
)
_LUNAR = re.compile(r"(?:农历|阴历|旧历|lunar )")
_MISSING_LUNAR = re.compile(
    r"(?:农历|阴历|旧历)?闰?(?:十[三四五六七八九]月[初一二三四五六七八九十廿]{1,3}|[一二三四五六七八九十]{1,2}月三十一)"
)
_HAN_MONTHS = {"二": "2", "四": "4", "六": "6", "九": "9", "十一": "11"}
_HAN_SHORT = {"2": 29, "4": 30, "6": 30, "9": 30, "11": 30}
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


def without_year(found: FoundFollowUp, text: str) -> str:
    """What is to be done, without the year that was left over of the day: call Acme 9999 about the valves."""
    action = found.action
    for year in _years(found, text):
        action = re.sub(rf"\s(?:(?:of|in) )?{year}{_GOES_ON}", "", action)
    return _STUCK.sub("", action) or found.action


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


def reminded_of_nothing(text: str, at: datetime) -> date | None:
    """A day that is over, of a wish to be reminded that says nothing else: "Remind me yesterday"."""
    asked, over = _words("reminds").search(text), _words("over").search(text)
    day = day_behind(text, at) if asked and over else None
    if asked is None or day is None or day >= at.date():
        return None
    rest = _words("over").sub("", text[: asked.start()] + text[asked.end() :])
    return None if rest.strip(_MARKS) else day


def is_far_said(text: str, today: date) -> bool:
    """Whether an answer names a year that is ten years and more ahead."""
    return any(int(found[1]) > today.year + FURTHEST_YEARS for found in _YEAR.finditer(plain(text)))


def missing_day(text: str) -> str:
    """The words of a day that no calendar has, such as 30 February or 农历四月三十一; "" where there are none."""
    spelled = plain(text)
    if _LUNAR.search(spelled):
        found = _MISSING_LUNAR.search(spelled)
        return found[0] if found else ""
    for pattern in _MISSING_DAYS:
        for told in pattern.finditer(spelled):
            if _number(told["day"]) > _longest(told["month"]):
                return text[told.start() : told.end()]
    return ""


def _number(day: str) -> int:
    return int(day) if day.isdecimal() else int(han(day) or 0)


def _longest(month: str) -> int:
    return _SHORT_MONTHS.get(month[:3]) or _HAN_SHORT[_HAN_MONTHS.get(month, month)]
