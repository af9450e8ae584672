"""A card as an inline answer offers it, and what is passed on: names and numbers, nothing of the business."""

from sales.card_views import CustomerCard
from wording.cards.customer import person_line
from wording.layout import lay_out
from wording.terms import STAGES
from wording.told_lines import entry_head
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short


def title(view: CustomerCard) -> str:
    return short(view.customer.name, NAME) or view.customer.code


def line(view: CustomerCard, voice: Voice) -> str:
    """What tells it from others of that name."""
    last = entry_head(view.entries[0], voice) if view.entries else ""
    return voice.join([voice.say(STAGES[view.customer.stage]), short(view.owner or "", NAME_IN_LIST), last])


def passed_on(view: CustomerCard, voice: Voice) -> str:
    """Whoever taps it sends this into a chat where others read it, customers perhaps."""
    people = (person_line(contact, voice, private=False) for contact in view.contacts)
    return lay_out([title(view), *people]).text
