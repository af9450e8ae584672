"""Short lists that answer a question: birthdays to come."""

from collections.abc import Sequence

from sales.cards import Card
from sales.views import BirthdayLine
from wording.layout import lay_out
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short


def birthdays(lines: Sequence[BirthdayLine], voice: Voice) -> Card:
    """Whose birthday comes next."""
    if not lines:
        return lay_out([voice.say("No birthday in the next 30 days.")])
    said = [
        voice.labelled(
            voice.day(line.day),
            voice.join((short(line.name, NAME_IN_LIST), short(line.customer, NAME_IN_LIST))),
        )
        for line in lines
    ]
    return lay_out([voice.say("Birthdays to come"), *said])
