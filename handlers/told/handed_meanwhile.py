"""Words under a reminder of a customer who was handed over meanwhile: they go to whoever has the customer now."""

from dataclasses import replace

from handlers.desk import Desk
from handlers.outcome import Message, Outcome
from sales.people import Member
from storage.care.handed import Gone
from storage.company import people
from wording.sentences import Said
from wording.wild_text import NAME, short

_MOST = 1000
"""So much of it fits into a message."""


def with_others(desk: Desk, text: str, gone: Gone | None) -> Outcome | None:
    """They are not kept as if nothing had happened, and not lost either."""
    if gone is None:
        return None
    owner = people.member(desk.session, gone.member) if gone.member else None
    if owner is None:
        return desk.say(Said.HANDED_TO_POOL, customer=gone.customer)
    if owner.chat is None:
        return desk.say(Said.HANDED_ON, customer=gone.customer, name=gone.owner)
    said = desk.say(Said.PASSED_ON, customer=gone.customer, name=gone.owner)
    return replace(said, messages=(*said.messages, _passed_on(desk, owner, text, gone)))


def _passed_on(desk: Desk, owner: Member, text: str, gone: Gone) -> Message:
    voice = replace(desk.voice, language=owner.language, zone=owner.zone)
    name = short(desk.member.name, NAME)
    words = voice.say(Said.WRITTEN_OF_YOURS, name=name, customer=gone.customer, text=short(text, _MOST))
    return Message(f"passed_on:{desk.heard.arrival}", owner.chat or 0, "said", {"text": words}, owner.id)
