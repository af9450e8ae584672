"""What is known, in words: sums with their sign, days with their weekday, numbers as a phone dials them."""

from collections.abc import Iterable
from datetime import date

from sales.field_values import money_of
from sales.fields import Field, FieldKind
from sales.kinds import Calendar
from sales.known import Known
from sales.phones import phone_shown
from wording.birthdays import birthday
from wording.field_words import choice_label, label_of
from wording.voice import Voice
from wording.wild_text import NAME, WORDS, short


def value_words(field: Field, value: str, voice: Voice, calendar: Calendar | None = None) -> str:
    """The value as the reader would say it; what does not fit its field is shown as it stands."""
    try:
        return _words(field, value, voice, calendar)
    except ValueError:
        return short(value, WORDS)


def _words(field: Field, value: str, voice: Voice, calendar: Calendar | None = None) -> str:
    match field.kind:
        case FieldKind.CHOICE | FieldKind.YES_NO:
            return short(choice_label(field, value, voice), NAME)
        case FieldKind.MONEY:
            return voice.money(money_of(value))
        case FieldKind.DAYS:
            return voice.count("%(count)s day", "%(count)s days", int(value))
        case FieldKind.NUMBER:
            return f"{int(value):,}"
        case FieldKind.PHONE:
            return short(phone_shown(value), NAME)
        case _:
            return _dated(field, value, voice, calendar)


def _dated(field: Field, value: str, voice: Voice, calendar: Calendar | None = None) -> str:
    match field.kind:
        case FieldKind.DAY:
            return voice.day(date.fromisoformat(value))
        case FieldKind.BIRTHDAY:
            return birthday(value, calendar, voice)
        case _:
            return short(value, WORDS)


def field_line(field: Field, values: Iterable[Known], voice: Voice) -> str:
    """The field with all its values: "Phone: +65 6555 0123, +65 9123 4567"."""
    said = voice.join(value_words(field, known.value, voice, known.calendar) for known in values)
    return voice.labelled(short(label_of(field, voice), NAME), said)
