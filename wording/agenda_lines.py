"""Follow-ups as lines of a list."""

from datetime import date

from sales.views import AgendaLine
from wording.recurrences import how_often
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, WORDS, short


def agenda_line(line: AgendaLine, voice: Voice, *, named: bool = True, under: date | None = None) -> str:
    """The customer, what to do and when; for today's, and those of the day that the list is `under`, the time alone."""
    customer = short(line.customer or "", NAME_IN_LIST) if named else ""
    again = how_often(line.repeats, line.day, voice) if line.repeats and line.day else ""
    drop = voice.say("drop it?") if line.dragging else ""
    return voice.join(
        [voice.labelled(customer, short(line.action, WORDS)), _when(line, under or voice.today, voice), again, drop]
    )


def _when(line: AgendaLine, known: date, voice: Voice) -> str:
    if line.day is None:
        return voice.say("no date yet")
    if line.day == known:
        return voice.clock_time(line.at) if line.at else ""
    return voice.day_and_time(line.day, line.at)
