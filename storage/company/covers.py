"""Who stands in for somebody who is on leave."""

from collections import defaultdict
from collections.abc import Iterable

from sqlmodel import Session, col, select

from sales.absences import AbsenceState
from storage.bulk import in_parts
from storage.tables.access import AbsenceRow


def cover_of(session: Session, member: int) -> int | None:
    """Who stands in for the member today; None: they are there, or nobody does."""
    active = select(AbsenceRow.cover_id).where(
        col(AbsenceRow.member_id) == member, col(AbsenceRow.state) == AbsenceState.ACTIVE
    )
    return session.exec(active).first()


def covers_of(session: Session, members: Iterable[int]) -> dict[int, int]:
    """Who stands in today for those of these members who are on leave."""
    found: dict[int, int] = {}
    for part in in_parts(sorted(set(members))):
        active = select(AbsenceRow.member_id, AbsenceRow.cover_id).where(
            col(AbsenceRow.member_id).in_(part), col(AbsenceRow.state) == AbsenceState.ACTIVE
        )
        found |= {member: cover for member, cover in session.exec(active) if cover is not None}
    return found


def is_on_leave(session: Session, member: int) -> bool:
    active = select(AbsenceRow.id).where(
        col(AbsenceRow.member_id) == member, col(AbsenceRow.state) == AbsenceState.ACTIVE
    )
    return session.exec(active).first() is not None


def ever_covered(session: Session, members: Iterable[int]) -> dict[int, set[int]]:
    """Who has ever stood in for each of these members."""
    pairs = select(AbsenceRow.member_id, AbsenceRow.cover_id).where(
        col(AbsenceRow.member_id).in_(sorted(set(members))), col(AbsenceRow.cover_id).is_not(None)
    )
    covers: defaultdict[int, set[int]] = defaultdict(set)
    for member, cover in session.exec(pairs.distinct()):
        covers[member].add(cover or 0)
    return covers
