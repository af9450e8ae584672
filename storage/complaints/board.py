"""The board of complaints: those that are not closed, the most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, true
from sqlmodel import Session, col, select

from sales.complaint_views import Board, BoardLine, Only
from sales.complaints import STANDING, State
from sales.kinds import Kind, Severity
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryRow

PAGE = 8


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which part of the board."""

    only: Only
    page: int
    size: int = PAGE


_URGENT = case({Severity.HIGH: 0, Severity.NORMAL: 1, Severity.LOW: 2}, value=col(EntryRow.severity), else_=1)
_WAITS = case((col(ComplaintRow.state).in_(sorted(STANDING)), 0), else_=1)


def board(session: Session, member: Member, *, only: Only, page: int, now: datetime) -> Board:
    """As it fits into a message."""
    return board_of(session, member, Leaf(only, page), now)


def board_of(session: Session, member: Member, leaf: Leaf, now: datetime) -> Board:
    """A page beyond the last is the last one."""
    only, size = leaf.only, leaf.size
    late = _count(session, member, Only.LATE, now)
    total = late if only is Only.LATE else _count(session, member, only, now)
    pages = max(1, -(-total // size))
    shown = min(max(1, leaf.page), pages)
    rows = session.exec(
        select(ComplaintRow, EntryRow, CustomerRow.name, MemberRow.name)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
        .join(MemberRow, col(MemberRow.id) == col(ComplaintRow.taken_by), isouter=True)
        .where(*_shown(member, only, now))
        .order_by(_WAITS, col(ComplaintRow.answer_by).is_(None), _late_first(now), _URGENT)
        .order_by(col(ComplaintRow.answer_by), col(ComplaintRow.id))
        .limit(size)
        .offset((shown - 1) * size)
    )
    return Board(only, shown, pages, total, late, tuple(line_of(*row, now) for row in rows))


def _late_first(now: datetime) -> ColumnElement[int]:
    return case((col(ComplaintRow.answer_by) <= now, 0), else_=1)


def _count(session: Session, member: Member, only: Only, now: datetime) -> int:
    counted = (
        select(func.count())
        .select_from(ComplaintRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
    )
    return session.exec(counted.where(*_shown(member, only, now))).one()


def _shown(member: Member, only: Only, now: datetime) -> Sequence[ColumnElement[bool]]:
    return (
        visible(member, Part.COMPLAINTS),
        col(EntryRow.live).is_(True),
        col(EntryRow.kind) == Kind.COMPLAINT,
        col(ComplaintRow.state) != State.CLOSED,
        _ONLY[only](member, now),
    )


def _late(member: Member, now: datetime) -> ColumnElement[bool]:  # noqa: ARG001 - every filter is told who looks
    return col(ComplaintRow.answer_by) <= now


def _mine(member: Member, now: datetime) -> ColumnElement[bool]:  # noqa: ARG001 - every filter is told the moment
    """Taken, or of a customer of theirs and taken by nobody."""
    whose = sorted({member.id, *member.covers})
    untaken = col(ComplaintRow.taken_by).is_(None) & col(CustomerRow.owner_id).in_(whose)
    return (col(ComplaintRow.taken_by) == member.id) | untaken


_ONLY = {Only.OPEN: lambda member, now: true(), Only.LATE: _late, Only.MINE: _mine}  # noqa: ARG005 - see above


def line_of(row: ComplaintRow, entry: EntryRow, customer: str, taker: str | None, now: datetime) -> BoardLine:
    return BoardLine(
        id=row.id or 0,
        customer=customer,
        on=entry.on_day,
        text=entry.text,
        severity=Severity(entry.severity) if entry.severity else None,
        state=State(row.state),
        answer_by=row.answer_by,
        late=row.answer_by is not None and row.answer_by <= now,
        taken_by=taker,
        customer_id=row.customer_id,
    )
