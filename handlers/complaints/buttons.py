"""What is done about a complaint by buttons: taking it on, promising, answering, resolving, reopening, taking back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from handlers.complaints.spreading import News, complaints_in, seen_again, spread
from handlers.desk import Args, Desk
from handlers.outcome import Change, Message, Outcome
from sales.complaints import Step, Taken
from sales.people import Member
from sales.tellings import FollowUp, Source
from storage.company import people
from storage.complaints import alerts, steps
from storage.queues import outbox
from storage.told import echoes, journal
from wording.sentences import Said, Toast
from wording.terms import ANSWER_COMPLAINT


def take(desk: Desk, args: Args) -> Outcome:
    """Put the complaint into the hands of who pressed; the rep is told, and whoever had it."""
    number = int(args["complaint"])
    had = alerts.holder(desk.session, number)
    if had is not None and not _takes_over(desk, had, args):
        return desk.toast(Toast.ALREADY_TAKEN, name=had.name)
    gone = went(desk, number, Taken(Step.TAKE, desk.now, desk.member.id, holder=desk.member.id), Toast.TAKEN)
    told = _tell_the_rep(desk, number, Said.TAKEN_OVER, had) if gone.changes else ()
    return replace(gone, messages=(*gone.messages, *told))


def _takes_over(desk: Desk, had: alerts.Holder, args: Args) -> bool:
    """It is still with whom the card named, whom who pressed leads."""
    return int(args.get("from", 0)) == had.id and alerts.may_take_over(desk.session, desk.member, had.id)


def _tell_the_rep(desk: Desk, complaint: int, said: Said, had: alerts.Holder | None = None) -> Iterator[Message]:
    """Who told of it, and whoever had it before."""
    told, rep = _told(desk, complaint)
    before = people.member(desk.session, had.id) if had else None
    about = told.told.parties[0].name if told and told.told.parties else "–"
    for to in dict.fromkeys(filter(None, (rep, before))):
        if to.chat is not None and to.id != desk.member.id:
            voice = replace(desk.voice, language=to.language, zone=to.zone)
            text = voice.say(said, name=desk.member.name, customer=about)
            yield Message(f"taken:{desk.heard.arrival}:{to.id}", to.chat, "said", {"text": text}, to.id)


def _told(desk: Desk, complaint: int) -> tuple[journal.Recorded | None, Member | None]:
    told = alerts.telling_of(desk.session, complaint)
    return told, people.member(desk.session, told.member) if told else None


def leave_with_rep(desk: Desk, args: Args) -> Outcome:
    """The rep who told it takes care of it, and is told so."""
    number = int(args["complaint"])
    _, rep = _told(desk, number)
    if rep is None:
        return desk.toast(Toast.GONE)
    gone = went(desk, number, Taken(Step.TAKE, desk.now, desk.member.id, holder=rep.id), Toast.SAVED)
    told = _tell_the_rep(desk, number, Said.LEFT_WITH_YOU) if gone.changes else ()
    return replace(gone, messages=(*gone.messages, *told))


def ask_day(desk: Desk, args: Args) -> Outcome:
    """By when an answer is promised: asked on the card."""
    return asking(desk, args, Step.PROMISE, asks="day")


def promise_day(desk: Desk, args: Args) -> Outcome:
    """Promised for a day; one that has passed since the card was shown is no day to promise."""
    number, day = int(args["complaint"]), date.fromisoformat(str(args["day"]))
    if day < desk.today:
        return replace(shown(desk, number, asks="day"), toast=desk.voice.say(Toast.TOO_LATE_TO_PROMISE))
    gone = went(desk, number, Taken(Step.PROMISE, desk.now, desk.member.id, day=day), Toast.SAVED)
    toast = desk.voice.say(Toast.PROMISED, day=desk.voice.day(day))
    return replace(gone, toast=toast) if gone.changes else gone


def answer(desk: Desk, args: Args) -> Outcome:
    return _stepped(desk, args, Step.ANSWER)


def resolve(desk: Desk, args: Args) -> Outcome:
    return _stepped(desk, args, Step.RESOLVE)


def reopen(desk: Desk, args: Args) -> Outcome:
    return _stepped(desk, args, Step.REOPEN)


def _stepped(desk: Desk, args: Args, step: Step) -> Outcome:
    return went(desk, int(args["complaint"]), Taken(step, desk.now, desk.member.id), Toast.SAVED)


def undo(desk: Desk, args: Args) -> Outcome:
    """Take the last step back; what others did since stands."""
    number, step = int(args["complaint"]), int(args["step"])
    latest = steps.last(desk.session, number)
    if latest is None or latest.id != step or latest.by != desk.member.id:
        return replace(shown(desk, number), toast=desk.voice.say(Toast.ALREADY_UNDONE))
    change = partial(steps.take_back, complaint=number, step=step, now=desk.now)
    return changed(desk, number, change, Toast.UNDONE)


def open_one(desk: Desk, args: Args) -> Outcome:
    """Its card in place: of a list, a reminder, or what the card asked."""
    return shown(desk, int(args["complaint"]))


def asking(desk: Desk, args: Args, step: Step, *, asks: str, cause: str = "") -> Outcome:
    """The card with a question; where the step leads nowhere any more, the card as it is by now."""
    number = int(args["complaint"])
    if not steps.may(desk.session, number, step):
        return replace(shown(desk, number), toast=desk.voice.say(Toast.ALREADY_CLOSED))
    return shown(desk, number, asks=asks, cause=cause)


def went(desk: Desk, complaint: int, taken: Taken, toast: Toast) -> Outcome:
    """Take the step, if it leads anywhere from where the complaint stands by now."""
    if not steps.may(desk.session, complaint, taken.step):
        return replace(shown(desk, complaint), toast=desk.voice.say(Toast.ALREADY_CLOSED))
    return changed(desk, complaint, partial(steps.go, complaint=complaint, step=taken), toast)


def changed(desk: Desk, complaint: int, change: Change, toast: Toast) -> Outcome:
    """The card, and what others have heard it by, as it stands now."""
    others = tuple(seen_again(desk, complaint))
    return Outcome((change,), (*shown(desk, complaint).messages, *others), desk.voice.say(toast))


def shown(desk: Desk, complaint: int, **more: str) -> Outcome:
    """The card in place; one that was opened from a list can still go back there."""
    place = alerts.place_of(desk.session, complaint)
    if place is None:
        return desk.toast(Toast.GONE)
    facts = {**place._asdict(), "listed": _listed(desk), **more}
    return Outcome(messages=(desk.reply("complaint", facts, edits=desk.pressed),))


def _listed(desk: Desk) -> str:
    on = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    if on is None:
        return ""
    return str(on.facts.get("only", "open")) if on.kind == "complaints" else str(on.facts.get("listed", "") or "")


def promise(desk: Desk, args: Args) -> Outcome:
    """By when an answer was promised, under an echo: the promise becomes a line of the same message."""
    head = int(args["telling"])
    view = echoes.echo(desk.session, head=head)
    told = alerts.telling_of(desk.session, view.promise) if view and view.promise else None
    if view is None or view.promise is None or told is None:
        return desk.toast(Toast.ALREADY_ANSWERED)
    day = date.fromisoformat(str(args["day"])) if args["day"] else None
    echo = desk.reply("echo", {"chat": told.chat, "message": told.message}, edits=desk.pressed)
    if day and day < desk.today:
        return Outcome(messages=(echo,), toast=desk.voice.say(Toast.TOO_LATE_TO_PROMISE))
    toast = desk.voice.say(Toast.PROMISED, day=desk.voice.day(day)) if day else desk.voice.say(Toast.NO_PROMISE)
    note: Change = _plan(desk, told, day) if day else partial(steps.no_promise, complaint=view.promise)
    return Outcome((note,), (echo, *spread(desk, News(told.chat, told.message, told.told))), toast)


def _plan(desk: Desk, told: journal.Recorded, day: date) -> Change:
    entry = next(iter(complaints_in(told.told).values()), None)
    party = entry.customer if entry else None
    action = desk.voice.say(ANSWER_COMPLAINT)
    promised = FollowUp(party, day, action, by_hand=frozenset({"day", "action"}), answers=True)
    grown = replace(told.told, follow_ups=(*told.told.follow_ups, promised))
    by = journal.By(desk.member, desk.now, desk.house.remind_at)
    return partial(journal.amend, telling=told.id, revision=journal.Revision(grown, Source.BUTTON), by=by)
