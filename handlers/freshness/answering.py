"""Taps on a question for a fact: the value, still true, changed, not known, not now, never; and taking back."""

from collections.abc import Callable
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Outcome
from sales.fact_questions import Asked, Stage
from sales.hands import Hand
from sales.known import Statement
from storage.company import asked
from storage.freshness import asking
from storage.store import Session
from wording.sentences import Toast


def answer_fact(desk: Desk, args: Args) -> Outcome:
    """One of the choices."""
    return _pressed(desk, args, lambda found: _answer(desk, found, str(args["value"])), Toast.SAVED)


def still_true(desk: Desk, args: Args) -> Outcome:
    return _pressed(desk, args, lambda found: partial(asking.confirm, asked=found.id, by=desk.hand), Toast.SAVED)


def has_changed(desk: Desk, args: Args) -> Outcome:
    """Ask for what it is now; plain words answer again from here."""
    return _pressed(desk, args, lambda found: partial(_ask_anew, found=found, by=desk.hand), Toast.WRITE_IT)


def not_known(desk: Desk, args: Args) -> Outcome:
    return _pressed(desk, args, lambda found: settled(desk, found, Stage.UNKNOWN), Toast.LEFT_OPEN)


def not_now(desk: Desk, args: Args) -> Outcome:
    return _pressed(desk, args, lambda found: settled(desk, found, Stage.LATER), Toast.LATER)


def never_ask(desk: Desk, args: Args) -> Outcome:
    """No such questions any more, until /questions."""
    return _pressed(desk, args, lambda found: partial(_never, found=found, by=desk.hand), Toast.CHANGED)


def take_answer_back(desk: Desk, args: Args) -> Outcome:
    found = asking.find(desk.session, int(args["asked"]), member=desk.member.id)
    if found is None or found.stage is not Stage.ANSWERED:
        return desk.toast(Toast.ALREADY_UNDONE)
    back = partial(asking.take_back, asked=found.id, by=desk.hand)
    return Outcome(
        (back,), (desk.reply("fact", {"asked": found.id}, edits=desk.pressed),), desk.voice.say(Toast.UNDONE)
    )


def _pressed(desk: Desk, args: Args, change: Callable[[Asked], Change], toast: Toast) -> Outcome:
    """A question that waits is settled, and its card says how."""
    found = asking.find(desk.session, int(args["asked"]), member=desk.member.id)
    if found is None or not found.waits:
        return desk.toast(Toast.ALREADY_ANSWERED)
    shown = desk.reply("fact", {"asked": found.id}, edits=desk.pressed)
    return Outcome((*let_go(desk, found), change(found)), (shown,), desk.voice.say(toast))


def _answer(desk: Desk, found: Asked, value: str) -> Change:
    return partial(asking.answer, asked=found.id, said=Statement(found.field, value), by=desk.hand)


def settled(desk: Desk, found: Asked, stage: Stage) -> Change:
    return partial(asking.settle, asked=found.id, stage=stage, by=desk.hand)


def _ask_anew(session: Session, *, found: Asked, by: Hand) -> None:
    asking.settle(session, asked=found.id, stage=Stage.CHANGING, by=by)
    asked.ask(session, member=found.member, what=asked.What.FACT_QUESTION, now=by.now, about=str(found.id))


def _never(session: Session, *, found: Asked, by: Hand) -> None:
    asking.settle(session, asked=found.id, stage=Stage.NEVER, by=by)
    asking.set_wants(session, member=found.member, wants=False)


def let_go(desk: Desk, found: Asked) -> tuple[Change, ...]:
    """Plain words do not answer any more, if it was this question that they would have answered."""
    waiting = asked.open_question(desk.session, member=found.member, now=desk.now)
    about = asked.asked_about(desk.session, member=found.member)
    if waiting is not asked.What.FACT_QUESTION or about != str(found.id):
        return ()
    return (partial(asked.settle, member=found.member),)
