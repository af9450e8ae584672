"""The sides of a customer's card: all turn over in place, and each look is on the trail."""

from functools import partial

from handlers.cards.looking import look, seen
from handlers.desk import Args, Desk
from handlers.outcome import Facts, Outcome
from storage.cards import customers
from storage.company import asked
from wording.sentences import Said, Toast
from wording.wild_text import NAME, short


def card(desk: Desk, args: Args) -> Outcome:
    """Back to the front."""
    return look(desk, int(args["customer"]), edits=desk.pressed)


def whole_card(desk: Desk, args: Args) -> Outcome:
    """All fields."""
    return _side(desk, "whole_card", args, {})


def history(desk: Desk, args: Args) -> Outcome:
    return _side(desk, "history", args, {"page": int(args["page"])})


def people(desk: Desk, args: Args) -> Outcome:
    return _side(desk, "people", args, {"page": int(args["page"])})


def person(desk: Desk, args: Args) -> Outcome:
    return _side(desk, "person", args, {"contact": int(args["contact"])})


def _side(desk: Desk, kind: str, args: Args, more: Facts) -> Outcome:
    customer = int(args["customer"])
    shown = desk.reply(kind, {"customer": customer, **more}, edits=desk.pressed)
    settled = partial(asked.settle, member=desk.member.id)
    return Outcome((*seen(desk, customer).changes, settled), (shown,))


def log_on(desk: Desk, args: Args) -> Outcome:
    """Ask what happened; the answer goes on this card."""
    return _ask(desk, args, Said.LOG_ON, {})


def plan_on(desk: Desk, args: Args) -> Outcome:
    """Ask what is to be done; the answer becomes a follow-up on this card."""
    return _ask(desk, args, Said.PLAN_ON, {"plan": 1})


def _ask(desk: Desk, args: Args, sentence: Said, more: Facts) -> Outcome:
    customer = customers.customer(desk.session, desk.member, int(args["customer"]))
    if customer is None:
        return desk.toast(Toast.GONE)
    settled = partial(asked.settle, member=desk.member.id)
    text = desk.voice.say(sentence, customer=short(customer.name, NAME))
    return Outcome((settled,), (desk.reply("said", {"text": text, "customer": customer.id, **more}),))
