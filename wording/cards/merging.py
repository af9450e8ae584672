"""Two that are to become one, side by side; what became of them; and those with which one could be merged."""

from collections.abc import Iterable, Iterator

from sales.cards import Argument, Button, Card, Row
from sales.fields import Field, FieldKind, Of
from sales.merging import OWNER, Difference, Half, Held, Merged, Preview, Side, What, side_chosen, write_choices
from wording.field_values import value_words
from wording.field_words import label_of
from wording.layout import digits, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_MOST_FIELDS = 8
"""Fields that fit on a phone with a row of buttons each; the newest value of the others is taken."""
_PICKED = 8


def merge(view: Preview, voice: Voice) -> Card:
    differences = view.differences[:_MOST_FIELDS]
    about: dict[str, Argument] = {"what": view.what, "one": view.one.id, "two": view.other.id}
    shown = {one.field: side for one in differences if (side := side_chosen(view.choices, one.field))}
    chosen = {**about, "chosen": write_choices(shown)}
    lines = [
        voice.say("Make one of these two?"),
        *_halves(view, voice),
        *(_difference(one, view, voice) for one in differences),
        voice.say("Nothing is lost: everything of both stays.") if not differences else "",
    ]
    rows = [_sides(one, view, voice, chosen) for one in differences]
    last = Button(voice.say("Merge"), "merge_go", chosen), Button(voice.say("Cancel"), "merge_cancel", about)
    return lay_out(lines, *rows, last)


def _halves(view: Preview, voice: Voice) -> Iterator[str]:
    for number, half in enumerate((view.one, view.other), 1):
        yield voice.labelled(f"{number} {short(half.name, NAME)}", _brings(half, view.what, voice))


def _brings(half: Half, what: What, voice: Voice) -> str:
    entries = voice.count("%(count)s entry", "%(count)s entries", half.entries)
    if what is What.CONTACT:
        return entries
    people = voice.count("%(count)s person", "%(count)s people", half.people) if half.people else ""
    plans = voice.count("%(count)s open follow-up", "%(count)s open follow-ups", half.plans) if half.plans else ""
    return voice.join([entries, people, plans])


def _difference(one: Difference, view: Preview, voice: Voice) -> str:
    """The value that is to stand comes with a mark."""
    taken = one.taken(view.choices)
    sides = [
        ("✓ " if side is taken else "") + _words(one.field, held, view, voice)
        for side, held in ((Side.ONE, one.one), (Side.OTHER, one.other))
    ]
    return voice.labelled(_label(one.field, view, voice), " | ".join(sides))


def _sides(one: Difference, view: Preview, voice: Voice, about: dict[str, Argument]) -> Row:
    return tuple(
        Button(
            short(_words(one.field, held, view, voice), NAME_IN_LIST),
            "merge_choose",
            {**about, "pick": write_choices({one.field: side})},
        )
        for side, held in ((Side.ONE, one.one), (Side.OTHER, one.other))
    )


def _label(name: str, view: Preview, voice: Voice) -> str:
    return voice.say("Owner") if name == OWNER else label_of(_field(name, view), voice)


def _field(name: str, view: Preview) -> Field:
    return view.fields.get(name) or Field(name, Of.CUSTOMER, FieldKind.TEXT)


def _words(name: str, held: Held, view: Preview, voice: Voice) -> str:
    if name == OWNER:
        return view.owners.get(held.value, "–")
    return short(value_words(_field(name, view), held.value, voice, held.calendar), NAME)


def merged(view: Merged, voice: Voice) -> Card:
    """What became one, and until when it can be two again."""
    one, other = (short(name, NAME) for name in view.names)
    if view.undone:
        lines = [
            voice.say("Two again: %(one)s and %(other)s", one=one, other=other),
            voice.say("What was told since stays with the first."),
        ]
        return lay_out(lines, _card_of(view, voice))
    kept = short(view.kept or view.names[0], NAME)
    lines = [
        *voice.say("✓ %(one)s and %(other)s are one now: %(kept)s", one=one, other=other, kept=kept).splitlines(),
        _until(view, voice),
    ]
    undo = (Button(voice.say("Undo merge"), "undo_merge", {"merge": view.id}),) if view.until else ()
    return lay_out(lines, _card_of(view, voice), undo)


def _until(view: Merged, voice: Voice) -> str:
    if view.until is None:
        return ""
    return voice.say("Can be undone until %(day)s", day=voice.day(view.until.astimezone(voice.zone).date()))


def _card_of(view: Merged, voice: Voice) -> Row:
    return (Button(voice.say("Customer card"), "open_customer", {"customer": view.customer}),)


def merges(views: list[Merged], voice: Voice) -> Card:
    """Those that can be taken back, newest first."""
    if not views:
        return lay_out([voice.say("There is no merge that could be undone.")])
    lines = [
        f"{number} "
        + voice.say(
            "%(other)s into %(one)s, %(day)s",
            other=short(view.names[1], NAME_IN_LIST),
            one=short(view.names[0], NAME_IN_LIST),
            day=voice.day(view.at.astimezone(voice.zone).date()),
        )
        for number, view in enumerate(views, 1)
    ]
    head = voice.say("Merges that can be undone:")
    return lay_out([head, *lines], *digits("open_merge", [{"merge": view.id} for view in views]))


def pick(name: str, pairs: Iterable[tuple[What, int, int, str]], voice: Voice) -> Card:
    """With which one: other customers, and pairs of people there."""
    buttons = [
        (Button(label, "merge_with", {"what": what, "one": one, "two": two}),) for what, one, two, label in pairs
    ][:_PICKED]
    if not buttons:
        return lay_out(
            [
                voice.say("I found none that is like %(name)s.", name=short(name, NAME)),
                voice.say("Say both names: /merge Acme Tools, Acme Ltd"),
            ]
        )
    return lay_out([voice.say("With which one shall I merge %(name)s?", name=short(name, NAME))], *buttons)
