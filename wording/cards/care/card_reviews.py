"""The cards of a team that a leader looks over, once a week: how many of whom."""

from collections.abc import Iterator

from sales.cards import Button, Row
from sales.care.views import CareView
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short


def headline(view: CareView, voice: Voice) -> str:
    return voice.say("Cards to look at this week: %(count)s", count=int(view.about.get("count") or 0))


def lines(view: CareView, voice: Voice) -> Iterator[str]:
    yield voice.join(f"{short(name, NAME_IN_LIST)} {count}" for name, count in view.about.get("reps", ()))


def reason(view: CareView, voice: Voice) -> str:
    return voice.say("You asked to be told once a week: complaints, alerts, stale facts, and A customers in turn.")


def begin(view: CareView, voice: Voice) -> Row:
    return (Button(voice.say("Look at them"), "review"),)
