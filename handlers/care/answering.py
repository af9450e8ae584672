"""The buttons under a reminder: each settles it and shows, on the same card, how it stands now."""

from dataclasses import replace
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Message, Outcome
from handlers.plans.listing import agenda_shown
from sales.care.kinds import PUT_OFF
from sales.moments import local_moment
from sales.reminder_cards import AgendaCard, Facts, agenda_card
from storage.care import greeted, reminders
from storage.foresight import silences
from storage.queues import outbox
from storage.tables.care import ReminderRow
from wording.sentences import Toast


def done(desk: Desk, args: Args) -> Outcome:
    return settled(desk, args, "done", Toast.DONE)


def never(desk: Desk, args: Args) -> Outcome:
    """Nor any like it again: what that means is the affair of its kind."""
    return settled(desk, args, "never", Toast.SAVED)


def settled(desk: Desk, args: Args, answer: str, toast: Toast) -> Outcome:
    """Note the answer, unless it is settled already."""
    number = int(args["reminder"])
    row = reminders.find(desk.session, desk.member, number)
    if row is None or row.state not in reminders.UNANSWERED:
        return Outcome(messages=(shown_again(desk, args),), toast=desk.voice.say(Toast.ALREADY_ANSWERED))
    change = partial(greeted.settle, reminder=number, answer=answer, by=desk.hand)
    return _changed(desk, args, change, toast)


def later(desk: Desk, args: Args) -> Outcome:
    """In three days, at the same clock time."""
    row = reminders.find(desk.session, desk.member, int(args["reminder"]))
    if row is None or row.state not in reminders.UNANSWERED:
        return Outcome(messages=(shown_again(desk, args),), toast=desk.voice.say(Toast.ALREADY_ANSWERED))
    day = desk.today + PUT_OFF
    at = row.due_at.astimezone(desk.member.zone).time()
    moment = local_moment(day, at, desk.member.zone)
    change = partial(reminders.put_off, reminder=row.id or 0, day=day, due_at=moment)
    toast = desk.voice.say(Toast.MOVED, moment=desk.voice.moment(moment))
    return Outcome((change,), (shown_again(desk, args, instead="moved"),), toast)


def undo(desk: Desk, args: Args) -> Outcome:
    """With all that the answer settled, too."""
    row, by = desk.session.get_one(ReminderRow, int(args["reminder"])), desk.hand
    word = silences.Word(row.customer_id or 0, desk.today, by)
    forget = partial(silences.forget, reminder=row.id or 0, word=word)
    take_back = partial(greeted.take_back, reminder=row.id or 0, by=by)
    reopened = _changed(desk, args, take_back, Toast.REOPENED)
    return replace(reopened, changes=(forget, *reopened.changes))


def why(desk: Desk, args: Args) -> Outcome:
    return Outcome(messages=(shown_again(desk, args, instead="why"),))


def back(desk: Desk, args: Args) -> Outcome:
    return Outcome(messages=(shown_again(desk, args),))


def to_list(desk: Desk, args: Args) -> Outcome:
    """From the line that was opened in place to the list, whatever days that showed."""
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    card = _agenda(shown) if shown else AgendaCard()
    return Outcome(messages=(agenda_shown(desk, card, edits=shown.key if shown else None),))


def _agenda(shown: outbox.Shown) -> AgendaCard:
    return replace(agenda_card(shown.facts), fresh=False, lines="")


def shown_again(desk: Desk, args: Args, *, instead: str = "") -> Message:
    """The card as it stands once all is stored, or what it shows instead of its answers.

    One that was opened from a list can still go back there.
    """
    row: ReminderRow = desk.session.get_one(ReminderRow, int(args["reminder"]))
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    listed = bool(shown and (shown.kind in ("agenda", "morning", "late") or shown.facts.get("listed")))
    facts: Facts = {"reminder": row.id or 0, "listed": int(listed), **({instead: 1} if instead else {})}
    if shown and listed:
        facts |= _agenda(shown).facts
    if shown and shown.facts.get("choice"):
        facts["choice"] = int(shown.facts["choice"])
    return desk.reply(row.kind, facts, edits=shown.key if shown else None)


def _changed(desk: Desk, args: Args, change: Change, toast: Toast) -> Outcome:
    return Outcome((change,), (shown_again(desk, args),), desk.voice.say(toast))
