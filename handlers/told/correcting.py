"""A word after the echo that takes back its day: "no wait, Thursday", 不对，是周四."""

from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from handlers.told.fixing import set_in_words
from handlers.told.written_values import written_value
from sales.tellings import Telling
from storage.told import echoes, journal
from understanding.answers import other_day


def corrected(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """Move the one day that the last message told of; None: the words take no day back, or it is unclear which."""
    said, head = other_day(text, desk.told_at), prepared.context.head
    last = echoes.last_undoable(desk.session, head=head) if said and head else None
    told = journal.find(desk.session, last) if last else None
    place = _only_day(told.told) if told else None
    if not said or told is None or place is None:
        return None
    line, field = place
    value = written_value(desk, field, said, prepared)
    return set_in_words(desk, told, line, field, value) if value else None


def _only_day(told: Telling) -> tuple[str, str] | None:
    """The line and field of the day: what is ahead goes before what happened, of which everything has the same day."""
    plans = [slot for slot, plan in enumerate(told.follow_ups) if plan and plan.day]
    entries = [slot for slot, entry in enumerate(told.entries) if entry]
    if plans:
        return (f"f{plans[0]}", "day") if len(plans) == 1 else None
    return (f"e{entries[0]}", "on") if len(entries) == 1 else None
