"""Whose work a reader's digest tells of: the teams that they lead, and who sells there."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from sales.absences import AbsenceState
from sales.people import Member, Role
from storage.bulk import in_parts
from storage.company.teams import Teams, teams
from storage.tables.access import AbsenceRow
from storage.tables.people import MemberRow, MembershipRow

_LEADING = frozenset({Role.MANAGER, Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Group:
    """A line of a director's digest: a team with those below it, or the people of the upper team itself."""

    name: str
    within: frozenset[int]


@dataclass(frozen=True, slots=True)
class Led:
    """`groups` are there where somebody leads more than one team; `reps` are ids of who sells, with their names."""

    whose: str
    groups: tuple[Group, ...]
    reps: dict[int, str]


def led_by(session: Session, reader: Member) -> Led:
    there = teams(session)
    tops = [place.team for place in reader.places if place.role in _LEADING]
    own = [team for team in dict.fromkeys(tops) if not set(there.above(team)[1:]) & set(tops)]
    groups = [group for team in own for group in _groups(there, team)]
    within = frozenset[int]().union(*(group.within for group in groups))
    names = ", ".join(there[team].name for team in own)
    return Led(names, tuple(groups) if len(groups) > 1 else (), _reps(session, within))


def _groups(there: Teams, top: int) -> list[Group]:
    """A single team below would only repeat the total: those below it tell more."""
    below = [team for team in there if team.parent == top]
    own = Group(there[top].name, frozenset({top}))
    if len(below) == 1:
        return [own, *_groups(there, below[0].id)]
    return [own, *(Group(team.name, there.within(team.id)) for team in below)]


def _reps(session: Session, within: frozenset[int]) -> dict[int, str]:
    """Who sells in these teams and has come."""
    selling = (
        select(MemberRow.id, MemberRow.name)
        .join(MembershipRow, col(MembershipRow.member_id) == col(MemberRow.id))
        .where(col(MembershipRow.team_id).in_(sorted(within)), col(MembershipRow.role) == Role.REP)
        .where(col(MemberRow.active), col(MemberRow.chat_id).is_not(None))
        .order_by(col(MemberRow.name), col(MemberRow.id))
    )
    return {number or 0: name for number, name in session.exec(selling)}


def names_of(session: Session, members: set[int]) -> dict[int, str]:
    """Of colleagues, also of those who left."""
    wanted = (select(MemberRow.id, MemberRow.name).where(col(MemberRow.id).in_(part)) for part in in_parts([*members]))
    return {number or 0: name for one in wanted for number, name in session.exec(one)}


def on_leave(session: Session) -> set[int]:
    return set(session.exec(select(AbsenceRow.member_id).where(col(AbsenceRow.state) == AbsenceState.ACTIVE)))
