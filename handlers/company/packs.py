"""The pack that a successor goes through: a card, and on a tap the next one."""

from dataclasses import replace

from handlers.cards.customers import open_one
from handlers.desk import Args, Desk
from handlers.outcome import Outcome


def page(desk: Desk, args: Args) -> Outcome:
    """A page of the list, in place."""
    facts = {"hand_over": int(args["hand_over"]), "page": int(args["page"])}
    return Outcome(messages=(desk.reply("pack", facts, edits=desk.pressed),))


def open_card(desk: Desk, args: Args) -> Outcome:
    """The card of a customer, and below it the way to the next one."""
    opened = open_one(desk, args)
    step = desk.reply("pack", {"hand_over": int(args["hand_over"]), "place": int(args["place"])})
    return replace(opened, messages=(*opened.messages, step)) if opened.messages else opened
