"""A question or thanks to a rep about what no entry tells of, and the answer: by buttons or Telegram's reply."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Facts, Message, Outcome
from handlers.reader import Reader
from sales.cards import Card
from sales.people import Member
from storage.cards import customers
from storage.company import asked, people
from storage.company.asked import What
from storage.company.audit import Subject, note
from storage.queues import outbox
from wording.cards.digests.talk_note import TalkNote, talk_note
from wording.comment_words import CommentSaid
from wording.wild_text import NAME, short


def ask(desk: Desk, args: Args) -> Outcome:
    """The next words go to the rep."""
    return _wait(desk, int(args["member"]), int(args["customer"]))


def answer(desk: Desk, args: Args) -> Outcome:
    """The next words go to whoever wrote."""
    return _wait(desk, int(args["to"]), int(args["customer"]))


def _wait(desk: Desk, to: int, customer: int) -> Outcome:
    other = _reached(desk, to)
    if other is None:
        return desk.say(CommentSaid.GONE)
    question = partial(asked.ask, member=desk.member.id, what=What.TALK, now=desk.now, about=f"{to}:{customer}")
    return Outcome((question,), desk.say(CommentSaid.WRITE, name=short(other.name, NAME)).messages)


def thank(desk: Desk, args: Args) -> Outcome:
    to = _reached(desk, int(args["member"]))
    if to is None:
        return desk.toast(CommentSaid.GONE)
    sent = _sent(desk, to, int(args["customer"]), "")
    return Outcome(sent.changes, sent.messages[:1], desk.voice.say(CommentSaid.THANKED, name=short(to.name, NAME)))


def written(desk: Desk, text: str) -> Outcome:
    """Words that were asked for by a button."""
    to, _, customer = asked.asked_about(desk.session, member=desk.member.id).partition(":")
    other = _reached(desk, int(to))
    return _sent(desk, other, int(customer), text.strip()) if other else desk.say(CommentSaid.GONE)


def replied(desk: Desk, text: str) -> Outcome | None:
    """A reply to such a message is the answer."""
    if desk.heard.reply_to is None or desk.heard.edited or not text.strip():
        return None
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.reply_to)
    match shown and (shown.kind, dict(shown.facts)):
        case "talk_note", {"by": int(by), "customer": int(customer)} if other := _reached(desk, by):
            return _sent(desk, other, customer, text.strip())
        case _:
            return None


def _reached(desk: Desk, number: int) -> Member | None:
    found = people.member(desk.session, number)
    return found if found is not None and found.chat is not None else None


def _sent(desk: Desk, to: Member, customer: int, text: str) -> Outcome:
    facts: Facts = {"by": desk.member.id, "customer": customer, "text": text}
    told = Message(f"talk_note:{desk.heard.arrival}", to.chat or 0, "talk_note", facts, to.id)
    noted = partial(note, action="member.told", subject=Subject("member", to.id), by=desk.hand)
    settle = partial(asked.settle, member=desk.member.id)
    return Outcome((noted, settle), (told, *desk.say(CommentSaid.TOLD, name=short(to.name, NAME)).messages))


def laid_out(reader: Reader, facts: Facts) -> Card | None:
    by, number = people.member(reader.session, int(facts["by"] or 0)), int(facts["customer"] or 0)
    if by is None:
        return None
    about = customers.customer(reader.session, reader.member, number) if number else None
    view = TalkNote(by.id, by.name, number if about else 0, about.name if about else "", str(facts["text"]))
    return talk_note(view, reader.voice)
