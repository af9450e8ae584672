"""What a rep answers before and after a visit: how it went, that nobody was in, or that it is another day."""

from dataclasses import replace
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.told.submitting import submit
from sales.drafts import Draft
from sales.kinds import Kind
from sales.reminder_cards import Facts, ReminderCard
from sales.tellings import Entry, Source, Telling
from storage.care import reminders
from storage.plans import followups
from storage.plans.followups import Ending, Standing
from wording.sentences import Said, Toast


def tell(desk: Desk, args: Args) -> Outcome:
    """Ask what happened; the answer is logged and closes the visit."""
    visit = _visit(desk, args)
    if visit is None:
        return desk.toast(Toast.ALREADY_CLOSED)
    facts: Facts = {"text": desk.voice.say(Said.LOG_NOW), "follow_up": visit.id, "card": desk.pressed}
    return Outcome(messages=(replace(desk.reply("said", facts), reply_to=desk.heard.message),))


def same(desk: Desk, args: Args) -> Outcome:
    """It was made, and there is nothing new."""
    return _made(desk, args, attempt=False)


def nobody(desk: Desk, args: Args) -> Outcome:
    """The way was made, but nobody was met."""
    return _made(desk, args, attempt=True)


def _made(desk: Desk, args: Args, *, attempt: bool) -> Outcome:
    visit = _visit(desk, args)
    if visit is None or visit.what.customer is None:
        return desk.toast(Toast.ALREADY_CLOSED)
    words = "" if attempt else desk.voice.say(Said.NOTHING_NEW)
    entry = Entry(Kind.VISIT, visit.what.customer, visit.what.day or desk.today, words, attempt=attempt)
    draft = Draft(
        chat=desk.heard.chat.id,
        message=desk.heard.message,
        moment=desk.now,
        text=words,
        card=desk.pressed or "",
        telling=Telling(entries=(entry,)),
        source=Source.BUTTON,
        closes=visit.id,
    )
    return replace(submit(desk, draft), toast=desk.voice.say(Toast.SAVED))


def moved(desk: Desk, args: Args) -> Outcome:
    """The days to pick from take the card's place; picking one moves the visit."""
    visit = _visit(desk, args)
    if visit is None:
        return desk.toast(Toast.ALREADY_CLOSED)
    return _shown(desk, visit, ReminderCard(visit.id, visit.due_at, visit.what.day, picking=True))


def off(desk: Desk, args: Args) -> Outcome:
    visit = _visit(desk, args)
    if visit is None:
        return desk.toast(Toast.ALREADY_CLOSED)
    by = desk.hand
    drop = partial(followups.finish, follow_up=visit.id, ending=Ending.DROPPED, by=by)
    shown = _shown(desk, visit, ReminderCard(visit.id, visit.due_at, visit.what.day))
    return replace(shown, changes=(drop,), toast=desk.voice.say(Toast.DROPPED))


def _shown(desk: Desk, visit: Standing, card: ReminderCard) -> Outcome:
    return Outcome(messages=(desk.reply("follow_up", card.facts, edits=desk.pressed),))


def _visit(desk: Desk, args: Args) -> Standing | None:
    """The visit of a reminder, if it is still to be told of."""
    row = reminders.find(desk.session, desk.member, int(args["reminder"]))
    visit = followups.find(desk.session, desk.member, row.subject_id) if row else None
    return visit if row and visit and visit.open and visit.what.day == row.day else None
