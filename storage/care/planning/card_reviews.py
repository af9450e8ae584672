"""Once a week: the cards of a team's A customers that need a look, for each leader who wants that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.kinds import Kind
from sales.moments import local_moment
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.company import people
from storage.company.habits import habits_of
from storage.freshness.figures import cards_of_class
from storage.tables.customers import CustomerRow
from storage.tables.tellings import ComplaintRow, EntryRow

KIND = "card_review"
_GRADE = "A"
_MORNING = time(8)


@dataclass(frozen=True, slots=True)
class ToReview:
    """A card that needs a look: the open complaints there, and whether facts on it are stale."""

    customer: int
    name: str
    owner: int
    complaints: int
    stale: bool


def reviews(session: Session, look: Look) -> Iterator[Planned]:
    """A line each week, from its Monday on; a Monday that nobody looked is made up for."""
    if look.customers is not None:
        return
    monday = look.today - timedelta(days=look.today.weekday())
    for member in people.members(session):
        wants = member.leads and habits_of(session, member.id).wants(KIND)
        if wants and to_review(session, member, look.today):
            yield Planned(
                kind=KIND,
                subject_id=member.id,
                occasion=monday.isoformat(),
                day=monday,
                due_at=local_moment(monday, _MORNING, look.zone),
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
