"""The people at a customer: a page of them, and one with all that is known."""

from collections.abc import Iterator

from sales.card_views import People, PersonCard
from sales.cards import Argument, Button, Card, Row
from sales.fields import FieldKind
from wording.cards.customer import person_line
from wording.cards.history import back_to_card
from wording.field_values import field_line
from wording.layout import digits, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, short


def people(view: People, voice: Voice) -> Card:
    """Numbered lines; a digit opens its person."""
    name = short(view.customer.name, NAME)
    place = voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else ""
    head = voice.join([voice.say("People at %(customer)s", customer=name), place])
    lines = [f"{number} {person_line(contact, voice)}" for number, contact in enumerate(view.contacts, 1)]
    about: dict[str, Argument] = {"customer": view.customer.id}
    each = [{**about, "contact": contact.id} for contact in view.contacts]
    add = [Button(voice.say("Add a person"), "add_person", about)] if view.changes else []
    rows = (*digits("person", each), _turning(view, voice), (*add, back_to_card(view.customer.id, voice)))
    return lay_out([head, *(lines or [voice.say("Nobody on record yet.")])], *rows)


def _turning(view: People, voice: Voice) -> Row:
    about = {"customer": view.customer.id}
    before = Button(voice.say("‹ Before"), "people", {**about, "page": view.page - 1})
    after = Button(voice.say("More ›"), "people", {**about, "page": view.page + 1})
    return (*([before] if view.page > 1 else []), *([after] if view.page < view.pages else []))


def person(view: PersonCard, voice: Voice) -> Card:
    """All that is known of a person, a line a field."""
    name, customer = short(view.contact.name, NAME), short(view.customer.name, NAME)
    about: dict[str, Argument] = {"customer": view.customer.id, "contact": view.contact.id}
    if view.removed:
        put_back = (Button(voice.say("Put back"), "restore_person", about),)
        return lay_out([voice.say("%(name)s is off the card of %(customer)s.", name=name, customer=customer)], put_back)
    back = Button(voice.say("People"), "people", {"customer": view.customer.id, "page": 1})
    change = Button(voice.say("Edit"), "edit", about), Button(voice.say("Remove"), "remove_person", about)
    rows = [(change[0], back), (change[1],)] if view.changes else [(back,)]
    return lay_out([voice.join([name, customer]), *_fields(view, voice)], *rows)


def _fields(view: PersonCard, voice: Voice) -> Iterator[str]:
    for field, values in view.fields:
        yield field_line(field, values, voice)
        if field.kind is FieldKind.BIRTHDAY and view.next:
            yield voice.say("next on %(day)s", day=voice.day(view.next))
    if not view.fields:
        yield voice.say("Nothing more is known yet.")
