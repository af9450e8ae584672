"""Somebody's contact, shared from a phone or as a .vcf, becomes a person on a customer's card."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from handlers.desk import Desk
from handlers.heard import Attachment, SharedContact, What
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from handlers.told.choices import BEST, with_choices
from handlers.told.submitting import submit
from papers.shared_card import SharedPerson, read_cards
from sales.drafts import Choice, Draft, WhichCustomer
from sales.tellings import Fact, Party, Telling
from storage.cards import customers
from storage.company import asked

MOST_OF_EACH = 5
"""Of one kind of number or address no more are taken: a card of a switchboard is no card of a person."""


def shares(what: What) -> bool:
    """Whether somebody's contact is being shared, by what can be seen from outside."""
    return isinstance(what, SharedContact) or is_card(what)


def is_card(what: What) -> bool:
    return isinstance(what, Attachment) and what.name.lower().endswith(".vcf")


def person_of(shared: SharedContact) -> SharedPerson:
    """Telegram tells a name and a number, and sometimes the whole card beside."""
    person = next(iter(read_cards(shared.vcard.encode())), None) if shared.vcard else None
    if person is None:
        return SharedPerson(shared.name, phones=(shared.phone,))
    return replace(person, name=shared.name or person.name, phones=person.phones or (shared.phone,))


def shared(desk: Desk, person: SharedPerson, prepared: Prepared) -> Outcome:
    """Put the person on the card that was meant; ask which one where that is open."""
    pointed_at = prepared.context.party if prepared.context.replied else None
    party = _asked_for(desk) or pointed_at
    questions = () if party else _which(desk, person, prepared)
    told = party or (prepared.party(person.company) if not questions else Party(person.company))
    draft = Draft(
        chat=desk.heard.chat.id,
        message=desk.heard.message,
        moment=desk.heard.moment,
        text=" ".join([person.name, person.company, *person.phones]).strip(),
        telling=Telling(facts=tuple(_facts(person, told))),
        questions=with_choices(desk, questions),
    )
    outcome = submit(desk, draft)
    return replace(outcome, changes=(*outcome.changes, partial(asked.settle, member=desk.member.id)))


def _asked_for(desk: Desk) -> Party | None:
    """The customer whose card just asked for a person."""
    if asked.open_question(desk.session, member=desk.member.id, now=desk.now) is not asked.What.PERSON:
        return None
    customer = int(asked.asked_about(desk.session, member=desk.member.id))
    return customers.party(desk.session, member=desk.member, customer=customer)


def _which(desk: Desk, person: SharedPerson, prepared: Prepared) -> tuple[WhichCustomer, ...]:
    """None where the card names a customer beyond doubt."""
    if person.company and prepared.is_name(person.company) and not prepared.doubtful:
        return ()
    offered = tuple(Choice(name.key, name.name) for name in prepared.names[:BEST]) if person.company else ()
    return (WhichCustomer(person.company, offered),)


def _facts(person: SharedPerson, party: Party) -> Iterator[Fact]:
    yield from (Fact(person.name, "phone", phone, None, party) for phone in person.phones[:MOST_OF_EACH])
    yield from (Fact(person.name, "email", email, None, party) for email in person.emails[:MOST_OF_EACH])
    for field, value in (("title", person.title), ("birthday", person.birthday)):
        if value:
            yield Fact(person.name, field, value, None, party)
