"""Reads a short answer to one question: a day, a sum."""

from datetime import date, datetime, time

from sales.money import Money
from understanding.dates.finding import phrases
from understanding.dates.policy import due, happened
from understanding.dates.when import Frame
from understanding.message.corrections import taken_back
from understanding.message.money import strongest, sums
from understanding.spelling import plain

_ALONE = 3
"""Characters beside a day that stands alone: "ok", 吧."""
_BESIDE = 10
"""Characters beside a day that say nothing more: "it was on", 应该是."""


def day_ahead(text: str, at: datetime) -> tuple[date, time | None] | None:
    """Read the day, and the clock time if one is told, of something to come; `at` is the local time of the answer."""
    frame = Frame(at.replace(tzinfo=None), lean=1, month_first=False)
    return next((found for phrase in phrases(plain(text)) if (found := due(phrase.read, frame))), None)


def is_day_alone(text: str) -> bool:
    """Whether it names a day or a time, and next to nothing else: "today", 周五吧."""
    spelled = plain(text)
    found = phrases(spelled)
    beside = len(spelled.strip()) - sum(one.end - one.start for one in found)
    return bool(found) and beside <= _ALONE


def day_behind(text: str, at: datetime) -> date | None:
    """Read the day of something that happened."""
    frame = Frame(at.replace(tzinfo=None), lean=-1, month_first=False)
    return next((found for phrase in phrases(plain(text)) if (found := happened(phrase.read, frame))), None)


def other_day(text: str, at: datetime) -> str:
    """What follows a word such as "no wait" or 不对, if that is a day and little else; else nothing."""
    spelled = plain(text).strip()
    rest = spelled[taken_back(spelled) :].lstrip(" ,.") if taken_back(spelled) else ""
    frame = Frame(at.replace(tzinfo=None))
    days = [one for one in phrases(rest) if one.read(frame)] if rest else []
    beside = len(rest) - sum(one.end - one.start for one in days)
    return rest if len(days) == 1 and beside <= _BESIDE else ""


def amount_in(text: str, currency: str) -> Money | None:
    """Read a sum; one without a currency is in `currency`, a bare number counts as money here."""
    found = next(strongest([*sums(plain(text), ()), *sums(plain(f"{currency} {text}"), ())]), None)
    return found.money(currency) if found else None
