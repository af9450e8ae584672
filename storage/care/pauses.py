"""What members do not want to hear of for a while: a kind, a customer, or a kind about a customer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, exists, or_
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from storage.tables.care import PauseRow, ReminderRow
from storage.tables.followups import FollowUpRow

FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class Pause:
    """`kind` "" is any, `customer` None is any, `until` None is for good."""

    id: int
    member: int
    kind: str = ""
    customer: int | None = None
    until: date | None = None

    def holds(self, *, kind: str, customer: int | None, today: date) -> bool:
        """Whether it keeps such a reminder back today; on its last day it is over."""
        same = self.kind in ("", kind) and self.customer in (None, customer)
        return same and (self.until is None or today < self.until)


def pauses(session: Session, members: Iterable[int]) -> list[Pause]:
    """All of these members, the oldest first."""
    wanted = select(PauseRow).where(col(PauseRow.member_id).in_(set(members))).order_by(col(PauseRow.id))
    return [_read(row) for row in session.exec(wanted)]


def find(session: Session, *, member: int, pause: int) -> Pause | None:
    """None: it is over, or somebody else's."""
    row = session.get(PauseRow, pause)
    return _read(row) if row is not None and row.member_id == member else None


def _read(row: PauseRow) -> Pause:
    return Pause(row.id or 0, row.member_id, row.kind, row.customer_id, row.until)


def pause(session: Session, *, member: int, kind: str, customer: int | None, until: date | None) -> None:
    """The latest word counts: one of the same kind and customer takes the place of what was there."""
    there = select(PauseRow).where(
        col(PauseRow.member_id) == member,
        col(PauseRow.kind) == kind,
        col(PauseRow.customer_id).is_(None) if customer is None else col(PauseRow.customer_id) == customer,
    )
    row = session.exec(there).first() or PauseRow(member_id=member, kind=kind, customer_id=customer)
    row.until = until
    session.add(row)
    session.flush()


def go_on(session: Session, *, pause: int) -> None:
    row = session.get(PauseRow, pause)
    if row is not None:
        session.delete(row)
        session.flush()


def is_paused(found: Sequence[Pause], *, kind: str, customer: int | None, today: date) -> bool:
    return any(one.holds(kind=kind, customer=customer, today=today) for one in found)


def not_paused(member: int, today: date) -> ColumnElement[bool]:
    """For queries of reminders: those that this member wants to hear of today."""
    return _not_held(member, today, col(ReminderRow.kind) == col(PauseRow.kind), col(ReminderRow.customer_id))


def follow_up_not_paused(member: int, today: date) -> ColumnElement[bool]:
    """The same for queries of follow-ups."""
    return _not_held(member, today, col(PauseRow.kind) == FOLLOW_UP, col(FollowUpRow.customer_id))


def _not_held(member: int, today: date, same: ColumnElement[bool], customer: Mapped[int | None]) -> ColumnElement[bool]:
    holds = exists().where(
        col(PauseRow.member_id) == member,
        or_(col(PauseRow.kind) == "", same),
        or_(col(PauseRow.customer_id).is_(None), col(PauseRow.customer_id) == customer),
        or_(col(PauseRow.until).is_(None), col(PauseRow.until) > today),
    )
    return ~holds
