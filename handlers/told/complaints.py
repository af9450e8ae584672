"""A complaint reaches those who must know: a grave one at once, others after a minute in which a slip can be undone."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Message, Outcome
from sales.kinds import Kind, Severity
from sales.people import Member
from sales.tellings import NOTHING_TOLD, Entry, FollowUp, Source, Telling
from storage.company import people
from storage.queues import outbox
from storage.queues.queue import State
from storage.told import complaints, echoes, journal
from wording.sentences import Said, Toast
from wording.terms import ANSWER_COMPLAINT

PAUSE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class News:
    """What a message tells from now on; `told` is None once it is undone."""

    chat: int
    message: int
    told: Telling | None
    before: Telling = NOTHING_TOLD


def spread(desk: Desk, news: News) -> tuple[Message, ...]:
    """Tell the owner, the nearest managers and customer care of each complaint in a message.

    Who has heard of it already sees their message rewritten, whether it was edited, fixed, undone or redone.
    """
    now, before = complaints_in(news.told or NOTHING_TOLD), complaints_in(news.before)
    return tuple(
        message
        for slot, known in sorted({**before, **now}.items())
        for member in _recipients(desk, known)
        if (message := _to(desk, complaints.Place(news.chat, news.message, slot), now.get(slot), member))
    )


def complaints_in(told: Telling) -> dict[int, Entry]:
    """The complaints of a telling, by slot."""
    return {slot: entry for slot, entry in enumerate(told.entries) if entry and entry.kind is Kind.COMPLAINT}


def _recipients(desk: Desk, entry: Entry) -> list[Member]:
    customer = entry.customer.id if entry.customer else None
    return complaints.recipients(desk.session, teller=desk.member, customer=customer)


def _to(desk: Desk, place: complaints.Place, entry: Entry | None, member: Member) -> Message | None:
    told_in = f"complaint:{place.chat}:{place.message}:{place.slot}:{member.id}:"
    last = outbox.last_key(desk.session, told_in)
    if last is not None and outbox.state_of(desk.session, last) is not State.WITHDRAWN:
        key = f"complaint:{desk.heard.arrival}:{place.slot}:{member.id}"
        return Message(key, member.chat or 0, "complaint", place._asdict(), member.id, edits=last)
    if entry is None:
        return None
    due_at = desk.now if entry.severity is Severity.HIGH else desk.now + PAUSE
    facts = {**place._asdict(), "fresh": 1}
    return Message(f"{told_in}{desk.heard.arrival}", member.chat or 0, "complaint", facts, member.id, due_at=due_at)


def take(desk: Desk, args: Args) -> Outcome:
    """Put the complaint into the hands of who pressed; the rep is told."""
    number = int(args["complaint"])
    taker = complaints.taken_by(desk.session, number)
    if taker is not None:
        return desk.toast(Toast.ALREADY_TAKEN, name=taker)
    change = partial(complaints.take, complaint=number, member=desk.member.id)
    return Outcome((change,), (*_shown_again(desk, number), *_tell_the_rep(desk, number)), desk.voice.say(Toast.TAKEN))


def _tell_the_rep(desk: Desk, complaint: int) -> tuple[Message, ...]:
    told, rep = _told(desk, complaint)
    if told is None or rep is None or rep.chat is None or rep.id == desk.member.id:
        return ()
    voice = replace(desk.voice, language=rep.language, zone=rep.zone)
    about = told.told.parties[0].name if told.told.parties else "–"
    text = voice.say(Said.TAKEN_OVER, name=desk.member.name, customer=about)
    return (Message(f"taken:{desk.heard.arrival}", rep.chat, "said", {"text": text}, rep.id),)


def _told(desk: Desk, complaint: int) -> tuple[journal.Recorded | None, Member | None]:
    told = complaints.telling_of(desk.session, complaint)
    return told, people.member(desk.session, told.member) if told else None


def leave_with_rep(desk: Desk, args: Args) -> Outcome:
    """The rep who told it takes care of it."""
    number = int(args["complaint"])
    _, rep = _told(desk, number)
    if rep is None:
        return desk.toast(Toast.GONE)
    change = partial(complaints.take, complaint=number, member=rep.id)
    return Outcome((change,), _shown_again(desk, number), desk.voice.say(Toast.SAVED))


def _shown_again(desk: Desk, complaint: int) -> tuple[Message, ...]:
    place = complaints.place_of(desk.session, complaint)
    return (desk.reply("complaint", place._asdict(), edits=desk.pressed),) if place else ()


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
    return Outcome((note, *plan), (echo, *spread(desk, News(told.chat, told.message, told.told))), toast)


def _plan(desk: Desk, told: journal.Recorded, day: date) -> partial[None]:
    entry = next(iter(complaints_in(told.told).values()), None)
    party = entry.customer if entry else None
    answer = FollowUp(party, day, desk.voice.say(ANSWER_COMPLAINT), by_hand=frozenset({"day", "action"}))
    grown = replace(told.told, follow_ups=(*told.told.follow_ups, answer))
    by = journal.By(desk.member, desk.now, desk.house.remind_at)
    return partial(journal.amend, telling=told.id, revision=journal.Revision(grown, Source.BUTTON), by=by)
