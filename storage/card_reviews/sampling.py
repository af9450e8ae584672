"""Which cards a manager looks over this week: read set by set, however many reps there are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from sales.card_reviews import Candidate, sample
from sales.kinds import Kind
from sales.people import Member, Role
from sales.rights import Part
from storage.cards.visibility import visible
from storage.care.reminders import UNANSWERED
from storage.company.people import members
from storage.company.teams import teams
from storage.freshness.figures import cards_of_owners
from storage.tables.card_reviews import CardReviewRow
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.tellings import ComplaintRow, EntryRow

_GRADE = "A"


def of_the_week(session: Session, reader: Member, today: date) -> list[Candidate]:
    return sample(candidates(session, reader, today))


def led_nearest(session: Session, leader: Member) -> frozenset[int]:
    """Those whom nobody leads more nearly: a director does not look over what the reps' own managers do."""
    everybody, tree = members(session), teams(session)
    managing = defaultdict[int, set[int]](set)
    for one in everybody:
        for place in one.places:
            if place.role is Role.MANAGER:
                managing[place.team].add(one.id)
    return frozenset(
        one.id
        for one in everybody
        if one.id != leader.id
        for place in one.places
        if leader.id in _nearest(tree.above(place.team), managing, one.id)
    )


def _nearest(path: Iterable[int], managing: dict[int, set[int]], member: int) -> set[int]:
    """Who leads the first of these teams that somebody else leads."""
    return next((found for team in path if (found := managing.get(team, set()) - {member})), set())


def candidates(session: Session, reader: Member, today: date) -> list[Candidate]:
    """Every A card of theirs, and whichever else has an open complaint or a standing alert."""
    owners = sorted(led_nearest(session, reader))
    if not owners:
        return []
    cards = {
        card.customer: Candidate(card.customer, card.name, card.owner, stale=card.is_stale_a)
        for card in cards_of_owners(session, reader, _GRADE, owners, today)
    }
    for row in session.connection().execute(_complained(reader, owners)):
        cards[row.id] = replace(cards.get(row.id) or _other(row), complaints=row.open)
    for row in session.connection().execute(_alerted(reader, owners)):
        cards[row.id] = replace(cards.get(row.id) or _other(row), alert=True)
    seen = {row.customer_id: row.week for row in session.connection().execute(_seen(reader, owners))}
    return [replace(card, seen=seen.get(card.customer)) for card in cards.values()]


def _other(row: Any) -> Candidate:  # noqa: ANN401 - SQLAlchemy's rows have no type of their own
    return Candidate(row.id, row.name, row.owner_id, is_a=row.grade == _GRADE)


def _theirs(reader: Member, owners: list[int], part: Part) -> Select[*tuple[Any, ...]]:
    row = CustomerRow
    return select(col(row.id), col(row.name), col(row.owner_id), col(row.grade)).where(
        visible(reader, part), col(row.owner_id).in_(owners)
    )


def _complained(reader: Member, owners: list[int]) -> Select[*tuple[Any, ...]]:
    """How many complaints are open at each of them."""
    row = CustomerRow
    return (
        _theirs(reader, owners, Part.COMPLAINTS)
        .add_columns(func.count().label("open"))
        .join(ComplaintRow, col(ComplaintRow.customer_id) == col(row.id))
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .where(col(EntryRow.live), col(EntryRow.kind) == Kind.COMPLAINT, col(ComplaintRow.state) != "closed")
        .group_by(col(row.id), col(row.name), col(row.owner_id), col(row.grade))
    )


def _alerted(reader: Member, owners: list[int]) -> Select[*tuple[Any, ...]]:
    """Of whom somebody was told that they have gone quiet, and nobody answered."""
    standing = select(col(ReminderRow.customer_id)).where(
        col(ReminderRow.kind) == "slipping", col(ReminderRow.state).in_(UNANSWERED)
    )
    return _theirs(reader, owners, Part.FACTS).where(col(CustomerRow.id).in_(standing))


def _seen(reader: Member, owners: list[int]) -> Select[*tuple[Any, ...]]:
    """The last week in which anybody said something of each."""
    return (
        select(col(CardReviewRow.customer_id), func.max(col(CardReviewRow.week)).label("week"))
        .join(CustomerRow, col(CustomerRow.id) == col(CardReviewRow.customer_id))
        .where(visible(reader), col(CustomerRow.owner_id).in_(owners), col(CardReviewRow.verdict).is_not(None))
        .group_by(col(CardReviewRow.customer_id))
    )
