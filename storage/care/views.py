"""Reads what the card of a reminder shows: the occurrence, its customer, and what the words of its kind need."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from sales.care.views import CareView
from sales.moments import local_day
from sales.people import Member
from storage.cards.customer_list import last_entries
from storage.care.about import (
    after_orders,
    agreements,
    cadence,
    card_reviews,
    celebrations,
    complaints,
    festivals,
    overdue,
    questions,
    rating_due,
    silent_prospects,
    slipping,
    won_back,
)
from storage.care.about.visits import brief, outcome
from storage.care.reminders import State, find
from storage.plans.giving import colleagues
from storage.tables.care import ReminderRow
from storage.tables.customers import ContactRow, CustomerRow

About = Callable[[Session, ReminderRow], Mapping[str, Any] | None]
"""What the words of a kind need; None: it has lost its point."""

ABOUT: Mapping[str, About] = {
    "visit_brief": brief,
    "visit_outcome": outcome,
    "agreement_ends": agreements.agreement,
    "cadence": cadence.quiet,
    "silent_prospect": silent_prospects.never_seen,
    "slipping": slipping.gone_quiet,
    "won_back": won_back.came_back,
    "overdue_payment": overdue.owed,
    "after_order": after_orders.ordered,
    "unanswered": questions.question,
    "card_review": card_reviews.review,
    "rating_due": rating_due.open_questions,
    "promise": complaints.waiting,
    "complaint_clock": complaints.waiting,
    "birthday_gift": celebrations.birthday,
    "birthday_eve": celebrations.birthday,
    "birthday": celebrations.birthday,
    "anniversary": celebrations.anniversary,
    "festival": festivals.festival,
}
INSTEAD = ("why", "handing", "moved")
"""What a card that is still to be answered may show instead of its answers."""


def care_view(session: Session, member: Member, facts: Mapping[str, Any]) -> CareView | None:
    """None where it is not the reader's (any more), or a fresh message whose point is gone."""
    row = find(session, member, int(facts["reminder"]))
    if row is None:
        return None
    about = ABOUT[row.kind](session, row)
    stage = _stage(row, facts, lost=about is None)
    if facts.get("fresh") and stage != "due":
        return None
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    number = customer.id if customer else None
    return CareView(
        id=row.id or 0,
        kind=row.kind,
        day=row.day,
        stage=stage,
        customer=customer.name if customer else "",
        customer_id=number,
        last=last_entries(session, member, [number]).get(number) if number else None,
        late=_late(row, facts),
        was=bool(facts.get("was")),
        listed=bool(facts.get("listed")),
        person=_person(session, row),
        until=local_day(row.due_at, member.zone),
        colleagues=tuple(colleagues(session, member)) if stage == "handing" else (),
        choice=int(facts.get("choice") or 0),
        asks=str(facts.get("asks") or ""),
        about=about or {},
    )


def line_of(session: Session, row: ReminderRow, customer: str) -> CareView | None:
    """What its line in an agenda needs; None where it has lost its point."""
    about = ABOUT[row.kind](session, row)
    if about is None:
        return None
    return CareView(
        id=row.id or 0,
        kind=row.kind,
        day=row.day,
        stage="due",
        customer=customer,
        customer_id=row.customer_id,
        person=_person(session, row),
        about=about,
    )


def line_view(session: Session, row: ReminderRow) -> CareView | None:
    """The same of a line by itself."""
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    return line_of(session, row, customer.name if customer else "")


def _person(session: Session, row: ReminderRow) -> str:
    contact = session.get(ContactRow, row.contact_id) if row.contact_id else None
    return contact.name if contact else ""


def _stage(row: ReminderRow, facts: Mapping[str, Any], *, lost: bool) -> str:
    match row.state:
        case State.ANSWERED:
            return row.answer or "done"
        case State.WITHDRAWN | State.EXPIRED as ended:
            return ended
        case _ if lost:
            return State.WITHDRAWN
        case _ if row.state == State.WAITING and not facts.get("fresh"):
            return "moved"
        case _:
            return next((stage for stage in INSTEAD if facts.get(stage)), "due")


def _late(row: ReminderRow, facts: Mapping[str, Any]) -> datetime | None:
    return row.due_at if facts.get("late") else None
