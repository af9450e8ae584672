"""A question for a fact goes with the log after which it was asked."""

from handlers.desk import Desk
from handlers.freshness.answering import let_go, settled
from handlers.outcome import SILENCE, Message, Outcome
from sales.fact_questions import Stage
from storage.freshness import asking
from storage.told.journal import Recorded


def withdraw(desk: Desk, told: Recorded) -> Outcome:
    """The log is undone: what was asked after it and waits for an answer is asked no more."""
    found = asking.after(desk.session, telling=told.id)
    if found is None or not found.waits:
        return SILENCE
    shown = Message(
        key=f"fact:{desk.heard.arrival}:withdrawn",
        chat=told.chat,
        kind="fact",
        facts={"asked": found.id},
        member=told.member,
        edits=asking.key(told.id),
    )
    return Outcome((*let_go(desk, found), settled(desk, found, Stage.WITHDRAWN)), (shown,))
