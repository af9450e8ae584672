"""A manager asks about an entry or thanks for it, and the rep's answer comes back: by buttons or Telegram's reply."""

from collections.abc import Callable, Mapping
from functools import partial

from handlers.comments import assigning
from handlers.desk import Args, Desk
from handlers.outcome import Facts, Message, Outcome
from handlers.prepared import Prepared
from sales.comments import EntryPlace
from sales.people import Member
from storage.comments import keeping
from storage.comments.keeping import NewComment
from storage.comments.views import teller_of
from storage.company import asked, people
from storage.company.asked import What
from storage.complaints import alerts
from storage.queues import outbox
from storage.told import journal
from wording.comment_words import CommentSaid
from wording.sentences import Toast
from wording.wild_text import NAME, short

_ENDS_A_QUESTION = ("?", "？", "吗", "呢")


def open_one(desk: Desk, args: Args) -> Outcome:
    """As a message of its own, so that a reply to it is the comment."""
    place = _place(args)
    return Outcome(messages=(desk.reply("entry", {"telling": place.telling, "slot": place.slot}),))


def ask(desk: Desk, args: Args) -> Outcome:
    """The next words go to whoever told it."""
    place = _place(args)
    teller = _teller(desk, place)
    if teller is None:
        return desk.toast(Toast.GONE)
    if teller.id == desk.member.id:
        return desk.toast(Toast.NOT_ALLOWED)
    return _wait(desk, f"{place.telling}:{place.slot}", teller)


def answer(desk: Desk, args: Args) -> Outcome:
    """The next words go to whoever asked."""
    heard = keeping.addressed(desk.session, desk.member.id, int(args["comment"]))
    to = people.member(desk.session, heard.by) if heard else None
    return _wait(desk, f"{heard.id}", to) if heard and to else desk.toast(Toast.GONE)


def _wait(desk: Desk, about: str, to: Member) -> Outcome:
    question = partial(asked.ask, member=desk.member.id, what=What.COMMENT, now=desk.now, about=about)
    return Outcome((question,), desk.say(CommentSaid.WRITE, name=short(to.name, NAME)).messages)


def thank(desk: Desk, args: Args) -> Outcome:
    """Once for each entry."""
    place = _place(args)
    teller = _teller(desk, place)
    if teller is None or teller.chat is None:
        return desk.toast(Toast.GONE)
    if teller.id == desk.member.id:
        return desk.toast(Toast.NOT_ALLOWED)
    name = short(teller.name, NAME)
    if keeping.has_thanked(desk.session, desk.member.id, place):
        return desk.toast(CommentSaid.THANKED_ALREADY, name=name)
    sent = _sent(desk, NewComment(place, teller.id, "", desk.heard.arrival), teller)
    return Outcome(sent.changes, sent.messages[:1], desk.voice.say(CommentSaid.THANKED, name=name))


def written(desk: Desk, text: str) -> Outcome:
    """Words that were asked for by a button."""
    first, _, slot = asked.asked_about(desk.session, member=desk.member.id).partition(":")
    if slot:
        return ask_teller(desk, EntryPlace(int(first), int(slot)), text)
    heard = keeping.addressed(desk.session, desk.member.id, int(first))
    return _answer(desk, heard, text) if heard else desk.say(CommentSaid.GONE)


def replied(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """A reply to an entry or a comment is a comment; under a complaint only a question is, else it tells of it."""
    if desk.heard.reply_to is None or desk.heard.edited or not text.strip():
        return None
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.reply_to)
    match shown and (shown.kind, dict(shown.facts)):
        case "entry", {"telling": int(telling), "slot": int(slot)}:
            return ask_teller(desk, EntryPlace(telling, slot), text)
        case "comment", {"arrival": int(arrival)}:
            heard = keeping.came_by(desk.session, desk.member.id, arrival)
            return _answer(desk, heard, text) if heard else None
        case "complaint", facts if text.rstrip().endswith(_ENDS_A_QUESTION):
            return _asked_of_complaint(desk, facts, text)
        case _:
            return None


def _asked_of_complaint(desk: Desk, facts: Facts, text: str) -> Outcome | None:
    """None: there is nobody to ask, or the reader does not lead them."""
    place = _told_at(desk, facts)
    teller = _teller(desk, place) if place else None
    if place is None or teller is None or teller.id == desk.member.id:
        return None
    leads = people.answers_for(desk.session, desk.member, teller.id)
    return ask_teller(desk, place, text) if leads else None


def _told_at(desk: Desk, facts: Facts) -> EntryPlace | None:
    match facts:
        case {"complaint": int(complaint)}:
            at = alerts.place_of(desk.session, complaint)
        case {"chat": int(chat), "message": int(message), "slot": int(slot)}:
            at = alerts.Place(chat, message, slot)
        case _:
            return None
    told = journal.by_message(desk.session, at.chat, at.message) if at else None
    return EntryPlace(told.id, at.slot) if told and at else None


def ask_teller(desk: Desk, place: EntryPlace, text: str) -> Outcome:
    teller = _teller(desk, place)
    leads = teller is not None and people.answers_for(desk.session, desk.member, teller.id)
    if teller is None or not leads or teller.id == desk.member.id:
        return desk.say(CommentSaid.GONE)
    return _sent(desk, NewComment(place, teller.id, text.strip(), desk.heard.arrival), teller)


def _answer(desk: Desk, heard: keeping.Heard, text: str) -> Outcome:
    to = people.member(desk.session, heard.by)
    if to is None:
        return desk.say(CommentSaid.GONE)
    return _sent(desk, NewComment(heard.place, to.id, text.strip(), desk.heard.arrival, answers=heard.id), to)


def _sent(desk: Desk, comment: NewComment, to: Member) -> Outcome:
    """The comment itself stands first."""
    if to.chat is None:
        return desk.say(CommentSaid.GONE)
    keep = partial(keeping.keep, comment=comment, by=desk.hand)
    settle = partial(asked.settle, member=desk.member.id)
    facts: Facts = {"arrival": comment.arrival}
    under = _echo(desk, comment.place, to)
    told = Message(f"comment:{comment.arrival}", to.chat, "comment", facts, to.id, reply_to=under)
    return Outcome((keep, settle), (told, *desk.say(CommentSaid.TOLD, name=short(to.name, NAME)).messages))


def _echo(desk: Desk, place: EntryPlace, to: Member) -> int | None:
    """The message in their chat that shows what they told."""
    told = journal.find(desk.session, place.telling)
    if told is None or told.member != to.id or told.chat != to.chat:
        return None
    return outbox.message_of(desk.session, told.card) if told.card else None


def _teller(desk: Desk, place: EntryPlace) -> Member | None:
    teller = teller_of(desk.session, place)
    return people.member(desk.session, teller) if teller else None


def _place(args: Args) -> EntryPlace:
    return EntryPlace(int(args["telling"]), int(args["slot"]))


BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "entry_open": open_one,
    "entry_ask": ask,
    "entry_thank": thank,
    "entry_assign": assigning.assign,
    "comment_answer": answer,
}
