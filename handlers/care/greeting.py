"""The buttons under a greeting: another one, on its own, sent, not this year, never."""

from dataclasses import replace
from functools import partial

from handlers.care.answering import shown_again
from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from sales.hands import Hand
from storage.care import greeted, reminders
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
    return _settled(desk, args, "sent", Toast.DONE)


def skip(desk: Desk, args: Args) -> Outcome:
    return _settled(desk, args, "skipped", Toast.SAVED)


def never(desk: Desk, args: Args) -> Outcome:
    """They want no greetings: it stands on their card."""
    return _settled(desk, args, "no_greetings", Toast.SAVED)


def _settled(desk: Desk, args: Args, answer: str, toast: Toast) -> Outcome:
    number = int(args["reminder"])
    row = reminders.find(desk.session, desk.member, number)
    if row is None or row.state not in reminders.UNANSWERED:
        return Outcome(messages=(shown_again(desk, args),), toast=desk.voice.say(Toast.ALREADY_ANSWERED))
    change = partial(greeted.settle, reminder=number, answer=answer, by=Hand(desk.member.id, desk.now))
    return Outcome((change,), (shown_again(desk, args),), desk.voice.say(toast))
