"""What an echo shows besides, when everything is asked for: how it was classed, the words, who wrote them and when."""

from collections.abc import Iterator

from sales.tellings import Entry, Telling
from sales.views import Part
from wording.voice import Voice
from wording.wild_text import NAME, short

_MESSAGE = 1_200
"""The longest message that is given back."""


def details(told: Telling, voice: Voice) -> Iterator[str]:
    """How each entry was classed: "Complaint: Quality, grave"."""
    for entry in filter(None, told.entries):
        if classed := voice.join(_classes(entry, voice)):
            yield voice.labelled(voice.kind(entry.kind), classed)


def _classes(entry: Entry, voice: Voice) -> Iterator[str]:
    if entry.category:
        yield voice.category(entry.category)
    if entry.severity:
        yield voice.severity(entry.severity)
    if entry.sentiment:
        yield voice.sentiment(entry.sentiment)


def origin(part: Part, voice: Voice) -> Iterator[str]:
    """The message itself, and who wrote it when."""
    if part.said:
        yield f"“{short(part.said, _MESSAGE)}”"
    yield voice.join([short(part.by, NAME), voice.moment(part.at) if part.at else ""])
