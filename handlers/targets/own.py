"""/me: how a member stands this month, with their targets and their cards."""

from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared


def me(desk: Desk, prepared: Prepared) -> Outcome:
    """The cards were counted before: that takes too long for a transaction."""
    own = next((rep for rep in prepared.figures.reps if rep.member == desk.member.id), None)
    facts = {"cards": own.cards, "there": own.weights.there, "fresh": own.weights.fresh} if own else {}
    return Outcome(messages=(desk.reply("me", facts),))
