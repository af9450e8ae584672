"""The people at a customer: put on the card in a word, taken off it, put back."""

from functools import partial

from handlers.cards.editing import about_of, facts_of
from handlers.cards.written_facts import customs
from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from sales.field_values import Refusal, read_value
from sales.fields import NAMES
from sales.known import About
from storage.cards import changes, customers, persons
from storage.company import asked
from wording.entering import Entering
from wording.refusals import refusal
from wording.sentences import Said, Toast
from wording.wild_text import NAME, short

LONGEST_NAME = 80


def add_person(desk: Desk, args: Args) -> Outcome:
    """Ask for the name; everything else is set on the person's own page."""
    customer = customers.customer(desk.session, desk.member, int(args["customer"]))
    if customer is None:
        return desk.toast(Toast.GONE)
    ask = partial(asked.ask, member=desk.member.id, what=asked.What.PERSON, now=desk.now, about=str(customer.id))
    said = desk.say(Said.WHO_IS_IT, customer=short(customer.name, NAME))
    return Outcome((ask,), said.messages)


def named(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """The name that was asked for; None: the words tell of something else."""
    customer = int(asked.asked_about(desk.session, member=desk.member.id))
    name = read_value(NAMES["contact_name"], text, customs(desk))
    if changes.name_of(desk.session, desk.member, About(customer)) is None or prepared.findings.entries:
        return None
    if isinstance(name, Refusal):
        return desk.say(refusal(name, NAMES["contact_name"], desk.voice))
    if len(name.text) > LONGEST_NAME:
        return desk.say(Entering.INVITE_LONG_NAME, most=LONGEST_NAME)
    add = partial(persons.add_person, customer=customer, name=name.text, by=desk.hand)
    settled = partial(asked.settle, member=desk.member.id)
    return Outcome((add, settled), (desk.reply("person", {"customer": customer, "name": name.text}),))


def remove_person(desk: Desk, args: Args) -> Outcome:
    return _put(desk, args, there=False)


def restore_person(desk: Desk, args: Args) -> Outcome:
    return _put(desk, args, there=True)


def _put(desk: Desk, args: Args, *, there: bool) -> Outcome:
    about = about_of(args)
    if not persons.is_at(desk.session, of=about):
        return desk.toast(Toast.GONE)
    put = partial(persons.put_person, of=about, there=there, by=desk.hand)
    settled = partial(asked.settle, member=desk.member.id)
    shown = desk.reply("person", facts_of(about), edits=desk.pressed)
    return Outcome((put, settled), (shown,), desk.voice.say(Toast.CHANGED))
