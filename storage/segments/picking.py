"""The customers of a segment, as far as a member sees them and what it asks for."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from sales.people import Member
from sales.rights import Part
from sales.segment_views import SegmentPage
from sales.segments import Segment, part_told
from storage.cards.customer_list import found
from storage.cards.visibility import visible
from storage.segments.conditions import clause
from storage.tables.customers import CustomerRow


def customers_of(session: Session, member: Member, segment: Segment, today: date) -> list[int]:
    """All of them (ids), in the order of their making."""
    wanted = select(CustomerRow.id).where(*holds(session, member, segment, today)).order_by(col(CustomerRow.id))
    return [number or 0 for number in session.exec(wanted)]


def page(session: Session, member: Member, segment: Segment, today: date, size: int) -> SegmentPage:
    """How many there are, and the first by name; where nobody is, which condition is to blame."""
    asked = holds(session, member, segment, today)
    # Counted and sorted in one go: who holds is worked out once.
    by_name = func.lower(col(CustomerRow.name)), col(CustomerRow.id)
    first = session.exec(select(CustomerRow.id, func.count().over()).where(*asked).order_by(*by_name).limit(size)).all()
    if not first:
        return SegmentPage(0, (), _to_blame(session, member, segment, today))
    lines = found(session, member, customers=[number or 0 for number, _ in first]).lines
    return SegmentPage(first[0][1], lines)


def _to_blame(session: Session, member: Member, segment: Segment, today: date) -> Sequence[tuple[int, int]]:
    """Conditions (places) without which there would be customers, and how many; the fewest first."""
    without = [(place, segment.minus(place)) for place in range(len(segment.conditions))]
    counts = [(place, _count(session, member, rest, today)) for place, rest in without]
    return tuple(sorted((one for one in counts if one[1]), key=lambda one: one[1]))


def _count(session: Session, member: Member, segment: Segment, today: date) -> int:
    asked = holds(session, member, segment, today)
    return session.exec(select(func.count()).select_from(CustomerRow).where(*asked)).one()


def holds(session: Session, member: Member, segment: Segment, today: date) -> list[ColumnElement[bool]]:
    """What has to hold; a condition on what the card hides from the member holds of nobody."""
    parts = dict.fromkeys((Part.NAME, *map(part_told, segment.conditions)))
    seen = [visible(member, part) for part in parts]
    return [*seen, *(clause(session, one, today) for one in segment.conditions)]
