"""Members with their places in the teams, and who manages whom."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy
from sqlalchemy import ColumnElement, ScalarSelect, String, cast, func
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from sales.people import Member, Place, Role
from storage.company.teams import Teams, ensure_company, teams
from storage.tables.access import AbsenceRow, ShareRow
from storage.tables.people import MemberRow, MembershipRow

__all__ = [
    "add_place",
    "answers_for",
    "ensure_company",
    "managers_at",
    "managers_of",
    "mark_reachable",
    "member",
    "member_by_telegram",
    "members",
    "nearest_managers",
    "set_language",
    "set_zone",
]


def member_by_telegram(session: Session, telegram_id: int) -> Member | None:
    """The active member with this Telegram account."""
    return _one(session, col(MemberRow.telegram_id) == telegram_id)


def member(session: Session, member_id: int) -> Member | None:
    """The active member of that id."""
    return _one(session, col(MemberRow.id) == member_id)


def members(session: Session) -> list[Member]:
    """Every active member, in the order of joining."""
    return _load(session, col(MemberRow.active).is_(True))


def answers_for(session: Session, member: Member, other: int) -> bool:
    """Whether the other is this member themselves, or stands in a team that they lead, or stood there and left."""
    if other == member.id or member.sees_all:
        return True
    led = col(MembershipRow.team_id).in_(sorted(member.leads))
    return session.exec(select(MembershipRow.id).where(col(MembershipRow.member_id) == other, led)).first() is not None


def managers_of(session: Session, member: Member) -> list[Member]:
    """Who manages this member and has enrolled, the nearest first; the admins where nobody does."""
    return [manager for _, manager in _chain(session, member)]


def nearest_managers(session: Session, member: Member) -> list[Member]:
    """Who manages this member most directly; a director hears of what stays unanswered, not of everything."""
    chain = _chain(session, member)
    return [manager for distance, manager in chain if distance == chain[0][0]]


def managers_at(session: Session, member: Member, level: int) -> list[Member]:
    """Who manages this member so many steps up; 1 are the nearest, nobody where there are not so many."""
    chain = _chain(session, member)
    steps = sorted({distance for distance, _ in chain})
    return [manager for distance, manager in chain if level <= len(steps) and distance == steps[level - 1]]


def _chain(session: Session, member: Member) -> list[tuple[int, Member]]:
    """Everybody who manages the member, with how many teams they stand above them."""
    tree = teams(session)
    paths = [tree.above(place.team) for place in member.places]
    others = [other for other in members(session) if other.id != member.id and other.chat is not None]
    near = [(distance, other) for other in others if (distance := _distance(other, paths)) is not None]
    found = near or [(0, other) for other in others if Role.ADMIN in other.roles]
    return sorted(found, key=lambda pair: (pair[0], pair[1].id))


def _distance(manager: Member, paths: Iterable[tuple[int, ...]]) -> int | None:
    """How many steps up one of the member's paths this one manages a team; None: nowhere on them."""
    managed = {place.team for place in manager.places if place.role is Role.MANAGER}
    return min((path.index(team) for path in paths for team in managed if team in path), default=None)


def set_language(session: Session, *, member: int, language: str) -> None:
    session.get_one(MemberRow, member).language = language


def set_zone(session: Session, *, member: int, zone: ZoneInfo) -> None:
    session.get_one(MemberRow, member).zone = zone.key


def mark_reachable(session: Session, telegram_id: int, *, reachable: bool) -> None:
    """Keep whether Telegram lets us write to this person; strangers are nobody's concern."""
    row = session.exec(select(MemberRow).where(col(MemberRow.telegram_id) == telegram_id)).first()
    if row is not None:
        row.reachable = reachable


def add_place(session: Session, *, member: int, role: Role, team: int) -> None:
    """Give a role in a team; one that the member has already is left as it is."""
    there = select(MembershipRow).where(
        col(MembershipRow.member_id) == member, col(MembershipRow.team_id) == team, col(MembershipRow.role) == role
    )
    if session.exec(there).first() is None:
        session.add(MembershipRow(member_id=member, team_id=team, role=role))
        session.flush()


def _one(session: Session, which: ColumnElement[bool]) -> Member | None:
    return next(iter(_load(session, which)), None)


def _load(session: Session, which: ColumnElement[bool]) -> list[Member]:
    """Columns, not rows: members are read with every message, and changed hardly ever."""
    session.flush()
    found = session.connection().execute(_PLACED.where(which)).all()
    # Only who manages a team needs to know what stands below it.
    tree = teams(session) if any(row.role == Role.MANAGER for row in found) else Teams(())
    return [_member(rows, tree) for _, rows in groupby(found, key=lambda row: row.id)]


def _member(placed: Iterable[Any], tree: Teams) -> Member:
    """A row for each place; somebody without any has one row without a team."""
    first, *others = placed
    places = tuple(_place(row, tree) for row in (first, *others) if row.team_id is not None)
    covers, shared = _ids(first.covers), _ids(first.shared)
    return Member(first.id, first.name, first.chat_id, first.language, ZoneInfo(first.zone), places, covers, shared)


def _place(row: Any, tree: Teams) -> Place:  # noqa: ANN401 - SQLAlchemy's rows have no type of their own
    return Place(Role(row.role), row.team_id, tree.within(row.team_id) | {row.team_id})


def _ids(listed: str | None) -> frozenset[int]:
    return frozenset(map(int, listed.split(","))) if listed else frozenset()


def _listed(key: Mapped[int], *where: ColumnElement[bool]) -> ScalarSelect[str]:
    """Many ids in one column, so that reading a member stays one statement."""
    return sqlalchemy.select(func.aggregate_strings(cast(key, String), ",")).where(*where).scalar_subquery()


_PLACED = (
    sqlalchemy.select(
        col(MemberRow.id),
        col(MemberRow.name),
        col(MemberRow.chat_id),
        col(MemberRow.language),
        col(MemberRow.zone),
        col(MembershipRow.team_id),
        col(MembershipRow.role),
        _listed(
            col(AbsenceRow.member_id),
            col(AbsenceRow.cover_id) == col(MemberRow.id),
            col(AbsenceRow.state) == "active",
        ).label("covers"),
        _listed(col(ShareRow.customer_id), col(ShareRow.member_id) == col(MemberRow.id)).label("shared"),
    )
    .join(MembershipRow, col(MembershipRow.member_id) == col(MemberRow.id), isouter=True)
    .where(col(MemberRow.active))
    .order_by(col(MemberRow.id), col(MembershipRow.id))
)
