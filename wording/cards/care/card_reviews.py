"""The cards of a team that need a look, once a week: class A with stale facts, or with an open complaint."""

from collections.abc import Iterator

from sales.cards import Button, Row
from sales.care.views import CareView
from wording.voice import Voice
from wording.wild_text import NAME, short


def headline(view: CareView, voice: Voice) -> str:
    return voice.say("A cards that need a look: %(count)s", count=int(view.about.get("count") or 0))


def lines(view: CareView, voice: Voice) -> Iterator[str]:
    for number, (_, name, owner, complaints, stale) in enumerate(view.about.get("cards", ()), start=1):
        said = [voice.count("%(count)s open complaint", "%(count)s open complaints", complaints) if complaints else ""]
        said.append(voice.say("facts are stale") if stale else "")
        whose = voice.join([short(name, NAME), short(owner, NAME)])
        yield f"{number} {voice.labelled(whose, voice.join(said))}"


def reason(view: CareView, voice: Voice) -> str:
    return voice.say("You asked to be told once a week. /cards has the figures.")


def customers_to_open(view: CareView, voice: Voice) -> Row:
    """A digit opens the card that is named in its line."""
    cards = view.about.get("cards", ())
    return tuple(
        Button(str(number), "open_customer", {"customer": customer})
        for number, (customer, *_) in enumerate(cards, start=1)
    )
