"""A customer whom a manager is to rate: the questions that no order answers."""

from collections.abc import Iterator

from sales.cards import Button, Row
from sales.care.views import CareView
from wording.voice import Voice
from wording.wild_text import NAME, short


def headline(view: CareView, voice: Voice) -> str:
    return voice.say("%(customer)s: how good are they to have?", customer=short(view.customer, NAME))


def lines(view: CareView, voice: Voice) -> Iterator[str]:
    questions = int(view.about.get("questions") or 0)
    yield voice.count("%(count)s question, a tap", "%(count)s questions, a tap each", questions)


def reason(view: CareView, voice: Voice) -> str:
    return voice.say("A customers are rated twice a year; what nobody answers stays unknown.")


def begin(view: CareView, voice: Voice) -> Row:
    """The questions come up on this very card."""
    return (Button(voice.say("Rate: 7 taps"), "rate", {"customer": view.customer_id or 0}),)
