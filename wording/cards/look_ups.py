"""What a manager is told when somebody opened as many cards as a day allows."""

from sales.cards import Card
from sales.views import ManyLooks
from wording.layout import lay_out
from wording.voice import Voice
from wording.wild_text import NAME, short


def look_ups(view: ManyLooks, voice: Voice) -> Card:
    name = short(view.name, NAME)
    return lay_out(
        [
            voice.say("%(name)s wanted to open more customers than a day allows", name=name),
            voice.say("%(count)s cards, %(day)s; further ones stay closed", count=view.count, day=voice.day(view.day)),
            voice.say("/audit %(name)s shows which they were", name=name),
        ]
    )
