"""The answers to "has gone quiet" and to "is back": plan a visit or a call, say why, say what brought them back."""

from dataclasses import replace
from datetime import date
from functools import partial

from handlers.care.answering import settled, shown_again
from handlers.desk import Args, Desk
from handlers.outcome import Change, Outcome
from handlers.prepared import Prepared
from handlers.told.submitting import submit
from sales.drafts import Draft
from sales.scores.quiet import QuietReason
from sales.scores.stage_reasons import LossCause, ReturnCause
from sales.tellings import FollowUp, Party, Source, Telling
from storage.cards import customers
from storage.care import reminders
from storage.company import asked
from storage.foresight import silences
from storage.foresight.silences import Word
from storage.tables.care import ReminderRow
from wording.sentences import Said, Toast

_VISIT = "visit"
LONGEST = 200
"""A longer reason is a message of its own."""


def why(desk: Desk, args: Args) -> Outcome:
    """Ask on the card why they are quiet, then until when or what the competitor has."""
    return _asks(desk, args, str(args.get("asks", "why")))


def _asks(desk: Desk, args: Args, asks: str) -> Outcome:
    if _open(desk, args) is None:
        return _settled_already(desk, args)
    shown = shown_again(desk, args)
    return Outcome(messages=(replace(shown, facts={**shown.facts, "asks": asks}),))


def visit(desk: Desk, args: Args) -> Outcome:
    """On a day that the next tap names."""
    if "day" not in args:
        return _asks(desk, args, _VISIT)
    return _planned(desk, args, date.fromisoformat(str(args["day"])), Said.VISIT_THERE, _VISIT)


def call(desk: Desk, args: Args) -> Outcome:
    return _planned(desk, args, desk.today, Said.CALL_THERE, "")


def _planned(desk: Desk, args: Args, day: date, action: Said, purpose: str) -> Outcome:
    """A follow-up like any that is told; its echo takes the card's place."""
    row = _open(desk, args)
    customer = customers.customer(desk.session, desk.member, row.customer_id or 0) if row else None
    if row is None or customer is None:
        return _settled_already(desk, args)
    words = desk.voice.say(action)
    plan = FollowUp(Party(customer.name, customer.id), day, words, purpose=purpose)
    draft = Draft(
        chat=desk.heard.chat.id,
        message=desk.heard.message,
        moment=desk.now,
        text=words,
        card=desk.pressed or "",
        telling=Telling(follow_ups=(plan,)),
        source=Source.BUTTON,
    )
    stored = submit(desk, draft)
    answer = partial(reminders.answer, reminder=row.id or 0, answer="planned", by=desk.hand)
    return replace(stored, changes=(answer, *stored.changes), toast=desk.voice.say(Toast.SAVED))


def fine(desk: Desk, args: Args) -> Outcome:
    """Not again for this silence."""
    return settled(desk, args, "fine", Toast.SAVED)


def season(desk: Desk, args: Args) -> Outcome:
    until = date.fromisoformat(str(args["day"]))
    quiet = partial(silences.know, reason=QuietReason.SEASONAL, until=until)
    return _noted(desk, args, quiet, desk.voice.say(Toast.QUIET_UNTIL, day=desk.voice.day(until)))


def lost(desk: Desk, args: Args) -> Outcome:
    cause = LossCause(str(args["cause"]))
    return _noted(desk, args, partial(silences.lose, cause=cause), desk.voice.say(Toast.SAVED))


def other(desk: Desk, args: Args) -> Outcome:
    """The next words may say what it is."""
    outcome = _noted(desk, args, partial(silences.know, reason=QuietReason.OTHER), desk.voice.say(Toast.WRITE_IT))
    row = _open(desk, args)
    if row is None:
        return outcome
    about = str(row.customer_id or 0)
    ask = partial(asked.ask, member=desk.member.id, what=asked.What.QUIET, now=desk.now, about=about)
    question = desk.say(Said.WHY_QUIET).messages
    return replace(outcome, changes=(*outcome.changes, ask), messages=(*outcome.messages, *question))


def _noted(desk: Desk, args: Args, change: partial[bool], toast: str) -> Outcome:
    row = _open(desk, args)
    if row is None:
        return _settled_already(desk, args)
    noted: Change = partial(change, reminder=row.id or 0, word=word(desk, row.customer_id or 0))
    return Outcome((noted,), (shown_again(desk, args),), toast)


def because(desk: Desk, args: Args) -> Outcome:
    """What brought them back."""
    row = _open(desk, args)
    if row is None:
        return _settled_already(desk, args)
    cause = ReturnCause(str(args["cause"]))
    change = partial(silences.came_back, reminder=row.id or 0, cause=cause, by=desk.hand)
    return Outcome((change,), (shown_again(desk, args),), desk.voice.say(Toast.SAVED))


def written(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """Why they are quiet, in words; None: the words tell of something else."""
    number, words = asked.asked_about(desk.session, member=desk.member.id), " ".join(text.split())
    told = prepared.findings
    named = any(entry.customer is not None and entry.customer.span is not None for entry in told.entries)
    if not number.isdecimal() or told.ask or told.follow_ups or named or len(words) > LONGEST:
        return None
    remark = partial(silences.remark, customer=int(number), words=words)
    settle = partial(asked.settle, member=desk.member.id)
    return Outcome((remark, settle), desk.say(Said.NOTED).messages)


def word(desk: Desk, customer: int) -> Word:
    return Word(customer, desk.today, desk.hand)


def _open(desk: Desk, args: Args) -> ReminderRow | None:
    row = reminders.find(desk.session, desk.member, int(args["reminder"]))
    return row if row and row.state in reminders.UNANSWERED else None


def _settled_already(desk: Desk, args: Args) -> Outcome:
    return Outcome(messages=(shown_again(desk, args),), toast=desk.voice.say(Toast.ALREADY_ANSWERED))
