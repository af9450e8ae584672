"""Days in words that no plan can have: such as no calendar has, and such as are far beyond anybody's plans."""

from handlers.desk import Desk
from handlers.outcome import Outcome
from understanding.message.odd_days import is_far_said, missing_day
from wording.sentences import Said


def refused_day(desk: Desk, text: str) -> Outcome | None:
    """One sentence that says why, and asks for another one; None: the day may well be."""
    if missing := missing_day(text):
        return desk.say(Said.NO_SUCH_DAY, day=missing)
    return desk.say(Said.FAR_DAY) if is_far_said(text, desk.told_at.date()) else None
