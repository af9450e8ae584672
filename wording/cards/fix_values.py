"""The values that can be tapped for a field of a line that is being corrected."""

from collections.abc import Iterator
from datetime import date, time

from sales.fields import FIELDS, FieldKind
from sales.fixes import AnyLine
from sales.kinds import Category, Kind, Severity
from sales.tellings import Agreement, Entry, Fact, FollowUp
from sales.views import Fixing
from wording.days import DayChoice, around, each_once, earlier_choices, later_choices
from wording.field_words import choice_label
from wording.voice import Voice

_HOURS = (8, 9, 10, 11, 13, 14, 15, 16, 17, 18)
_MOST_CUSTOMERS = 8


def fix_values(view: Fixing, line: AnyLine, voice: Voice) -> Iterator[tuple[str, str]]:
    """Pairs of what is stored and what the button says; none for what has to be written."""
    match view.field:
        case "kind":
            yield from ((kind.value, voice.kind(kind)) for kind in Kind)
        case "category":
            yield from ((category.value, voice.category(category)) for category in Category)
        case "severity":
            yield from ((severity.value, voice.severity(severity)) for severity in Severity)
        case "customer":
            yield from view.choices[:_MOST_CUSTOMERS]
        case "value" if isinstance(line, Fact):
            yield from _choices(line, voice)
        case _:
            yield from _dates(view, line, voice)


def _choices(fact: Fact, voice: Voice) -> Iterator[tuple[str, str]]:
    """The values of a list; the others are written."""
    field = FIELDS.get(fact.field)
    if field is not None:
        values = ("yes", "no") if field.kind is FieldKind.YES_NO else field.choices
        yield from ((value, choice_label(field, value, voice)) for value in values)


def _dates(view: Fixing, line: AnyLine, voice: Voice) -> Iterator[tuple[str, str]]:
    if view.field == "on" and isinstance(line, Entry):
        yield from ((day.isoformat(), label) for label, day in _days_behind(line.on, voice))
    if view.field == "day" and isinstance(line, FollowUp):
        yield from ((day.isoformat(), label) for label, day in _days_ahead(line.day, voice))
    if view.field == "until" and isinstance(line, Agreement):
        yield from ((day.isoformat(), label) for label, day in _days_ahead(line.until, voice))
    if view.field == "at":
        yield from ((time(hour).isoformat("minutes"), voice.clock_time(time(hour))) for hour in _HOURS)


def _days_behind(on: date, voice: Voice) -> list[DayChoice]:
    return each_once([*earlier_choices(voice), *(near for near in around(voice, on) if near[1] <= voice.today)])


def _days_ahead(day: date | None, voice: Voice) -> list[DayChoice]:
    nearby = around(voice, day) if day else []
    return each_once([*later_choices(voice), *(near for near in nearby if near[1] >= voice.today)])
