"""Rows of a list that look like customers on record: how many there are, and what is to become of them."""

from collections.abc import Iterator

from sales.cards import Button
from sales.import_views import ImportView
from sales.lists import Resembling
from wording.catalogue import sentence
from wording.voice import Voice

_WAYS = {
    Resembling.SAME: sentence("The same"),
    Resembling.NEW: sentence("New ones"),
    Resembling.LEAVE: sentence("Leave out"),
}


def resembling(view: ImportView, voice: Voice) -> str:
    """How many, and what was said of them."""
    count = view.counts.resembling
    match view.resembling:
        case Resembling.SAME:
            return voice.count(
                "%(count)s row looks like a customer on record and counts as the same",
                "%(count)s rows look like customers on record and count as the same",
                count,
            )
        case Resembling.NEW:
            return voice.count(
                "%(count)s row looks like a customer on record and comes in as a new one",
                "%(count)s rows look like customers on record and come in as new ones",
                count,
            )
        case Resembling.LEAVE:
            return voice.count(
                "%(count)s row looks like a customer on record and is left out",
                "%(count)s rows look like customers on record and are left out",
                count,
            )
        case None:
            return voice.count(
                "%(count)s row looks like a customer on record. Is it the same?",
                "%(count)s rows look like customers on record. Are they the same?",
                count,
            )


def ways(view: ImportView, voice: Voice) -> Iterator[Button]:
    """What may become of rows that look like customers on record, but for what is chosen already."""
    for way, words in _WAYS.items():
        if way is not view.resembling:
            yield Button(voice.say(words), "import_resembling", {"import": view.id, "as": way})
