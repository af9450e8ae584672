"""Changes of teams and places, each on the trail."""

from sqlalchemy import update
from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.people import Member, Role
from storage.company.audit import Subject, note
from storage.company.people import add_place
from storage.company.teams import add_team, teams
from storage.tables.customers import CustomerRow
from storage.tables.people import MembershipRow, TeamRow


def name_company(session: Session, *, name: str, zone: str, by: Hand) -> None:
    """What the company is called and where it is; empty leaves it as it is."""
    row = session.get_one(TeamRow, teams(session).root)
    row.name, row.zone = name or row.name, zone or row.zone
    session.flush()
    note(session, "company.named", Subject("team", row.id), by, words=f"{row.name}, {row.zone}")


def add(session: Session, *, name: str, parent: int, by: Hand) -> None:
    team = add_team(session, name=name, parent=parent)
    note(session, "team.added", Subject("team", team), by, words=name)


def rename(session: Session, *, team: int, name: str, by: Hand) -> None:
    row = session.get_one(TeamRow, team)
    before, row.name = row.name, name
    session.flush()
    note(session, "team.renamed", Subject("team", team), by, words=f"{before} → {name}")


def move(session: Session, *, member: int, team: int, mover: Member, by: Hand) -> None:
    """The member sells in this team from now on, and their customers come along.

    Teams that they manage stay theirs, and so do places in teams that are not the mover's to decide on.
    """
    there = select(MembershipRow).where(col(MembershipRow.member_id) == member, col(MembershipRow.role) != Role.MANAGER)
    places = [row for row in session.exec(there) if mover.sees_all or row.team_id in mover.leads]
    left = sorted({place.team_id for place in places})
    for place in places:
        session.delete(place)
    session.flush()
    for role in sorted({place.role for place in places} or {Role.REP}):
        add_place(session, member=member, role=Role(role), team=team)
    owned = update(CustomerRow).where(col(CustomerRow.owner_id) == member, col(CustomerRow.team_id).in_(left))
    session.exec(owned.values(team_id=team, version=col(CustomerRow.version) + 1))
    note(session, "member.moved", Subject("member", member), by, words=teams(session)[team].name)


def make_manager(session: Session, *, member: int, team: int, by: Hand) -> None:
    add_place(session, member=member, role=Role.MANAGER, team=team)
    note(session, "member.promoted", Subject("member", member), by, words=teams(session)[team].name)


def no_manager(session: Session, *, member: int, team: int, by: Hand) -> None:
    """They manage this team no more; who has no other place stays in it as a rep."""
    places = session.exec(select(MembershipRow).where(col(MembershipRow.member_id) == member)).all()
    for place in places:
        if place.team_id == team and place.role == Role.MANAGER:
            session.delete(place)
    session.flush()
    if len(places) == 1:
        add_place(session, member=member, role=Role.REP, team=team)
    note(session, "member.demoted", Subject("member", member), by, words=teams(session)[team].name)
