"""A question or thanks from a colleague, about a customer or about no one."""

from dataclasses import dataclass

from sales.cards import Button, Card
from wording.layout import lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_WORDS = 500


@dataclass(frozen=True, slots=True)
class TalkNote:
    """`by` is the member who wrote; without words it is thanks."""

    by: int
    name: str
    customer: int
    about: str
    text: str


def talk_note(view: TalkNote, voice: Voice) -> Card:
    """Line 1 says it all on a lock screen."""
    name, customer = short(view.name, NAME_IN_LIST), short(view.about, NAME)
    card = [Button(voice.say("Customer card"), "open_customer", {"customer": view.customer})] if view.customer else []
    if not view.text:
        thanks = voice.say("%(name)s thanks you: %(customer)s", name=name, customer=customer)
        return lay_out(["👏 " + (thanks if customer else voice.say("%(name)s thanks you", name=name))], card)
    head = voice.say("%(name)s on %(customer)s", name=name, customer=customer) if customer else name
    reply = Button(voice.say("Reply"), "talk_answer", {"to": view.by, "customer": view.customer})
    lines = [voice.labelled(head, short(view.text, _WORDS)), voice.say("Just reply to this message; I pass it on.")]
    return lay_out(lines, (reply, *card))
