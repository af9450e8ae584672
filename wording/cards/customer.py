"""A customer on one screen: who, whose, what presses, the people there, what is promised and what happened last."""

from collections.abc import Iterator

from sales.card_views import CustomerCard, OpenComplaint, OrdersSoFar, Overdue
from sales.cards import Button, Card, Row
from sales.customers import Contact
from sales.phones import phone_shown
from sales.tellings import Entry
from wording.agenda_lines import agenda_line
from wording.birthdays import birthday
from wording.cards.scores.rfm import SEGMENTS
from wording.field_values import value_words
from wording.field_words import label_of
from wording.layout import lay_out
from wording.terms import RELATIONS, STAGES
from wording.told_lines import entry_head, items
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

_MISSING = 3
"""How many missing fields are named; all of them would be a reproach."""


def customer(view: CustomerCard, voice: Voice) -> Card:
    lines = [
        *_who(view, voice),
        *_presses(view, voice),
        *_people(view, voice),
        *_open(view, voice),
        *_happened(view, voice),
        *_birthday(view, voice),
        _gaps(view, voice),
    ]
    return lay_out(lines, *_buttons(view, voice))


def _who(view: CustomerCard, voice: Voice) -> Iterator[str]:
    customer = view.customer
    yield voice.say("%(name)s (%(code)s)", name=short(customer.name, NAME), code=customer.code)
    grade = voice.say("class %(grade)s", grade=short(view.grade, NAME_IN_LIST)) if view.grade else ""
    segment = voice.say(SEGMENTS[view.segment]) if view.segment else ""
    yield voice.join([grade, voice.say(STAGES[customer.stage]), segment, voice.say(RELATIONS[customer.relation])])
    owner = short(view.owner or "", NAME)
    yield voice.say("Looked after by %(owner)s", owner=owner) if owner else voice.say("Nobody looks after it yet")


def _presses(view: CustomerCard, voice: Voice) -> Iterator[str]:
    if view.complaint:
        yield _complaint(view.complaint, voice)
    if view.complaints > 1:
        yield voice.count(
            "and %(count)s more open complaint", "and %(count)s more open complaints", view.complaints - 1
        )
    yield from (_overdue(late, voice) for late in view.overdue)


def _complaint(complaint: OpenComplaint, voice: Voice) -> str:
    told = complaint.entry
    head = voice.say("🔴 Open complaint, %(day)s", day=voice.day(told.on))
    if complaint.resolved:
        head = voice.say("Complaint put right, %(day)s", day=voice.day(told.on))
    line = voice.labelled(head, short(told.text, WORDS))
    if complaint.late:
        return voice.join([line, voice.say("late since %(moment)s", moment=voice.moment(complaint.late))])
    if complaint.promised is None:
        return line
    return voice.join([line, voice.say("answer promised by %(day)s", day=voice.day(complaint.promised))])


def _overdue(late: Overdue, voice: Voice) -> str:
    invoices = voice.count("%(count)s invoice", "%(count)s invoices", late.invoices)
    said = voice.say("Overdue: %(sum)s, since %(day)s", sum=voice.money(late.sum), day=voice.day(late.since))
    return voice.join([said, invoices])


def _people(view: CustomerCard, voice: Voice) -> Iterator[str]:
    yield from (person_line(contact, voice) for contact in view.contacts)
    if view.people > len(view.contacts):
        more = view.people - len(view.contacts)
        yield voice.count("and %(count)s more person", "and %(count)s more people", more)


def person_line(contact: Contact, voice: Voice, *, private: bool = True) -> str:
    """The name with title, and how to reach them; a phone dials the number with one tap. `private`: among us."""
    title = short(contact.title or "", NAME_IN_LIST)
    born = birthday(contact.birthday, contact.calendar, voice) if contact.birthday and private else ""
    ways = [
        short(phone_shown(contact.phone or ""), NAME),
        short(contact.email or "", NAME),
        voice.say("birthday %(day)s", day=born) if born else "",
        "" if contact.greetings or not private else voice.say("no greetings please"),
    ]
    return voice.labelled(voice.join([short(contact.name, NAME_IN_LIST), title]), voice.join(ways))


def _open(view: CustomerCard, voice: Voice) -> Iterator[str]:
    yield from ("➜ " + agenda_line(line, voice, named=False) for line in view.open)
    if view.plans > len(view.open):
        yield voice.count("and %(count)s more later", "and %(count)s more later", view.plans - len(view.open))


def _happened(view: CustomerCard, voice: Voice) -> Iterator[str]:
    """The latest entries with their words: here a visit's own words are the point."""
    if not view.entries and view.ordered is None:
        yield voice.say("Nothing on record yet.")
    if view.ordered is not None:
        yield _ordered(view.ordered, voice)
    yield from (entry_with_words(entry, voice) for entry in view.entries)


def _ordered(so_far: OrdersSoFar, voice: Voice) -> str:
    last = voice.count(
        "%(count)s order, the last one %(day)s",
        "%(count)s orders, the last one %(day)s",
        so_far.days,
        day=voice.day(so_far.last),
    )
    every = voice.count("every %(count)s day or so", "every %(count)s days or so", so_far.every)
    return voice.join([last, every if so_far.every else ""])


def entry_with_words(entry: Entry, voice: Voice) -> str:
    return voice.labelled(entry_head(entry, voice), short(entry.text or items(entry, voice), 2 * WORDS))


def _birthday(view: CustomerCard, voice: Voice) -> Iterator[str]:
    if view.birthday:
        name = short(view.birthday.name, NAME_IN_LIST)
        yield voice.say("🎂 Next birthday: %(name)s, %(day)s", name=name, day=voice.day(view.birthday.day))


def _gaps(view: CustomerCard, voice: Voice) -> str:
    """One short line: the most that matters of what is missing, and the oldest of what may be out of date."""
    missing = [short(label_of(gap.field, voice), NAME) for gap in view.gaps if not gap.is_stale][:_MISSING]
    stale = next((gap for gap in view.gaps if gap.is_stale), None)
    said = [voice.say("Missing: %(fields)s", fields=voice.join(missing)) if missing else ""]
    if stale is not None and stale.since is not None:
        fact = voice.labelled(label_of(stale.field, voice), value_words(stale.field, stale.value, voice))
        said.append(voice.say("still so? %(fact)s (%(day)s)", fact=fact, day=voice.day(stale.since)))
    return voice.say("; ").join(filter(None, said))


def _buttons(view: CustomerCard, voice: Voice) -> Iterator[Row]:
    about = {"customer": view.customer.id}
    history = Button(voice.say("History"), "history", {**about, "page": 1})
    people = Button(voice.say("People"), "people", {**about, "page": 1})
    more = Button(voice.say("More"), "whole_card", about)
    if not view.changes:
        yield history, people, more
        return
    yield history, Button(voice.say("Log"), "log_on", about), Button(voice.say("Follow-up"), "plan_on", about)
    yield Button(voice.say("Edit"), "edit", about), people, more
