"""Closing a complaint: its cause, its remedy, and a sentence for who wants to say more."""

from dataclasses import replace
from functools import partial

from handlers.complaints import buttons
from handlers.complaints.buttons import asking, went
from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from sales.complaints import Cause, Remedy, Step, Taken
from storage.company import asked
from storage.complaints import alerts, steps
from wording.sentences import Toast

LONGEST = 200
"""A longer text is a message of its own."""


def ask_cause(desk: Desk, args: Args) -> Outcome:
    return asking(desk, args, Step.CLOSE, asks="cause")


def ask_remedy(desk: Desk, args: Args) -> Outcome:
    return asking(desk, args, Step.CLOSE, asks="remedy", cause=str(args["cause"]))


def close(desk: Desk, args: Args) -> Outcome:
    """Closed for good; the next words may say more."""
    number = int(args["complaint"])
    cause, remedy = Cause(str(args["cause"])), Remedy(str(args["remedy"]))
    taken = Taken(Step.CLOSE, desk.now, desk.member.id, cause=cause, remedy=remedy)
    closed = went(desk, number, taken, Toast.CLOSED)
    if not closed.changes:
        return closed
    more = partial(asked.ask, member=desk.member.id, what=asked.What.REMARK, now=desk.now, about=str(number))
    return replace(closed, changes=(*closed.changes, more))


def written(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """The sentence that goes with it; None: the words tell of something else."""
    number = asked.asked_about(desk.session, member=desk.member.id)
    words = " ".join(text.split())
    place = alerts.place_of(desk.session, int(number)) if number.isdecimal() else None
    if place is None or prepared.findings.ask or len(words) > LONGEST or _tells_of_others(prepared):
        return None
    change = partial(steps.remark, complaint=int(number), words=words, now=desk.now)
    settled = partial(asked.settle, member=desk.member.id)
    return Outcome((change, settled), buttons.shown(desk, int(number)).messages)


def _tells_of_others(prepared: Prepared) -> bool:
    """A customer is named, or something is planned: that is no remark."""
    named = any(entry.customer is not None and entry.customer.span is not None for entry in prepared.findings.entries)
    return named or bool(prepared.findings.follow_ups)
