"""A complaint reaches those who must know: a grave one at once, others after a minute in which a slip can be undone."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Message, Outcome
from sales.drafts import Draft
from sales.kinds import Kind, Severity
from sales.people import Member
from sales.tellings import Entry, FollowUp, Source, Telling
from storage import complaints, echoes, journal
from wording.sentences import Toast

PAUSE = timedelta(seconds=60)


def alerts(desk: Desk, draft: Draft) -> tuple[Message, ...]:
    """Tell the owner, the managers and customer care of the first complaint in a message."""
    entry = complaint_in(draft.telling)
    if entry is None:
        return ()
    due_at = desk.now if entry.severity is Severity.HIGH else desk.now + PAUSE
    told = {"chat": draft.chat, "message": draft.message}
    return tuple(
        Message(_key(told, member), member.chat or 0, "complaint", {**told, "fresh": 1}, member.id, due_at=due_at)
        for member in _recipients(desk, entry)
    )


def corrections(desk: Desk, told: journal.Recorded) -> tuple[Message, ...]:
    """What was sent of a complaint is rewritten when its message was edited, fixed, undone or redone."""
    entry = complaint_in(told.told)
    if entry is None:
        return ()
    named = {"chat": told.chat, "message": told.message}
    return tuple(
        Message(
            f"complaint:{desk.heard.arrival}:{member.id}",
            member.chat or 0,
            "complaint",
            named,
            member.id,
            edits=_key(named, member),
        )
        for member in _recipients(desk, entry)
    )


def complaint_in(told: Telling) -> Entry | None:
    return next((entry for entry in told.entries if entry and entry.kind is Kind.COMPLAINT), None)


def _recipients(desk: Desk, entry: Entry) -> list[Member]:
    customer = entry.customer.id if entry.customer else None
    return complaints.recipients(desk.session, teller=desk.member, customer=customer)


def _key(told: dict[str, int], to: Member) -> str:
    return f"complaint:{told['chat']}:{told['message']}:{to.id}"


def take(desk: Desk, args: Args) -> Outcome:
    """Put the complaint into the hands of who pressed; the rep is told."""
    number = int(args["complaint"])
    taker = complaints.taken_by(desk.session, number)
    if taker is not None:
        return desk.toast(Toast.ALREADY_TAKEN, name=taker)
    change = partial(complaints.take, complaint=number, member=desk.member)
    return Outcome((change,), _shown_again(desk, args), desk.voice.say(Toast.TAKEN))


def leave_with_rep(desk: Desk, args: Args) -> Outcome:
    """The rep handles it: nothing changes but the card, which is read now."""
    return Outcome((), _shown_again(desk, args), desk.voice.say(Toast.SAVED))


def _shown_again(desk: Desk, args: Args) -> tuple[Message, ...]:
    told = complaints.telling_of(desk.session, int(args["complaint"]))
    named = {"chat": told.chat, "message": told.message} if told else {}
    return (desk.reply("complaint", named, edits=desk.pressed),) if told else ()


def promise(desk: Desk, args: Args) -> Outcome:
    """By when an answer was promised: the promise becomes a follow-up of the same message."""
    head = int(args["telling"])
    view = echoes.echo(desk.session, head=head)
    told = complaints.telling_of(desk.session, view.promise) if view and view.promise else None
    if view is None or view.promise is None or told is None:
        return desk.toast(Toast.ALREADY_ANSWERED)
    day = date.fromisoformat(str(args["day"])) if args["day"] else None
    note = partial(complaints.promise, complaint=view.promise, day=day)
    echo = desk.reply("echo", {"chat": told.chat, "message": told.message}, edits=desk.pressed)
    toast = desk.voice.say(Toast.PROMISED, day=desk.voice.day(day)) if day else desk.voice.say(Toast.NO_PROMISE)
    plan = (_plan(desk, told, day),) if day else ()
    return Outcome((note, *plan), (echo, *corrections(desk, told)), toast)


def _plan(desk: Desk, told: journal.Recorded, day: date) -> partial[None]:
    entry = complaint_in(told.told)
    party = entry.customer if entry else None
    answer = FollowUp(party, day, desk.voice.say("answer the complaint"), by_hand=frozenset({"day", "action"}))
    grown = replace(told.told, follow_ups=(*told.told.follow_ups, answer))
    by = journal.By(desk.member, desk.now, desk.house.remind_at)
    return partial(journal.amend, telling=told.id, revision=journal.Revision(grown, Source.BUTTON), by=by)
