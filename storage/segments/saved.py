"""Segments that members saved under a name, each their own."""

from datetime import datetime

from pydantic import ValidationError
from sqlmodel import Session, col, func, select

from sales.segment_views import Saved
from sales.segments import Segment
from storage.segments.bodies import SEGMENTS
from storage.tables.foresight import SegmentRow

MOST_SAVED = 20


def saved(session: Session, member: int) -> tuple[Saved, ...]:
    """By name."""
    rows = select(SegmentRow).where(col(SegmentRow.member_id) == member)
    found = map(_value, session.exec(rows.order_by(func.lower(col(SegmentRow.name)), col(SegmentRow.id))))
    return tuple(one for one in found if one)


def find(session: Session, member: int, number: int) -> Saved | None:
    row = session.get(SegmentRow, number)
    return _value(row) if row and row.member_id == member else None


def named(session: Session, member: int, name: str) -> Saved | None:
    """Without regard to case."""
    return next((one for one in saved(session, member) if one.name.casefold() == name.strip().casefold()), None)


def save(session: Session, *, member: int, name: str, segment: Segment, now: datetime) -> None:
    """One of that name is replaced."""
    known = named(session, member, name)
    row = session.get(SegmentRow, known.id) if known else None
    row = row or SegmentRow(member_id=member, name=name, body="", made_at=now)
    row.name, row.body = name, SEGMENTS.write(segment)
    session.add(row)
    session.flush()


def delete(session: Session, *, member: int, number: int) -> None:
    row = session.get(SegmentRow, number)
    if row is not None and row.member_id == member:
        session.delete(row)
        session.flush()


def _value(row: SegmentRow) -> Saved | None:
    """None: it was emptied of what was said about somebody who is erased."""
    try:
        return Saved(row.id or 0, row.name, SEGMENTS.read(row.body))
    except ValidationError:
        return None
