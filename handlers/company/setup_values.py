"""What an admin writes or taps as an answer of /setup, read into the text that a button for it would carry."""

import re
from collections.abc import Callable
from datetime import time

from babel.numbers import is_currency

from handlers.company.zones import zone_named
from sales.company_settings import (
    LONGEST_AHEAD,
    LONGEST_CLOCK,
    LONGEST_DAYS,
    LONGEST_ESCALATION,
    LONGEST_GIFT,
    MOST_ALERTS,
    MOST_LOOK_UPS,
    SHORTEST_AHEAD,
    SHORTEST_CLOCK,
    SHORTEST_POOL,
    Step,
    are_shares,
    hours_text,
)
from sales.fields import GRADES
from sales.phones import countries
from sales.scores.rating import MOST_WEIGHT, Criterion
from wording.cards.settings import country_name
from wording.cards.setup import BY_ZONE, BY_ZONE_WORDS, NEVER_WORDS, NO, NO_WORDS, YES, YES_WORDS
from wording.catalogue import LANGUAGES

_CLOCK = re.compile(r"(\d{1,2})(?:[:.点时](\d{2})?)?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"\d{1,5}", re.ASCII)
_NOON = 12
_DAY_HOURS = 24
_MINUTES = 60
LONGEST_NAME = 60


def setup_value(step: Step, text: str) -> str | None:
    """The canonical answer; None: these words are none."""
    return _READ[step](text.strip())


def _company(text: str) -> str | None:
    """A name, a place, or "name, place"; a place alone keeps the name."""
    name, _, place = text.replace("，", ",").rpartition(",")
    zone = zone_named(place or text)
    if zone is None:
        name, place = text, ""
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME or not (name or zone):
        return None
    return f"{zone.key if zone else ''}|{name}"


def _currency(text: str) -> str | None:
    code = text.upper()
    return code if re.fullmatch(r"[A-Z]{3}", code) and is_currency(code) else None


def _hours(text: str) -> str | None:
    clocks = [_time(found) for found in _CLOCK.finditer(text)]
    opens, closes = clocks if len(clocks) == 2 else (None, None)  # noqa: PLR2004 - from and to
    return hours_text(opens, closes) if opens and closes and opens < closes else None


def _time(found: re.Match[str]) -> time | None:
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    return time(hour, minute) if hour < _DAY_HOURS and minute < _MINUTES else None


def _cadence(text: str) -> str | None:
    return _three(text, 1)


def _pool(text: str) -> str | None:
    return "never" if text.casefold() in NEVER_WORDS else _three(text, SHORTEST_POOL)


def _three(text: str, least: int, most: int = LONGEST_DAYS) -> str | None:
    """Days for A, B and C."""
    days = [int(number) for number in _NUMBER.findall(text)]
    if len(days) != len(GRADES) or not all(least <= number <= most for number in days):
        return None
    return " ".join(map(str, days))


def _escalation(text: str) -> str | None:
    numbers = _NUMBER.findall(text)
    fits = len(numbers) == 1 and 0 < int(numbers[0]) <= LONGEST_ESCALATION
    return str(int(numbers[0])) if fits else None


def _region(text: str) -> str | None:
    """A country by its code or its name in any of our languages."""
    said = text.casefold()
    if said in BY_ZONE_WORDS:
        return BY_ZONE
    return next((code for code in countries() if said == code.casefold() or said in _names_of(code)), None)


def _names_of(code: str) -> set[str]:
    return {country_name(code, language).casefold() for language in LANGUAGES}


def _owner(text: str) -> str | None:
    said = text.casefold()
    return YES if said in YES_WORDS else NO if said in NO_WORDS else None


def _look_ups(text: str) -> str | None:
    fits = _NUMBER.fullmatch(text) and 0 < int(text) <= MOST_LOOK_UPS
    return str(int(text)) if fits else None


def _gift(text: str) -> str | None:
    return "never" if text.casefold() in NEVER_WORDS else _three(text, 1, LONGEST_GIFT)


def _ahead(text: str) -> str | None:
    return _three(text, SHORTEST_AHEAD, LONGEST_AHEAD)


def _clocks(text: str) -> str | None:
    return _three(text, SHORTEST_CLOCK, LONGEST_CLOCK)


def _weights(text: str) -> str | None:
    weights = [int(number) for number in _NUMBER.findall(text)]
    fits = len(weights) == len(Criterion) and max(weights) <= MOST_WEIGHT and any(weights)
    return " ".join(map(str, weights)) if fits else None


def _alerts(text: str) -> str | None:
    if text.casefold() in NEVER_WORDS:
        return "0"
    return str(int(text)) if _NUMBER.fullmatch(text) and int(text) <= MOST_ALERTS else None


def _class_shares(text: str) -> str | None:
    match [int(number) for number in _NUMBER.findall(text)]:
        case [a, b] if are_shares(a, b):
            return f"{a} {b}"
        case _:
            return None


_READ: dict[Step, Callable[[str], str | None]] = {
    Step.COMPANY: _company,
    Step.CURRENCY: _currency,
    Step.HOURS: _hours,
    Step.CADENCE: _cadence,
    Step.POOL: _pool,
    Step.ESCALATION: _escalation,
    Step.REGION: _region,
    Step.OWNER: _owner,
    Step.LOOK_UPS: _look_ups,
    Step.GIFT: _gift,
    Step.AHEAD: _ahead,
    Step.ALERTS: _alerts,
    Step.SHARES: _class_shares,
    Step.CLOCKS: _clocks,
    Step.WEIGHTS: _weights,
}
