"""A customer who was lost and came back: praise, and what brought them back."""

from collections.abc import Iterator
from datetime import date

from sales.cards import Button
from sales.care.views import CareView
from sales.scores.stage_reasons import ReturnCause
from wording.catalogue import sentence
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_CAUSES = {
    ReturnCause.VISIT: sentence("A visit"),
    ReturnCause.OFFER: sentence("An offer"),
    ReturnCause.PUT_RIGHT: sentence("A complaint put right"),
    ReturnCause.COMPETITOR_FAILED: sentence("Competitor failed them"),
    ReturnCause.NEW_PERSON: sentence("A new person there"),
    ReturnCause.OTHER: sentence("Something else"),
}


def headline(view: CareView, voice: Voice) -> str:
    customer, owner = short(view.customer, NAME), short(str(view.about.get("owner") or ""), NAME_IN_LIST)
    if owner and not view.about.get("asks"):
        return voice.say("👏 %(name)s won %(customer)s back", name=owner, customer=customer)
    return voice.say("👏 %(customer)s is back", customer=customer)


def lines(view: CareView, voice: Voice) -> Iterator[str]:
    if view.about.get("ordered"):
        day = voice.day(date.fromisoformat(view.about["ordered"]))
        yield voice.say("Ordered %(day)s", day=day)
        yield voice.say("Counted as lost since %(day)s", day=voice.day(date.fromisoformat(view.about["lost_on"])))
    if view.about.get("asks"):
        yield voice.say("Well done! What brought them back?")


def reason(view: CareView, voice: Voice) -> str:
    return voice.say("An order came from a customer who was said or found to be lost.")


def asking(view: CareView, voice: Voice) -> list[Button]:
    """What may have brought them back; a manager is only told."""
    if not view.about.get("asks"):
        return []
    return [
        Button(voice.say(words), "back_because", {"reminder": view.id, "cause": cause.value})
        for cause, words in _CAUSES.items()
    ]
