"""What a message stands in: the card that it replies to, or the customer talked of a moment ago."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.heard import Heard
from sales.care.kinds import REMINDER_KINDS
from sales.people import Member
from sales.reminder_cards import agenda_card
from sales.tellings import Party
from storage.cards import customers
from storage.cards.living import living_facts
from storage.care import handed, reminders
from storage.care.handed import Gone
from storage.complaints import alerts
from storage.plans import followups
from storage.plans.agenda import agenda
from storage.queues import outbox
from storage.store import Session
from storage.told import echoes, journal
from storage.told.log_hints import AskedOn, AskedToLog, asked_to_tell, came_last


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of a message.

    `party` is whom a message without a name belongs to, `head` the echo that it then amends, `follow_up` the reminder
    that it answers, shown in the outbox key `card`. `replied`: the rep pointed at a card, rather than just writing on.
    """

    party: Party | None = None
    head: int | None = None
    follow_up: int | None = None
    replied: bool = False
    card: str = ""
    complaint: int | None = None
    """Whose reminder or card they pointed at."""
    gone: Gone | None = None
    """With whom the customer of that card is by now."""
    plan: bool = False
    """What is to be done there was asked for."""
    who: str = ""
    """By which colleague."""
    came: "Context | None" = None
    """A reminder that came by itself a moment ago, at which nobody pointed."""
    between: tuple[Party, ...] = ()
    """Whom a message without a name may be about: nobody guesses which."""

    @property
    def spoken_of(self) -> int | None:
        """Whom names left out stand for; nobody, while a reminder of another customer came in between."""
        interrupted = self.came is not None and self.came.party != self.party
        return self.party.id if self.party and not interrupted else None


NO_CONTEXT = Context()
_OF_VISITS = ("visit_brief", "visit_outcome")
_OF_COMPLAINTS = ("complaint", "promise", "complaint_clock")


def context_of(session: Session, heard: Heard, member: Member) -> Context:
    """Read what a message stands in, as this member may see it."""
    if heard.reply_to is not None:
        shown = outbox.key_of(session, heard.chat.id, heard.reply_to)
        return _of_shown(session, member, shown, heard.moment) if shown else NO_CONTEXT
    if not heard.edited and (asked := asked_to_tell(session, chat=heard.chat.id, moment=heard.moment)):
        return _of_question(session, member, asked)
    recent = echoes.talked_of(session, member=member, moment=heard.moment)
    talked_of = Context(party=recent[1], head=recent[0]) if recent else NO_CONTEXT
    return replace(talked_of, came=_of_reminder(session, heard, member))


def _of_reminder(session: Session, heard: Heard, member: Member) -> Context | None:
    message = None if heard.edited else came_last(session, chat=heard.chat.id, moment=heard.moment)
    shown = outbox.key_of(session, heard.chat.id, message) if message else None
    came = _of_shown(session, member, shown, heard.moment) if shown else NO_CONTEXT
    return replace(came, replied=False) if came.party is not None else None


def _of_shown(session: Session, member: Member, shown: outbox.Shown, moment: datetime) -> Context:
    """Words under what is said of a visit are about the visit, under an agenda of one thing about that."""
    if shown.kind in ("morning", "agenda"):
        return _of_agenda(session, member, shown, moment)
    if (gone := _gone(session, member, shown)) is not None:
        return Context(replied=True, gone=gone)
    if shown.kind in _OF_COMPLAINTS:
        return _of_complaint(session, member, living_facts(session, shown.facts))
    visit = reminders.find(session, member, int(str(shown.facts["reminder"]))) if shown.kind in _OF_VISITS else None
    return _of_follow_up(session, member, visit.subject_id, shown.key) if visit else _of_card(session, member, shown)


def _gone(session: Session, member: Member, shown: outbox.Shown) -> Gone | None:
    """Where a reminder was about a customer who is with somebody else by now."""
    match shown.kind, shown.facts:
        case "handed_on", {"customer": int(customer)}:
            return handed.gone(session, customer)
        case kind, {"reminder": int(number)} if kind in REMINDER_KINDS and not reminders.find(session, member, number):
            return handed.gone(session, handed.customer_of(session, reminder=number))
        case "follow_up", {"follow_up": int(number)} if not followups.find(session, member, number):
            return handed.gone(session, handed.customer_of(session, follow_up=number))
        case _:
            return None


def _of_agenda(session: Session, member: Member, shown: outbox.Shown, moment: datetime) -> Context:
    view = agenda(session, member, now=moment, card=agenda_card(shown.facts))
    lines = (*view.overdue, *view.due)
    return _of_follow_up(session, member, lines[0].id, "") if len(lines) == 1 else NO_CONTEXT


def _of_card(session: Session, member: Member, shown: outbox.Shown) -> Context:
    match shown.kind, dict(living_facts(session, shown.facts)):
        case "follow_up", {"follow_up": int(number)}:
            return _of_follow_up(session, member, number, shown.key)
        case "said", {"follow_up": int(number), "card": card}:
            return _of_follow_up(session, member, number, str(card or ""))
        case (("echo" | "fixing" | "added"), {"chat": int(chat), "message": int(message)}):
            return _of_echo(session, chat, message)
        case (("customer" | "whole_card" | "history" | "people" | "person" | "said"), {"customer": int(customer)}):
            return _of_customer(session, member, customer)
        case _:
            return NO_CONTEXT


def _of_question(session: Session, member: Member, asked: AskedToLog | AskedOn) -> Context:
    if isinstance(asked, AskedToLog):
        return _of_follow_up(session, member, asked.follow_up, asked.card)
    return replace(_of_customer(session, member, asked.customer), plan=asked.plan, who=asked.who)


def _of_customer(session: Session, member: Member, customer: int) -> Context:
    seen = customers.customer(session, member, customer)
    return Context(party=Party(seen.name, seen.id) if seen else None, replied=True)


def _of_follow_up(session: Session, member: Member, follow_up: int, card: str) -> Context:
    due = followups.find(session, member, follow_up)
    party = due.what.customer if due else None
    return Context(party=party, follow_up=follow_up, replied=True, card=card)


def _of_complaint(session: Session, member: Member, facts: Mapping[str, object]) -> Context:
    """Under the card of a complaint or under a reminder of one, as this member may see it."""
    place = _place(session, member, facts)
    view = alerts.alert(session, place=place, viewer=member) if place else None
    if view is None:
        return Context(replied=True)
    return Context(party=view.entry.customer, complaint=view.complaint or None, replied=True)


def _place(session: Session, member: Member, facts: Mapping[str, object]) -> alerts.Place | None:
    match dict(facts):
        case {"reminder": int(number)}:
            row = reminders.find(session, member, number)
            return alerts.place_of(session, row.subject_id) if row else None
        case {"chat": int(chat), "message": int(message), "slot": int(slot)}:
            return alerts.Place(chat, message, slot)
        case _:
            return None


def _of_echo(session: Session, chat: int, message: int) -> Context:
    told = journal.by_message(session, chat, message)
    if told is None:
        return NO_CONTEXT
    parties = echoes.parties(session, head=told.head)
    return Context(party=parties[0] if len(parties) == 1 else None, head=told.head, replied=True)
