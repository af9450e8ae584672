"""The other names of a customer, from its card: one is written to be added, and tapped to be taken off."""

from functools import partial

from handlers.cards.written_facts import customs
from handlers.desk import Args, Desk
from handlers.outcome import Change, Outcome
from handlers.prepared import Prepared
from sales.field_values import Refusal, read_value
from sales.fields import NAMES
from storage.cards import other_names
from storage.company import asked
from understanding.small_talk import is_small_talk
from wording.refusals import refusal
from wording.sentences import Said, Toast
from wording.wild_text import NAME, short

LONGEST_NAME = 80


def edit_names(desk: Desk, args: Args) -> Outcome:
    """Show the names, in place; what the member writes now is taken for one more."""
    customer = int(args["customer"])
    ask = partial(asked.ask, member=desk.member.id, what=asked.What.OTHER_NAME, now=desk.now, about=str(customer))
    return Outcome((ask,), (desk.reply("other_names", {"customer": customer, "asks": 1}, edits=desk.pressed),))


def written(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """One more name; None: the words tell of something else."""
    customer = int(asked.asked_about(desk.session, member=desk.member.id))
    view = other_names.other_names(desk.session, desk.member, customer)
    if view is None or prepared.tells or prepared.findings.ask or is_small_talk(text):
        return None
    name = read_value(NAMES["name"], text, customs(desk))
    if isinstance(name, Refusal):
        return desk.say(refusal(name, NAMES["name"], desk.voice))
    if len(name.text) > LONGEST_NAME:
        return desk.say(Said.NAME_TOO_LONG)
    if other_names.is_called(desk.session, customer, name.text):
        return desk.say(Said.CALLED_SO_ALREADY, customer=short(view.name, NAME), name=short(name.text, NAME))
    add = partial(other_names.add_name, customer=customer, name=name.text, by=desk.hand)
    return Outcome((add, _settled(desk)), (desk.reply("other_names", {"customer": customer}),))


def drop_name(desk: Desk, args: Args) -> Outcome:
    """Take one off; the way back stands below."""
    customer, alias = int(args["customer"]), int(args["alias"])
    view = other_names.other_names(desk.session, desk.member, customer)
    name = next((called for number, called in view.names if number == alias), None) if view else None
    if name is None:
        return desk.toast(Toast.GONE)
    drop = partial(other_names.drop_name, customer=customer, alias=alias, by=desk.hand)
    shown = desk.reply("other_names", {"customer": customer, "dropped": name}, edits=desk.pressed)
    return Outcome((drop, _settled(desk)), (shown,), desk.voice.say(Toast.CHANGED))


def restore_name(desk: Desk, args: Args) -> Outcome:
    """Put back what was taken off a moment ago."""
    customer = int(args["customer"])
    add = partial(other_names.add_name, customer=customer, name=str(args["name"]), by=desk.hand)
    shown = desk.reply("other_names", {"customer": customer}, edits=desk.pressed)
    return Outcome((add, _settled(desk)), (shown,), desk.voice.say(Toast.CHANGED))


def _settled(desk: Desk) -> Change:
    """What is written later is no name any more."""
    return partial(asked.settle, member=desk.member.id)
