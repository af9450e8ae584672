"""Changing a card: which field, which value, and the echo of what was changed."""

from collections.abc import Iterator

from sales.card_views import Change, Editing
from sales.cards import Argument, Button, Card, Row
from sales.fields import Field, FieldKind
from sales.known import About, Known
from wording.birthdays import years_without
from wording.cards.history import back_to_card
from wording.catalogue import sentence
from wording.field_values import field_line, value_words
from wording.field_words import choice_label, label_of
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_IN_A_ROW = 3
_CHOICES_IN_A_ROW = 2
HOW = {
    FieldKind.TEXT: sentence("Please write it."),
    FieldKind.CHOICE: sentence("Please tap it."),
    FieldKind.NUMBER: sentence("Please write a number, like 120."),
    FieldKind.MONEY: sentence("Please write a sum, like 50k or SGD 12,000."),
    FieldKind.DAYS: sentence("Please write how many days, like 30 days or 2 weeks."),
    FieldKind.DAY: sentence("Please write the day, like 27 Nov 2024."),
    FieldKind.BIRTHDAY: sentence("Please write it like 12 Mar 1980, 12 Mar, or lunar 8/15."),
    FieldKind.PHONE: sentence("Please write the number with its country, like +65 6555 0123."),
    FieldKind.EMAIL: sentence("Please write the address, like lee@acme.com."),
    FieldKind.PLACE: sentence("Please send the place, or write it like 1.2903, 103.8520."),
    FieldKind.CUSTOMER: sentence("Please write the name."),
    FieldKind.YES_NO: sentence("Please tap it."),
}
"""How a value is given."""


def editing(view: Editing, voice: Voice) -> Card:
    return _which_value(view, view.field, voice) if view.field else _which_field(view, voice)


def args_of(about: About) -> dict[str, Argument]:
    args: dict[str, Argument] = {"customer": about.customer}
    return args | ({"contact": about.contact} if about.contact else {})


def _which_field(view: Editing, voice: Voice) -> Card:
    asks = voice.say("What of %(name)s shall I change?", name=short(view.name, NAME))
    about = args_of(view.about)
    buttons = [Button(label_of(field, voice), "edit_field", {**about, "field": field.name}) for field in view.fields]
    if view.about.contact is None:
        buttons.insert(1, Button(voice.say("Other names"), "edit_names", about))
    return lay_out([asks], *in_rows(buttons, _IN_A_ROW), (_back(view.about, voice),))


def _back(about: About, voice: Voice) -> Button:
    if about.contact:
        return Button(voice.say("Back"), "person", args_of(about))
    return back_to_card(about.customer, voice)


def _which_value(view: Editing, field: Field, voice: Voice) -> Card:
    head = voice.join([short(view.name, NAME), short(label_of(field, voice), NAME)])
    now = [voice.say("Now: %(value)s", value=_values(field, view.known, voice))] if view.known else []
    lines = [head, *now, voice.say(HOW[field.kind])]
    rows = (*in_rows(tuple(_choices(view, field, voice)), _CHOICES_IN_A_ROW), *_away(view, field, voice))
    return lay_out(lines, *rows, (Button(voice.say("Back"), "edit", args_of(view.about)),))


def _values(field: Field, known: tuple[Known, ...], voice: Voice) -> str:
    return voice.join(value_words(field, one.value, voice, one.calendar) for one in known)


def _choices(view: Editing, field: Field, voice: Voice) -> Iterator[Button]:
    values = ("yes", "no") if field.kind is FieldKind.YES_NO else field.choices
    held = {known.value for known in view.known}
    for place, value in enumerate(values):
        label = choice_label(field, value, voice)
        ticked = f"✓ {label}" if value in held else label
        # A choice goes by its place: those that an admin wrote may be long.
        yield Button(ticked, "set_choice", {**args_of(view.about), "field": field.name, "place": place})


def _away(view: Editing, field: Field, voice: Voice) -> Iterator[Row]:
    """Of several values each can be taken away; a single one is emptied."""
    about = args_of(view.about)
    if field.many:
        for known in view.known:
            said = short(value_words(field, known.value, voice, known.calendar), NAME_IN_LIST)
            yield (Button(voice.say("✕ %(value)s", value=said), "drop_fact", {**about, "fact": known.id or 0}),)
    elif view.known and field.column != "name":
        yield (Button(voice.say("Empty it"), "empty_field", {**about, "field": field.name}),)


def changed(view: Change, voice: Voice) -> Card:
    """What was changed just now, and the way back."""
    about: dict[str, Argument] = {**args_of(view.about), "fact": view.value.id or 0}
    turn = (
        Button(voice.say("Put back"), "redo_fact", about)
        if view.undone
        else Button(voice.say("Undo"), "undo_fact", about)
    )
    edit = Button(voice.say("Edit"), "edit", args_of(view.about))
    return lay_out(_changed(view, voice), (edit, _back_from_change(view.about, voice)), (turn,))


def _back_from_change(about: About, voice: Voice) -> Button:
    if about.contact:
        return Button(voice.say("Person"), "person", args_of(about))
    return back_to_card(about.customer, voice)


def _changed(view: Change, voice: Voice) -> Iterator[str]:
    name = short(view.name, NAME)
    line = field_line(view.field, [view.value], voice)
    if view.undone:
        yield voice.say("Taken back: %(name)s", name=name)
        yield line
        return
    yield voice.say("✓ Changed: %(name)s", name=name)
    yield line if view.value.value else voice.say("%(field)s: empty now", field=label_of(view.field, voice))
    if view.before:
        before = value_words(view.field, view.before.value, voice, view.before.calendar)
        yield voice.say("before: %(value)s", value=before)
    if view.next:
        yield voice.say("next on %(day)s", day=voice.day(view.next))
        yield from years_without(view.value.value, view.value.calendar, voice)
