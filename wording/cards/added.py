"""A short message that went onto a card further up: a line below says so, since an edit makes no sound."""

from sales.cards import Card
from sales.views import Part
from wording.layout import lay_out
from wording.told_lines import told_lines
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short


def added(view: Part, voice: Voice) -> Card:
    return lay_out([_headline(view, voice), *told_lines(view.told, voice)])


def _headline(view: Part, voice: Voice) -> str:
    customers = voice.join(short(party.name, NAME_IN_LIST) for party in view.told.parties[:2])
    if view.undone:
        return voice.say("Undone: %(customers)s", customers=customers) if customers else voice.say("Undone")
    return voice.say("✓ Added: %(customers)s", customers=customers) if customers else voice.say("✓ Added")
