"""What a member writes or taps about their hours, read into what the store keeps."""

import re
from collections.abc import Callable
from datetime import time
from itertools import pairwise

import holidays
from pydantic import JsonValue

from sales.care.habits import BadHabitError, spans_of
from sales.care.hours import BY_ZONE, MOST_A_DAY, NONE, Hour
from wording.cards.hours import NOT_READ, WHOLE_DAY
from wording.cards.setup import BY_ZONE_WORDS
from wording.country_names import country_named

_CLOCK = re.compile(
    r"(?P<early>早上|上午|早)?(?P<late>下午|晚上|傍晚|中午)?\s*"
    r"(?P<hour>\d{1,2})(?:[:.：点时](?P<minute>\d{2}|半)?)?\s*(?P<half>am|pm|a\.m\.|p\.m\.)?",
    re.IGNORECASE | re.ASCII,
)
_SPAN = re.compile(r"\s*(?:-|–|~|to|until|till|到|至)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|，|、|;|；|\band\b|和)\s*", re.IGNORECASE)
_NONE_WORDS = frozenset({"none", "no", "never", "off", "无", "没有", "不要", "不用"})
_EVERY_DAY = frozenset({"every day", "daily", "all", "每天", "天天"})
_DAYS = ("mon 一", "tue 二", "wed 三", "thu 四", "fri 五", "sat 六", "sun 日天")
_DAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:周|星期|礼拜)?([一二三四五六日天1-7])", re.IGNORECASE)
_NOON, _HOURS, _MINUTES = 12, 24, 60
_MIDNIGHT = re.compile(r"^24(?:[:.：点时](?:00)?)?$")
"""As a day's end is written, too."""


def hour_value(hour: Hour, text: str) -> JsonValue:
    """As the store keeps it. Raises BadHabitError with the sentence that says what is wrong."""
    return _READ[hour](text.strip())


def fits(hour: Hour, text: str) -> bool:
    try:
        hour_value(hour, text)
    except BadHabitError:
        return False
    return True


def _clock(text: str) -> time | None:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    minute = 30 if found["minute"] == "半" else int(found["minute"] or 0)
    if (half.startswith("p") or found["late"]) and hour < _NOON:
        hour += _NOON
    elif half.startswith("a") and hour == _NOON:
        hour = 0
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def _hour(text: str) -> str:
    at = _clock(text)
    if at is None:
        raise BadHabitError(NOT_READ[Hour.AGENDA])
    return f"{at:%H:%M}"


def _quiet(text: str) -> str:
    if text.casefold() in _NONE_WORDS:
        return ""
    spans = [_span(part) for part in _BETWEEN.split(text) if part]
    try:
        return ", ".join(span.text for span in spans_of(", ".join(spans)))
    except BadHabitError as error:
        raise BadHabitError(WHOLE_DAY) from error


def _span(text: str) -> str:
    clocks = [_clock(_MIDNIGHT.sub("0:00", part.strip())) for part in _SPAN.split(text)]
    starts, ends = clocks if len(clocks) == 2 else (None, None)  # noqa: PLR2004 - from and to
    if starts is None or ends is None:
        raise BadHabitError(NOT_READ[Hour.QUIET])
    return f"{starts:%H:%M}-{ends:%H:%M}"


def _workdays(text: str) -> str:
    """Days one by one, or from one to another."""
    if text.casefold() in _EVERY_DAY:
        return "1234567"
    found: set[int] = set()
    for part in _BETWEEN.split(text):
        ends = [_days_in(end) for end in _SPAN.split(part)]
        if not all(ends) or len(ends) > 2:  # noqa: PLR2004 - from and to
            raise BadHabitError(NOT_READ[Hour.WORKDAYS])
        found |= {*ends[0]}
        for first, last in pairwise(ends):
            found |= {(first[-1] - 1 + step) % 7 + 1 for step in range((last[0] - first[-1]) % 7 + 1)}
    return "".join(map(str, sorted(found)))


def _days_in(text: str) -> list[int]:
    """The days named in a text that names nothing else; empty where it does."""
    if not text.strip() or _DAY.sub("", text).strip(" .周星期礼拜"):
        return []
    return [_number(match[1] or match[2]) for match in _DAY.finditer(text)]


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(number for number, names in enumerate(_DAYS, 1) if word.lower() in names)


def _country(text: str) -> str | None:
    said = text.casefold()
    if said in BY_ZONE_WORDS or said == BY_ZONE:
        return None
    if said in _NONE_WORDS or said == NONE:
        return ""
    code = country_named(text)
    if code is None or code not in holidays.list_supported_countries(include_aliases=False):
        raise BadHabitError(NOT_READ[Hour.COUNTRY])
    return code


def _a_day(text: str) -> int:
    fits = re.fullmatch(r"[0-9]{1,3}", text) and 0 < int(text) <= MOST_A_DAY
    if not fits:
        raise BadHabitError(NOT_READ[Hour.A_DAY])
    return int(text)


_READ: dict[Hour, Callable[[str], JsonValue]] = {
    Hour.AGENDA: _hour,
    Hour.WRAP: _hour,
    Hour.QUIET: _quiet,
    Hour.WORKDAYS: _workdays,
    Hour.COUNTRY: _country,
    Hour.A_DAY: _a_day,
}
