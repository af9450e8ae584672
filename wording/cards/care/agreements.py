"""A contract or a quote runs out."""

from collections.abc import Iterator

from sales.care.views import CareView
from wording.voice import Voice
from wording.wild_text import NAME, WORDS, short


def headline(view: CareView, voice: Voice) -> str:
    customer, day = short(view.customer, NAME), voice.day(view.day)
    if view.about.get("kind") == "quote":
        return voice.say("%(customer)s: the quote holds until %(day)s", customer=customer, day=day)
    return voice.say("%(customer)s: the contract ends %(day)s", customer=customer, day=day)


def lines(view: CareView, voice: Voice) -> Iterator[str]:
    yield short(str(view.about.get("title") or ""), WORDS)


def reason(view: CareView, voice: Voice) -> str:
    return voice.say("Its last day is on record and no newer one followed.")
