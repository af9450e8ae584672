"""The buttons under a greeting: another one, on its own, sent, not this year, never."""

from dataclasses import replace

from handlers.care.answering import settled, shown_again
from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from wording.sentences import Toast


def another(desk: Desk, args: Args) -> Outcome:
    """The next template, on the same card."""
    card = shown_again(desk, args)
    return Outcome(messages=(replace(card, facts={**card.facts, "choice": int(args["choice"])}),))


def apart(desk: Desk, args: Args) -> Outcome:
    """The greeting and nothing else, so that it can be forwarded as it is."""
    facts = {"reminder": int(args["reminder"]), "choice": int(args["choice"])}
    return Outcome(messages=(desk.reply("greeting", facts),))


def sent(desk: Desk, args: Args) -> Outcome:
    return settled(desk, args, "sent", Toast.DONE)


def skip(desk: Desk, args: Args) -> Outcome:
    return settled(desk, args, "skipped", Toast.SAVED)


def never(desk: Desk, args: Args) -> Outcome:
    """They want no greetings: it stands on their card."""
    return settled(desk, args, "no_greetings", Toast.SAVED)
