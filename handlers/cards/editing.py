"""Changing a card by hand: choose the field, tap or write the value, see what changed, take it back."""

from dataclasses import replace
from functools import partial

from handlers.cards.written_facts import written_fact
from handlers.desk import Args, Desk
from handlers.duplicates.reaching import reached
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from sales.card_views import Editing
from sales.field_values import Refusal, Value
from sales.fields import Field, FieldKind
from sales.known import About, Statement
from storage.cards import changes, facts
from storage.company import asked
from wording.refusals import refusal
from wording.sentences import Toast

LONGEST_VALUE = 120
"""Longer words that tell something are a telling rather than the value of a field."""


def edit(desk: Desk, args: Args) -> Outcome:
    """Show the fields, in place; a value that was waited for is waited for no more."""
    return _show(desk, about_of(args), "")


def edit_field(desk: Desk, args: Args) -> Outcome:
    """Show what a field says and its choices; what the member writes now is taken for the value, too."""
    about, field = about_of(args), str(args["field"])
    ask = partial(asked.ask, member=desk.member.id, what=asked.What.FACT, now=desk.now, about=_question(about, field))
    return replace(_show(desk, about, field), changes=(ask,))


def _show(desk: Desk, about: About, field: str) -> Outcome:
    shown = desk.reply("editing", {**facts_of(about), "field": field}, edits=desk.pressed)
    return Outcome((partial(asked.settle, member=desk.member.id),), (shown,))


def about_of(args: Args) -> About:
    contact = args.get("contact")
    return About(int(args["customer"]), int(contact) if contact else None)


def facts_of(about: About) -> dict[str, str | int | None]:
    return {"customer": about.customer, "contact": about.contact}


def _question(about: About, field: str) -> str:
    return f"{about.customer}:{about.contact or ''}:{field}"


def _asked(question: str) -> tuple[About, str]:
    customer, contact, field = question.split(":", 2)
    return About(int(customer), int(contact) if contact else None), field


def set_choice(desk: Desk, args: Args) -> Outcome:
    """A choice goes by its place in the list."""
    view = changes.editing(desk.session, desk.member, about_of(args), field=str(args["field"]))
    values = _choices(view.field) if view and view.field else ()
    place = int(args["place"])
    if view is None or place >= len(values):
        return desk.toast(Toast.GONE)
    return _put(desk, view, Value(values[place]), edits=desk.pressed)


def _choices(field: Field) -> tuple[str, ...]:
    return ("yes", "no") if field.kind is FieldKind.YES_NO else field.choices


def empty_field(desk: Desk, args: Args) -> Outcome:
    """Nothing is known of it any more."""
    view = changes.editing(desk.session, desk.member, about_of(args), field=str(args["field"]))
    if view is None or view.field is None:
        return desk.toast(Toast.GONE)
    return _put(desk, view, Value(""), edits=desk.pressed)


def _put(desk: Desk, view: Editing, value: Value, *, edits: str | None = None) -> Outcome:
    """Store it, and say back what changed; what was known already is confirmed."""
    field = view.field.name if view.field else ""
    said = Statement(field, value.text, value.calendar)
    change = partial(facts.set_fact, said=said, of=view.about, by=desk.hand)
    settled = partial(asked.settle, member=desk.member.id)
    if value.text in {known.value for known in view.known if known.id or not value.text}:
        known = desk.toast(Toast.KNOWN_ALREADY) if edits else desk.say(Toast.KNOWN_ALREADY)
        return replace(known, changes=(change, settled))
    echo = desk.reply("changed", {**facts_of(view.about), "field": field}, edits=edits)
    return Outcome((change, settled), (echo, *reached(desk, view.about, field)), desk.voice.say(Toast.CHANGED))


def written(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """Words that answer which value a field has; None: they tell of something else."""
    about, name = _asked(asked.asked_about(desk.session, member=desk.member.id))
    view = changes.editing(desk.session, desk.member, about, field=name)
    if view is None or view.field is None:
        return None
    read = written_fact(desk, view.field, text, prepared)
    if _is_telling(view.field, read, text, prepared):
        return None
    if isinstance(read, Refusal):
        return desk.say(refusal(read, view.field, desk.voice))
    return _put(desk, view, read)


def _is_telling(field: Field, read: Value | Refusal, text: str, prepared: Prepared) -> bool:
    """A message about a customer by name, or one that cannot be the value and tells something, is one of its own."""
    found = prepared.findings
    named = any(entry.customer and entry.customer.name for entry in found.entries)
    if isinstance(read, Refusal):
        return prepared.tells or found.ask is not None
    if named and not prepared.is_name(text):
        return True
    return field.kind is FieldKind.TEXT and prepared.tells and len(text) > LONGEST_VALUE


def placed(desk: Desk, latitude: float, longitude: float) -> Outcome | None:
    """A place that was sent while it was asked for; None: nobody asked."""
    if asked.open_question(desk.session, member=desk.member.id, now=desk.now) is not asked.What.FACT:
        return None
    about, name = _asked(asked.asked_about(desk.session, member=desk.member.id))
    view = changes.editing(desk.session, desk.member, about, field=name)
    if view is None or view.field is None or view.field.kind is not FieldKind.PLACE:
        return None
    return _put(desk, view, Value(f"{latitude:.5f},{longitude:.5f}"))


def drop_fact(desk: Desk, args: Args) -> Outcome:
    """Take one of several values away."""
    return _turn(desk, args, live=False)


def undo_fact(desk: Desk, args: Args) -> Outcome:
    return _turn(desk, args, live=False)


def redo_fact(desk: Desk, args: Args) -> Outcome:
    return _turn(desk, args, live=True)


def _turn(desk: Desk, args: Args, *, live: bool) -> Outcome:
    fact = int(args["fact"])
    view = changes.change(desk.session, desk.member, fact, today=desk.today)
    if view is None or view.about != about_of(args):
        return desk.toast(Toast.GONE)
    turn = partial(facts.turn, fact=fact, live=live, by=desk.hand)
    echo = desk.reply("changed", {**facts_of(view.about), "fact": fact}, edits=desk.pressed)
    settled = partial(asked.settle, member=desk.member.id)
    return Outcome((turn, settled), (echo,), desk.voice.say(Toast.REDONE if live else Toast.UNDONE))
