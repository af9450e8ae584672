"""Customers who are told in words to have gone to a competitor: whether they count as lost is asked, never guessed."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Message, Outcome
from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.drafts import Draft
from sales.scores.stage_reasons import LossCause
from storage.cards import customers
from storage.foresight import silences
from storage.foresight.silences import Word
from wording.cards import told_lost
from wording.sentences import Toast

NOTED, KEPT = "noted", "kept"


def ask_whether_lost(desk: Desk, draft: Draft) -> tuple[Message, ...]:
    """Below the echo; of those who are new, or are called lost already, nothing is asked."""
    gone = draft.lost.id if draft.lost else None
    if gone is None or silences.is_said_lost(desk.session, gone):
        return ()
    return (desk.reply("told_lost", {"customer": gone}),)


def lost(desk: Desk, args: Args) -> Outcome:
    """A tap says why they went."""
    customer = int(args["customer"])
    if silences.is_said_lost(desk.session, customer):
        return desk.toast(Toast.ALREADY_ANSWERED)
    change = partial(silences.lose_told, word=_word(desk, customer), cause=LossCause(str(args["cause"])))
    return Outcome((change,), (_now(desk, customer, NOTED),), desk.voice.say(Toast.SAVED))


def not_lost(desk: Desk, args: Args) -> Outcome:
    return Outcome(messages=(_now(desk, int(args["customer"]), KEPT),))


def undo(desk: Desk, args: Args) -> Outcome:
    """It was a slip: they stand where the last night saw them."""
    customer = int(args["customer"])
    if not silences.is_said_lost(desk.session, customer):
        return desk.toast(Toast.ALREADY_UNDONE)
    change = partial(silences.keep, word=_word(desk, customer))
    return Outcome((change,), (_now(desk, customer, ""),), desk.voice.say(Toast.REOPENED))


def _word(desk: Desk, customer: int) -> Word:
    return Word(customer, desk.today, desk.hand)


def _now(desk: Desk, customer: int, answer: str) -> Message:
    return desk.reply("told_lost", {"customer": customer, "answer": answer}, edits=desk.pressed)


def laid_out(reader: Reader, facts: Facts) -> Card | None:
    """The question, or what it was answered with."""
    customer = customers.customer(reader.session, reader.member, int(facts["customer"]))
    if customer is None:
        return None
    match facts.get("answer"):
        case "noted":
            return told_lost.noted(customer.name, customer.id, reader.voice)
        case "kept":
            return told_lost.kept(customer.name, reader.voice)
        case _:
            return told_lost.asked(customer.name, customer.id, reader.voice)
