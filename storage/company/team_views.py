"""What the cards of teams show."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.people import Member, Role
from sales.teams import Colleague, TeamLine, TeamsCard
from storage.company.people import members
from storage.company.teams import Team, Teams, teams
from storage.tables.customers import CustomerRow

SHOWN = 24
_PER_TEAM = 32
_LIVE = col(CustomerRow.withdrawn).is_(False)


def tree(session: Session, reader: Member) -> TeamsCard:
    """Every team that the reader leads, from the top down."""
    everybody, there = members(session), teams(session)
    counted = _customers_of_teams(session)
    led = [team for team in _in_order(there) if reader.sees_all or team.id in reader.leads]
    top = min((len(there.above(team.id)) for team in led), default=0)
    lines = (_line(team, len(there.above(team.id)) - top, everybody, counted) for team in led)
    return TeamsCard(lines=tuple(lines)[:SHOWN])


def _in_order(there: Teams) -> Iterable[Team]:
    """Each team before those below it."""
    return sorted(there, key=lambda team: [there[step].name for step in reversed(there.above(team.id))])


def _line(team: Team, depth: int, everybody: Iterable[Member], counted: Counter[int]) -> TeamLine:
    standing = [one for one in everybody if any(place.team == team.id for place in one.places)]
    managers = tuple(one.name for one in standing if _manages(one, team.id))
    return TeamLine(team.id, team.name, depth, len(standing), counted[team.id], managers)


def _manages(member: Member, team: int) -> bool:
    return any(place.role is Role.MANAGER and place.team == team for place in member.places)


def team(session: Session, reader: Member, number: int) -> TeamsCard | None:
    """One team with its people."""
    there = teams(session)
    found = next((one for one in there if one.id == number), None)
    if found is None:
        return None
    everybody, owned = members(session), _customers_of_owners(session)
    standing = [one for one in everybody if any(place.team == number for place in one.places)]
    people = (
        Colleague(
            one.id, one.name, frozenset(place.role for place in one.places if place.team == number), owned[one.id]
        )
        for one in standing
    )
    line = _line(found, 0, everybody, _customers_of_teams(session))
    return TeamsCard(team=line, people=tuple(people)[:_PER_TEAM], may_promote=reader.sees_all)


def member(session: Session, reader: Member, number: int, *, choosing: bool) -> TeamsCard | None:
    """One member with the places where they stand; while choosing, with the teams that they can be moved to."""
    found = next((one for one in members(session) if one.id == number), None)
    if found is None:
        return None
    there = teams(session)
    offered = [one for one in there if reader.sees_all or one.id in reader.leads]
    lines = (_line(one, 0, (), Counter()) for one in offered) if choosing else ()
    return TeamsCard(
        lines=tuple(lines)[:SHOWN],
        member=Colleague(found.id, found.name, found.roles, _customers_of_owners(session)[found.id]),
        places=found.places,
        choosing=choosing,
        may_promote=reader.sees_all,
        names=tuple((one.id, one.name) for one in there),
    )


def _customers_of_teams(session: Session) -> Counter[int]:
    counts = select(CustomerRow.team_id, func.count()).where(_LIVE, col(CustomerRow.team_id).is_not(None))
    return Counter({team or 0: count for team, count in session.exec(counts.group_by(col(CustomerRow.team_id)))})


def _customers_of_owners(session: Session) -> Counter[int]:
    counts = select(CustomerRow.owner_id, func.count()).where(_LIVE, col(CustomerRow.owner_id).is_not(None))
    return Counter({owner or 0: count for owner, count in session.exec(counts.group_by(col(CustomerRow.owner_id)))})
