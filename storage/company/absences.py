"""Leaves on record: entered, covered, cancelled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from sales.absences import AHEAD, Absence, AbsenceState, Away
from sales.hands import Hand
from sales.people import Member
from storage.company.audit import Subject, note
from storage.company.people import member as member_of
from storage.company.people import members
from storage.tables.access import AbsenceRow
from storage.tables.people import MemberRow


class Which(NamedTuple):
    """A leave by whose it is and when it was entered: what a message knows before there is an id."""

    member: int
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class NewLeave:
    """A leave to put on record."""

    member: int
    days: Away
    cover: int | None = None


def find(session: Session, absence: int) -> Absence | None:
    return next(iter(_read(session, col(AbsenceRow.id) == absence)), None)


def entered(session: Session, which: Which) -> Absence | None:
    """The leave that was entered for this member at this moment."""
    same = (col(AbsenceRow.member_id) == which.member) & (col(AbsenceRow.asked_at) == which.asked_at)
    return next(iter(_read(session, same)), None)


def ahead(session: Session, members: Iterable[int]) -> list[Absence]:
    """The leaves of these members that are not over, the next first."""
    return _read(session, col(AbsenceRow.member_id).in_(sorted(set(members))) & col(AbsenceRow.state).in_(AHEAD))


def _read(session: Session, which: ColumnElement[bool]) -> list[Absence]:
    rows = session.exec(select(AbsenceRow).where(which).order_by(col(AbsenceRow.first_day), col(AbsenceRow.id)))
    return [_value(session, row) for row in rows]


def _value(session: Session, row: AbsenceRow) -> Absence:
    cover = session.get(MemberRow, row.cover_id) if row.cover_id else None
    return Absence(
        id=row.id or 0,
        member=row.member_id,
        name=session.get_one(MemberRow, row.member_id).name,
        first=row.first_day,
        last=row.last_day,
        state=AbsenceState(row.state),
        cover=row.cover_id,
        cover_name=cover.name if cover else "",
    )


def is_away(session: Session, member: int, days: Away) -> bool:
    """Whether the member has a leave on any of these days."""
    return any(days.meets(Away(one.first, one.last)) for one in ahead(session, [member]))


def colleagues(session: Session, absence: Absence) -> list[Member]:
    """Who may stand in: everybody with a chat who is there all the time, those of the same team first."""
    away = member_of(session, absence.member)
    teams = {place.team for place in away.places} if away else set()
    days = Away(absence.first, absence.last)
    there = [
        one
        for one in members(session)
        if one.id != absence.member and one.chat is not None and one.places and not is_away(session, one.id, days)
    ]
    return sorted(there, key=lambda one: (teams.isdisjoint(place.team for place in one.places), one.id))


def enter(session: Session, *, leave: NewLeave, by: Hand) -> None:
    """Put a leave on record."""
    row = AbsenceRow(
        member_id=leave.member,
        cover_id=leave.cover,
        first_day=leave.days.first,
        last_day=leave.days.last,
        asked_at=by.now,
    )
    session.add(row)
    session.flush()
    words = f"{leave.days.first} – {leave.days.last}"
    note(session, "leave.entered", Subject("member", leave.member), by, words=words)


def set_cover(session: Session, *, absence: int, cover: int | None, by: Hand) -> None:
    """Choose who stands in, or nobody."""
    row = session.get_one(AbsenceRow, absence)
    row.cover_id = cover
    session.flush()
    name = session.get_one(MemberRow, cover).name if cover else ""
    note(session, "leave.covered", Subject("member", row.member_id), by, words=name)


def cancel(session: Session, *, absence: int, by: Hand) -> None:
    """Take a planned leave off the books, or end one that has begun."""
    row = session.get_one(AbsenceRow, absence)
    row.state = AbsenceState.CANCELLED if row.state == AbsenceState.PLANNED else AbsenceState.OVER
    session.flush()
    note(session, "leave.cancelled", Subject("member", row.member_id), by)


def turn(session: Session, *, absence: Absence, state: AbsenceState) -> bool:
    """Let it begin or end; False: somebody else did, or it was cancelled meanwhile."""
    row = session.get_one(AbsenceRow, absence.id)
    if row.state != absence.state:
        return False
    row.state = state
    session.flush()
    return True


def all_ahead(session: Session, *, until: date) -> list[Absence]:
    """Every leave that has begun or may begin by this day."""
    return _read(session, col(AbsenceRow.state).in_(AHEAD) & (col(AbsenceRow.first_day) <= until))
