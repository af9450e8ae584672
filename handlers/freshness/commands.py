"""/cards and /questions: how complete the cards are, and whether a member is asked for what is missing."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from storage.freshness import asking
from storage.freshness.tallies import tally
from wording.sentences import Toast


def cards(desk: Desk, prepared: Prepared) -> Outcome:
    """The figures of the member's cards, or of their reps', as they were counted before."""
    return Outcome(messages=(desk.reply("cards", tally(prepared.figures)),))


def questions(desk: Desk) -> Outcome:
    """Whether the member is asked, with the button that changes it."""
    return Outcome(messages=(desk.reply("fact_asking", {}),))


def ask_again(desk: Desk, args: Args) -> Outcome:
    return _wants(desk, wants=True)


def ask_no_more(desk: Desk, args: Args) -> Outcome:
    return _wants(desk, wants=False)


def _wants(desk: Desk, *, wants: bool) -> Outcome:
    change = partial(asking.set_wants, member=desk.member.id, wants=wants)
    shown = desk.reply("fact_asking", {}, edits=desk.pressed)
    return Outcome((change,), (shown,), desk.voice.say(Toast.CHANGED))
