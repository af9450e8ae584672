"""Short lists that answer a question: open complaints, birthdays to come."""

from collections.abc import Sequence

from sales.cards import Card
from sales.tellings import Entry
from sales.views import BirthdayLine
from wording.layout import lay_out
from wording.told_lines import entry_line
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short


def complaints(entries: Sequence[Entry], voice: Voice) -> Card:
    """The open complaints, the newest first."""
    if not entries:
        return lay_out([voice.say("No complaint is open.")])
    lines = [
        voice.labelled(short(entry.customer.name, NAME_IN_LIST), entry_line(entry, voice))
        if entry.customer
        else entry_line(entry, voice)
        for entry in entries
    ]
    return lay_out([voice.say("Open complaints"), *(f"{number} {line}" for number, line in enumerate(lines, 1))])


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
