"""A complaint reaches those who must know: a grave one at once, others after a minute in which a slip can be undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.desk import Desk
from handlers.outcome import Message
from sales.kinds import Kind, Severity
from sales.people import Member
from sales.tellings import NOTHING_TOLD, Entry, Telling
from storage.complaints import alerts, joining
from storage.complaints.answered import shown_of
from storage.complaints.reminding import CLOCK, PROMISE
from storage.queues import outbox
from storage.queues.queue import State

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

    Who has heard of it already sees their message rewritten, whether it was edited, fixed, undone or redone. Further
    news of an open complaint is a short line for those who have heard of that one.
    """
    now, before = complaints_in(news.told or NOTHING_TOLD), complaints_in(news.before)
    told = (
        message
        for slot, known in sorted({**before, **now}.items())
        for message in _about(desk, alerts.Place(news.chat, news.message, slot), now.get(slot), known)
    )
    answered = sorted(_answered(news.before) | _answered(news.told or NOTHING_TOLD))
    return (*told, *(message for complaint in answered for message in _answer(desk, complaint)))


def _answered(told: Telling) -> frozenset[int]:
    return frozenset(entry.answers for entry in told.entries if entry and entry.answers)


def _answer(desk: Desk, complaint: int) -> Iterator[Message]:
    """The cards and reminders by which people know of it, as they stand now."""
    yield from seen_again(desk, complaint)
    for number in shown_of(desk.session, complaint):
        for put in _reminded(desk, number):
            key = f"{put.kind}:{desk.heard.arrival}:again:{number}:{put.member}"
            yield Message(key, put.chat, put.kind, {"reminder": number}, put.member, edits=put.key)


def _about(desk: Desk, place: alerts.Place, entry: Entry | None, known: Entry) -> Iterator[Message]:
    of = joining.joined_to(desk.session, known)
    if of is not None:
        yield from _further(desk, place, entry, known, of)
        return
    yield from _told(desk, place, entry, known)
    if entry is None and (heir := joining.heir(desk.session, place)) is not None:
        yield from _told(desk, heir, known, known)


def _told(desk: Desk, place: alerts.Place, entry: Entry | None, known: Entry) -> Iterator[Message]:
    for member in _recipients(desk, known):
        if (message := _to(desk, place, entry, member)) is not None:
            yield message


def _reminded(desk: Desk, reminder: int) -> list[outbox.Put]:
    return [put for kind in (CLOCK, PROMISE) for put in outbox.put_under(desk.session, f"{kind}:{reminder}:")]


def complaints_in(told: Telling) -> dict[int, Entry]:
    """The complaints of a telling, by slot."""
    return {slot: entry for slot, entry in enumerate(told.entries) if entry and entry.kind is Kind.COMPLAINT}


def _recipients(desk: Desk, entry: Entry) -> list[Member]:
    customer = entry.customer.id if entry.customer else None
    return alerts.recipients(desk.session, teller=desk.member, customer=customer)


def _to(desk: Desk, place: alerts.Place, entry: Entry | None, member: Member) -> Message | None:
    told_in = f"{_under(place)}{member.id}:"
    last = outbox.last_key(desk.session, told_in)
    if last is not None and outbox.state_of(desk.session, last) is not State.WITHDRAWN:
        key = f"complaint:{desk.heard.arrival}:{place.slot}:{member.id}"
        return Message(key, member.chat or 0, "complaint", place._asdict(), member.id, edits=last)
    if entry is None:
        return None
    facts = {**place._asdict(), "fresh": 1}
    return Message(
        f"{told_in}{desk.heard.arrival}", member.chat or 0, "complaint", facts, member.id, due_at=_when(desk, entry)
    )


def _under(place: alerts.Place) -> str:
    return f"complaint:{place.chat}:{place.message}:{place.slot}:"


def _when(desk: Desk, entry: Entry) -> datetime:
    return desk.now if entry.severity is Severity.HIGH else desk.now + PAUSE


def _further(desk: Desk, place: alerts.Place, entry: Entry | None, known: Entry, complaint: int) -> Iterator[Message]:
    """A new line for each, and the message that they have heard it by, rewritten."""
    yield from seen_again(desk, complaint)
    for member, chat in _heard_of(desk, complaint, known).items():
        told_in = f"complaint_news:{place.chat}:{place.message}:{place.slot}:{member}:"
        last = outbox.last_key(desk.session, told_in)
        if last is not None and outbox.state_of(desk.session, last) is not State.WITHDRAWN:
            key = f"complaint_news:{desk.heard.arrival}:{place.slot}:{member}"
            yield Message(key, chat, "complaint_news", place._asdict(), member, edits=last)
        elif entry is not None:
            facts = {**place._asdict(), "fresh": 1}
            key = f"{told_in}{desk.heard.arrival}"
            yield Message(key, chat, "complaint_news", facts, member, due_at=_when(desk, entry))


def _heard_of(desk: Desk, complaint: int, entry: Entry) -> dict[int, int]:
    """Whoever has heard of it, and whoever would hear of it now; where each is written to."""
    told = {put.member: put.chat for put in _messages(desk, complaint) if put.member is not None}
    now = {member.id: member.chat for member in _recipients(desk, entry) if member.chat is not None}
    return {member: chat for member, chat in {**told, **now}.items() if member != desk.member.id}


def _messages(desk: Desk, complaint: int) -> list[outbox.Put]:
    place = alerts.place_of(desk.session, complaint)
    return outbox.put_under(desk.session, _under(place)) if place else []


def seen_again(desk: Desk, complaint: int) -> Iterator[Message]:
    """What people have heard it by, as it stands now; a card that was pressed just now is changed by its own answer."""
    latest = {put.member: put for put in _messages(desk, complaint) if put.kind == "complaint"}
    place = alerts.place_of(desk.session, complaint)
    for member, put in latest.items():
        pressed = outbox.message_of(desk.session, put.key) == desk.heard.message and put.chat == desk.heard.chat.id
        key = f"complaint:{desk.heard.arrival}:again:{complaint}:{member}"
        if place is not None and not pressed:
            yield Message(key, put.chat, "complaint", place._asdict(), member, edits=put.key)
