"""/fields: the fields that this company added to the cards, and how to add one."""

from collections.abc import Sequence

from sales.cards import Argument, Card
from sales.fields import Field, FieldKind
from wording.field_kinds import kind_label
from wording.layout import digits, lay_out
from wording.sentences import Said
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short


def own_fields(fields: Sequence[Field], voice: Voice) -> Card:
    """Numbered lines; a digit takes its field out of use."""
    head = voice.say("Your own fields") if fields else voice.say("You have no fields of your own yet.")
    lines = [f"{number} {_line(field, voice)}" for number, field in enumerate(fields, 1)]
    out = [voice.say("A number takes its field off the cards; what is filled in stays on record.")] if fields else []
    each: list[dict[str, Argument]] = [
        {"place": place, "name": short(field.name, WORDS)} for place, field in enumerate(fields)
    ]
    return lay_out([head, *lines, *out, *voice.say(Said.FIELD_HOW).splitlines()], *digits("retire_field", each))


def _line(field: Field, voice: Voice) -> str:
    kind = kind_label(field.kind, voice)
    if field.kind is FieldKind.CHOICE:
        kind = voice.join(short(choice, NAME_IN_LIST) for choice in field.choices)
    return voice.labelled(short(field.label, NAME), short(kind, WORDS))
