"""Opens a customer's card: within the day's look-up budget, counted and on the trail."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from handlers.desk import Desk
from handlers.outcome import Message, Outcome
from storage.company import look_ups, people
from storage.company.audit import Subject, note
from wording.sentences import Said


def look(desk: Desk, customer: int, *, edits: str | None = None) -> Outcome:
    """Show the card of a customer that the member may see; beyond the budget say so, and tell their manager."""
    if not look_ups.may_open(desk.session, desk.member, customer=customer, day=desk.today):
        return _enough(desk)
    card = desk.reply("customer", {"customer": customer}, edits=edits)
    return Outcome(seen(desk, customer).changes, (card,))


def seen(desk: Desk, customer: int) -> Outcome:
    """What is put on record when a member looks at a card, whatever else is answered."""
    hand = desk.hand
    noted = partial(note, action="customer.seen", subject=Subject("customer", customer), by=hand)
    counted = partial(look_ups.count, member=desk.member.id, customer=customer, day=desk.today)
    return Outcome((noted, counted))


def _enough(desk: Desk) -> Outcome:
    refused = desk.say(Said.LOOKED_ENOUGH, most=look_ups.budget(desk.session))
    noted = partial(note, action="customer.refused", subject=Subject("look_ups"), by=desk.hand)
    return replace(refused, changes=(noted,), messages=(*refused.messages, *_notices(desk)))


def _notices(desk: Desk) -> Iterator[Message]:
    """The nearest managers hear of it once a day: the key is sent once."""
    for manager in people.nearest_managers(desk.session, desk.member):
        if manager.chat is not None:
            yield Message(
                key=f"look_ups:{desk.member.id}:{desk.today}:{manager.id}",
                chat=manager.chat,
                kind="look_ups",
                facts={"member": desk.member.id, "day": desk.today.isoformat()},
                member=manager.id,
            )
