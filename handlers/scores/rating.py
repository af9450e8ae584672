"""The seven taps of a rating: each answer is kept at once, so that the rest can wait for another day."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Facts, Message, Outcome
from sales.fields import RATED
from sales.known import About, Statement
from sales.scores.rating import Asked, field_of
from sales.scores.rating_round import after, first
from storage.cards.facts import set_fact
from storage.foresight.rating_rounds import answers_of
from wording.sentences import Toast


def rate(desk: Desk, args: Args) -> Outcome:
    """Begin, go on, or turn back to a question."""
    customer, asked = int(args["customer"]), str(args.get("asked", ""))
    due = asked or first(answers_of(desk.session, customer, desk.today), desk.today) or ""
    return Outcome(messages=(_shown(desk, args, due),))


def rate_set(desk: Desk, args: Args) -> Outcome:
    """One answer, on record as a fact; then the next question."""
    customer, asked, value = int(args["customer"]), Asked(str(args["asked"])), str(args["value"])
    if value not in RATED[field_of(asked)].choices:
        return desk.toast(Toast.GONE)
    said, hand = Statement(field_of(asked), value), desk.hand
    answers = answers_of(desk.session, customer, desk.today)
    following = after(asked, answers, desk.today, again=bool(args.get("again")))
    kept = partial(set_fact, said=said, of=About(customer), by=hand)
    return Outcome((kept,), (_shown(desk, args, following or ""),), desk.voice.say(Toast.SAVED))


def _shown(desk: Desk, args: Args, asked: str) -> Message:
    facts: Facts = {"customer": int(args["customer"]), "asked": asked, "again": int(args.get("again", 0))}
    return desk.reply("rating", facts, edits=desk.pressed)
