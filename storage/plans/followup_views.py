"""Reads what the cards of follow-ups show: the reminder and the bundle of late ones."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlmodel import Session, col, select

from sales.care.late_bundle import LateBundle
from sales.care.views import CareView
from sales.customers import same_person
from sales.people import Member
from sales.reminder_cards import ReminderCard, late_card, reminder_card
from sales.tellings import FollowUp
from sales.views import Reminder, Told
from storage.cards.customer_list import last_entries
from storage.care.reminders import State
from storage.care.reminders import find as find_reminder
from storage.care.views import line_view
from storage.plans.followups import Standing, can_take_on, find
from storage.tables.customers import ContactRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import TellingRow

_ASKS = ("picking", "why", "handing")
_STAGES = {"done": "done", "dropped": "dropped", "undone": "withdrawn"}


def reminder(session: Session, member: Member, facts: Mapping[str, Any]) -> Reminder | None:
    """The follow-up of a card; None where it is no longer the reader's, or a fresh reminder is settled already."""
    card = reminder_card(facts)
    standing = find(session, member, card.follow_up)
    if standing is None:
        return None
    stage = _stage(session, standing, card)
    if card.fresh and stage != "due":
        return None
    return _reminder(session, member, standing, replace(card, picking=stage == "picking"), stage)


def _stage(session: Session, standing: Standing, card: ReminderCard) -> str:
    if standing.state == "done" and session.get_one(FollowUpRow, standing.id).closed_by_telling:
        return "logged"
    if not standing.open:
        return _STAGES[standing.state]
    if asked := next((stage for stage in _ASKS if getattr(card, stage)), None):
        return asked
    if standing.due_at == card.planned:
        return "due"
    return "again" if card.ended else "snoozed"


def _reminder(session: Session, member: Member, standing: Standing, card: ReminderCard, stage: str) -> Reminder:
    customer = standing.what.customer.id if standing.what.customer else None
    owner = None if standing.owner == member.id else session.get_one(MemberRow, standing.owner).name
    return Reminder(
        id=standing.id,
        what=_until(standing) if stage == "snoozed" else standing.what,
        last=last_entries(session, member, [customer]).get(customer) if customer else None,
        phone=_phone(session, customer, standing.what.contacts) if customer else None,
        late=card.planned if card.late else None,
        stage=stage,
        owner=owner,
        listed=card.within is not None,
        ended=card.ended,
        of=standing.what.day if standing.what.repeats else None,
        moves=session.get_one(FollowUpRow, standing.id).moves,
        why=_told_in(session, standing.id) if stage == "why" else None,
        handed_to=_handed_to(session, member, standing),
        given=standing.given_to == member.id,
        colleagues=tuple(can_take_on(session, member, standing)) if stage == "handing" else (),
    )


def _handed_to(session: Session, reader: Member, standing: Standing) -> str:
    """Nobody where the colleague declined, and where it is the reader."""
    if standing.given_to in (None, reader.id) or standing.accepted is False:
        return ""
    return session.get_one(MemberRow, standing.given_to).name


def _told_in(session: Session, follow_up: int) -> Told | None:
    telling = session.get(TellingRow, session.get_one(FollowUpRow, follow_up).telling_id)
    by = session.get(MemberRow, telling.member_id) if telling else None
    return Told(by.name, telling.said_at, telling.text) if telling and by else None


def _until(standing: Standing) -> FollowUp:
    """What was put off, with the day and time at which the reminder comes again."""
    if standing.due_at is None:
        return standing.what
    local = standing.due_at.astimezone(standing.zone)
    return replace(standing.what, day=local.date(), at=local.time())


def _phone(session: Session, customer: int, contacts: tuple[str, ...]) -> str | None:
    """The number of the person it is about; where nobody is named, of the only one who has a number."""
    there = select(ContactRow).where(
        col(ContactRow.customer_id) == customer,
        col(ContactRow.withdrawn).is_(False),
        col(ContactRow.phone).is_not(None),
    )
    rows = session.exec(there.order_by(col(ContactRow.id))).all()
    if contacts:
        return next((row.phone for row in rows if same_person(row.name, contacts[0])), None)
    return rows[0].phone if len(rows) == 1 else None


def late_bundle(session: Session, member: Member, facts: Mapping[str, Any]) -> LateBundle | None:
    """The late ones that are still open; None for a fresh bundle of which all are settled meanwhile."""
    card = late_card(facts)
    found = [find(session, member, follow_up) for follow_up in card.follow_ups]
    still = [one for one in found if one and one.open and one.due_at and one.due_at <= card.until]
    others = tuple(_others(session, member, card.reminders))
    if card.fresh and (card.follow_ups or card.reminders) and not (still or others):
        return None
    shown = (ReminderCard(one.id, one.due_at, late=True) for one in still)
    return LateBundle(
        since=card.since,
        until=card.until,
        reminders=tuple(_reminder(session, member, one, of, "due") for one, of in zip(still, shown, strict=True)),
        others=others,
    )


def _others(session: Session, member: Member, reminders: Iterable[int]) -> Iterator[CareView]:
    """Lines of the agenda since then, and still to be answered."""
    for number in reminders:
        row = find_reminder(session, member, number)
        line = line_view(session, row) if row and row.state == State.OPEN else None
        if row and line:
            yield replace(line, late=row.due_at)
