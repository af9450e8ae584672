"""A number that was counted, in the unit of its measure: ¥12,000, 67%, 4.5 h."""

from sales.measures import Measure, Unit, unit
from sales.money import Money
from wording.voice import Voice

_HOUR, _DAY = 60, 24 * 60
_LONG = 2
"""From so many hours or days on they are told instead of minutes or hours."""


def figure_words(measure: Measure, number: int, currency: str, voice: Voice) -> str:
    match unit(measure):
        case Unit.MONEY:
            return voice.money(Money(number, currency))
        case Unit.PERCENT:
            return f"{number:,}%"
        case Unit.PER_HUNDRED:
            return f"{number / 10:,.1f}"
        case Unit.MINUTES:
            return _time(number, voice)
        case Unit.COUNT:
            return f"{number:,}"


def _time(minutes: int, voice: Voice) -> str:
    if abs(minutes) < _LONG * _HOUR:
        return voice.say("%(number)s min", number=minutes)
    if abs(minutes) < _LONG * _DAY:
        return voice.say("%(number)s h", number=f"{minutes / _HOUR:.1f}")
    return voice.say("%(number)s days", number=f"{minutes / _DAY:,.1f}")
