"""A follow-up that a colleague gives to the reader: to accept, or not."""

from collections.abc import Iterator
from dataclasses import replace

from sales.cards import Button, Card
from sales.tellings import FollowUp
from sales.views import Given
from wording.catalogue import sentence
from wording.layout import lay_out
from wording.told_lines import action_words
from wording.voice import Voice
from wording.wild_text import NAME, short

_OVER = sentence("No longer needed: %(what)s")
_ANSWERED = {
    "accepted": sentence("You take this on: %(what)s"),
    "refused": sentence("You can't do this: %(what)s"),
    "over": _OVER,
}


def given(view: Given, voice: Voice) -> Card:
    if view.stage != "asked":
        return lay_out([voice.say(_ANSWERED[view.stage], what=_what(view, voice)), _when(view, voice)])
    about = {"follow_up": view.id}
    accept = Button(voice.say("Accept"), "give_accept", about)
    return lay_out(_asked(view, voice), (accept, Button(voice.say("Can't"), "give_refuse", about)))


def no_longer_asked(what: str, voice: Voice) -> str:
    """Whoever asked does it themselves after all."""
    return voice.say(_OVER, what=what)


def _asked(view: Given, voice: Voice) -> Iterator[str]:
    yield voice.say("%(name)s asks you: %(what)s", name=short(view.by, NAME), what=_what(view, voice))
    yield _when(view, voice)


def _what(view: Given, voice: Voice) -> str:
    customer = view.what.customer
    return voice.labelled(short(customer.name, NAME) if customer else "", action_words(_own(view), voice))


def _own(view: Given) -> FollowUp:
    """Without the name of the reader."""
    return replace(view.what, who=None)


def _when(view: Given, voice: Voice) -> str:
    return voice.day_and_time(view.what.day, view.what.at) if view.what.day else voice.say("no date yet")
