"""A customer on one screen: who, whose, the people there, what happened last and what is open."""

from collections.abc import Iterator

from sales.cards import Button, Card
from sales.customers import Contact
from sales.tellings import Entry
from sales.views import CustomerCard
from wording.agenda_lines import agenda_line
from wording.birthdays import birthday
from wording.layout import lay_out
from wording.terms import RELATIONS, STAGES
from wording.told_lines import entry_head, items
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

_PEOPLE = 5
_OPEN = 5


def customer(view: CustomerCard, voice: Voice) -> Card:
    lines = [*_who(view, voice), *_people(view, voice), *_open(view, voice), *_happened(view, voice)]
    return lay_out(lines, (Button(voice.say("All customers"), "customers", {"page": 1}),))


def _who(view: CustomerCard, voice: Voice) -> Iterator[str]:
    customer = view.customer
    yield voice.say("%(name)s (%(code)s)", name=short(customer.name, NAME), code=customer.code)
    yield voice.join([voice.say(RELATIONS[customer.relation]), voice.say(STAGES[customer.stage])])
    owner = short(view.owner or "", NAME)
    yield voice.say("Looked after by %(owner)s", owner=owner) if owner else voice.say("Nobody looks after it yet")
    if view.complaints:
        yield voice.count("%(count)s open complaint", "%(count)s open complaints", view.complaints)


def _people(view: CustomerCard, voice: Voice) -> Iterator[str]:
    yield from (_person(contact, voice) for contact in view.contacts[:_PEOPLE])
    if len(view.contacts) > _PEOPLE:
        more = len(view.contacts) - _PEOPLE
        yield voice.count("and %(count)s more person", "and %(count)s more people", more)


def _person(contact: Contact, voice: Voice) -> str:
    """The name, and how and when to reach them."""
    born = birthday(contact.birthday, contact.calendar, voice) if contact.birthday else ""
    ways = [
        short(contact.phone or "", NAME_IN_LIST),
        short(contact.email or "", NAME),
        voice.say("birthday %(day)s", day=born) if born else "",
    ]
    return voice.labelled(short(contact.name, NAME_IN_LIST), voice.join(ways))


def _open(view: CustomerCard, voice: Voice) -> Iterator[str]:
    yield from ("➜ " + agenda_line(line, voice, named=False) for line in view.open[:_OPEN])
    if len(view.open) > _OPEN:
        yield voice.count("and %(count)s more later", "and %(count)s more later", len(view.open) - _OPEN)


def _happened(view: CustomerCard, voice: Voice) -> Iterator[str]:
    """The latest entries with their words: here a visit's own words are the point."""
    if not view.entries:
        yield voice.say("Nothing on record yet.")
    yield from (_entry(entry, voice) for entry in view.entries)


def _entry(entry: Entry, voice: Voice) -> str:
    return voice.labelled(entry_head(entry, voice), short(entry.text or items(entry, voice), 2 * WORDS))
