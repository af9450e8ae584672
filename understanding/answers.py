"""Reads a short answer to one question: a day, a sum."""

from datetime import date, datetime, time

from sales.money import Money
from understanding.dates.finding import phrases
from understanding.dates.policy import due, happened
from understanding.dates.when import Frame
from understanding.message.money import strongest, sums
from understanding.spelling import plain


def day_ahead(text: str, at: datetime) -> tuple[date, time | None] | None:
    """Read the day, and the clock time if one is told, of something to come; `at` is the local time of the answer."""
    frame = Frame(at.replace(tzinfo=None), lean=1, month_first=False)
    return next((found for phrase in phrases(plain(text)) if (found := due(phrase.read, frame))), None)


def day_behind(text: str, at: datetime) -> date | None:
    """Read the day of something that happened."""
    frame = Frame(at.replace(tzinfo=None), lean=-1, month_first=False)
    return next((found for phrase in phrases(plain(text)) if (found := happened(phrase.read, frame))), None)


def amount_in(text: str, currency: str) -> Money | None:
    """Read a sum; one without a currency is in `currency`, a bare number counts as money here."""
    found = next(strongest([*sums(plain(text), ()), *sums(plain(f"{currency} {text}"), ())]), None)
    return found.money(currency) if found else None
