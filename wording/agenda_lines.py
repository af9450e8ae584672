"""Follow-ups as lines of a list."""

from sales.views import AgendaLine
from wording.recurrences import recurrence
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, WORDS, short


def agenda_line(line: AgendaLine, voice: Voice, *, named: bool = True) -> str:
    """The customer, what to do and when; for today's the time alone."""
    customer = short(line.customer or "", NAME_IN_LIST) if named else ""
    again = recurrence(line.repeats, line.day, voice) if line.repeats and line.day else ""
    drop = voice.say("drop it?") if line.dragging else ""
    return voice.join([voice.labelled(customer, short(line.action, WORDS)), _when(line, voice), again, drop])


def _when(line: AgendaLine, voice: Voice) -> str:
    if line.day is None:
        return voice.say("no date yet")
    if line.day == voice.today:
        return voice.clock_time(line.at) if line.at else ""
    return voice.day_and_time(line.day, line.at)
