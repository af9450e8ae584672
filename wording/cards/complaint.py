"""A complaint, as the owner, the manager and customer care are told of it."""

from collections.abc import Iterator

from sales.cards import Button, Card, Row
from sales.views import ComplaintAlert
from wording.layout import lay_out
from wording.told_lines import items
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

_QUOTE = 200


def complaint(view: ComplaintAlert, voice: Voice) -> Card:
    if view.undone:
        return lay_out([_withdrawn(view, voice), voice.say("%(by)s took it back.", by=short(view.by, NAME))])
    return lay_out(_lines(view, voice), *_buttons(view, voice))


def _withdrawn(view: ComplaintAlert, voice: Voice) -> str:
    customer = view.entry.customer
    if customer is None:
        return voice.say("Withdrawn: a complaint")
    return voice.say("Withdrawn: complaint of %(customer)s", customer=short(customer.name, NAME))


def _lines(view: ComplaintAlert, voice: Voice) -> Iterator[str]:
    entry = view.entry
    customer = short(entry.customer.name, NAME) if entry.customer else voice.say("no customer yet")
    head = voice.say("Complaint: %(customer)s", customer=customer)
    yield f"🔴 {head}" if view.grave else head
    yield voice.join(_classes(view, voice))
    if entry.text.strip() != view.quote.strip():
        yield short(entry.text, WORDS)
    if view.quote.strip():
        yield f"“{short(view.quote, _QUOTE)}”"
    yield items(entry, voice)
    yield voice.say("Told %(moment)s by %(by)s", moment=voice.moment(view.told_at), by=short(view.by, NAME_IN_LIST))
    if view.promised:
        yield voice.say("Answer promised by %(day)s", day=voice.day(view.promised))
    if view.taken_by:
        yield voice.say("%(name)s takes care of it", name=short(view.taken_by, NAME))


def _classes(view: ComplaintAlert, voice: Voice) -> Iterator[str]:
    entry = view.entry
    if entry.category:
        yield voice.category(entry.category)
    if entry.severity:
        yield voice.severity(entry.severity)
    if entry.amount:
        yield voice.money(entry.amount)
    yield from (short(contact, NAME_IN_LIST) for contact in entry.contacts[:2])


def _buttons(view: ComplaintAlert, voice: Voice) -> Iterator[Row]:
    about = {"complaint": view.complaint}
    if not view.taken_by:
        yield (
            Button(voice.say("I'll take it"), "take", about),
            Button(voice.say("Rep handles it"), "leave_with_rep", about),
        )
    if view.entry.customer and view.entry.customer.id:
        yield (Button(voice.say("Customer card"), "open_customer", {"customer": view.entry.customer.id}),)
