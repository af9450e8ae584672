"""Once a week: the cards of a team's A customers that need a look, for each leader who wants that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.kinds import Kind
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.care.planning.hours import hours_of
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.company import people
from storage.freshness.figures import cards_of_class
from storage.tables.customers import CustomerRow
from storage.tables.tellings import ComplaintRow, EntryRow

KIND = "card_review"
_GRADE = "A"
_MONDAY, _WEEK = 0, 7


@dataclass(frozen=True, slots=True)
class ToReview:
    """A card that needs a look: the open complaints there, and whether facts on it are stale."""

    customer: int
    name: str
    owner: int
    complaints: int
    stale: bool


def reviews(session: Session, look: Look) -> Iterator[Planned]:
    """On Mondays, at the hour of their agenda; whoever lives ahead of the company's clocks is planned for on Sunday."""
    monday = look.today + timedelta(days=(_MONDAY - look.today.weekday()) % _WEEK)
    if look.customers is not None or (monday - look.today).days > 1:
        return
    leaders = [member for member in people.members(session) if member.leads]
    hours = hours_of(session, [member.id for member in leaders])
    for member in leaders:
        of = hours.get(member.id)
        due = of.morning_of(monday, look.now) if of and of.habits.wants(KIND) else None
        if due and to_review(session, member, monday):
            yield Planned(
                kind=KIND,
                subject_id=member.id,
                occasion=monday.isoformat(),
                day=monday,
                due_at=due,
                member_id=member.id,
            )


def to_review(session: Session, member: Member, today: date) -> list[ToReview]:
    """Those with open complaints first, then those that lack most."""
    complained = _complained(session, member)
    cards = [
        ToReview(card.customer, card.name, card.owner, complained.get(card.customer, 0), card.is_stale_a)
        for card in cards_of_class(session, member, _GRADE, today)
    ]
    return sorted((card for card in cards if card.complaints or card.stale), key=lambda card: -card.complaints)


def _complained(session: Session, member: Member) -> dict[int, int]:
    """How many complaints are open at each of them."""
    rows = session.connection().execute(
        select(col(ComplaintRow.customer_id), func.count())
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
        .where(visible(member, Part.COMPLAINTS), col(CustomerRow.grade) == _GRADE)
        .where(col(EntryRow.live), col(EntryRow.kind) == Kind.COMPLAINT, col(ComplaintRow.state) != "closed")
        .group_by(col(ComplaintRow.customer_id))
    )
    return {number or 0: count for number, count in rows}
