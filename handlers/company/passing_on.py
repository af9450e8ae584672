"""What stands in chats about customers that are handed over: it says with whom they are, who gets them is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.complaints.spreading import seen_again
from handlers.desk import Desk
from handlers.outcome import Message
from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.handovers import HandOver
from sales.people import Member, Role
from storage.care import handed
from storage.company import handovers, people
from storage.complaints import alerts
from storage.queues import outbox
from storage.tables.tellings import ComplaintRow
from wording.cards import handover as handover_card

_LEADS = frozenset({Role.MANAGER, Role.CARE, Role.ADMIN})
"""Who hears of complaints by their role goes on doing so."""


@dataclass(frozen=True, slots=True)
class Passing:
    """Customers on their way; `way` begins the keys of the messages about it, `to` None is the pool.

    `is_news`: who gets them did not have them before.
    """

    way: str
    customers: Sequence[int]
    giver: int
    to: int | None
    is_news: bool = True


def there(desk: Desk, about: HandOver) -> Passing:
    """What a hand-over does."""
    return Passing(f"handed_on:{about.id}:", handovers.customers(desk.session, about), about.giver, about.to)


def back(about: HandOver) -> Passing:
    """What taking it back does."""
    return Passing(f"handed_back:{about.id}:", about.chosen, about.to or 0, about.giver, is_news=False)


def passed_on(desk: Desk, passing: Passing) -> Iterator[Message]:
    """Rendered once all is stored: whoever sees a customer no more reads with whom it is."""
    giver = people.member(desk.session, passing.giver)
    if giver is not None and giver.chat is not None:
        yield from _no_longer_theirs(desk, passing, giver)
    for complaint in handed.complaints_of(desk.session, passing.customers):
        if complaint.taken_by == passing.giver:
            others = seen_again(desk, complaint.id or 0)
            yield from (message for message in others if message.member != passing.giver)
            yield from _taken_over(desk, passing, complaint)


def _no_longer_theirs(desk: Desk, passing: Passing, giver: Member) -> Iterator[Message]:
    for shown in handed.shown_to(desk.session, passing.customers, member=giver.id, now=desk.now):
        put = shown.put
        if put.kind == "complaint" and not giver.roles.isdisjoint(_LEADS):
            continue
        facts = {"customer": shown.customer, "to": passing.to or 0}
        yield Message(f"{passing.way}{put.key}", put.chat, "handed_on", facts, giver.id, edits=put.key)


def _taken_over(desk: Desk, passing: Passing, complaint: ComplaintRow) -> Iterator[Message]:
    """Who has it now gets its card, unless they heard of it before."""
    to = people.member(desk.session, passing.to) if passing.to and passing.is_news else None
    place = alerts.place_of(desk.session, complaint.id or 0)
    if to is None or to.chat is None or place is None:
        return
    under = f"complaint:{place.chat}:{place.message}:{place.slot}:{to.id}:"
    if outbox.last_key(desk.session, under) is None:
        yield Message(f"{under}{passing.way}", to.chat, "complaint", {**place._asdict(), "fresh": 1}, to.id)


def brought_back(desk: Desk, about: HandOver) -> Iterator[Message]:
    """The giver's messages, as they were."""
    for put in outbox.put_under(desk.session, f"handed_on:{about.id}:"):
        key = put.key.removeprefix(f"handed_on:{about.id}:")
        before = next((one for one in outbox.put_under(desk.session, key) if one.key == key), None)
        if before is not None:
            facts = {name: value for name, value in before.facts.items() if name != "fresh"}
            yield Message(f"brought_back:{about.id}:{key}", before.chat, before.kind, facts, before.member, edits=key)


def laid_out(reader: Reader, facts: Facts) -> Card | None:
    gone = handed.gone(reader.session, int(facts["customer"]))
    return handover_card.handed_on(gone.customer, gone.owner, reader.voice) if gone else None
