"""Inviting: the question for the names, which survives a restart for half an hour, and what follows from the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from sales.people import Invitation, Role
from storage.invitations import invite
from storage.tables.people import InvitingRow
from storage.teams import add_team, teams

PATIENCE = timedelta(minutes=30)


def ask(session: Session, *, member: int, now: datetime) -> None:
    """The member was asked whom to invite; their next words are the answer."""
    row = session.get(InvitingRow, member) or InvitingRow(member_id=member, asked_at=now)
    row.asked_at = now
    session.add(row)
    session.flush()


def asked(session: Session, *, member: int, now: datetime) -> bool:
    row = session.get(InvitingRow, member)
    return row is not None and row.asked_at > now - PATIENCE


def stop_asking(session: Session, *, member: int) -> None:
    """It was answered or cancelled."""
    row = session.get(InvitingRow, member)
    if row is not None:
        session.delete(row)
        session.flush()


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody to invite, checked: into `team`, or into a new team called `new_team` under the company."""

    name: str
    role: Role
    team: int | None = None
    new_team: str = ""
    member: int | None = None


def invite_all(session: Session, *, people: Sequence[Asked], by: int, batch: str, now: datetime) -> None:
    """Put the invitations on record that one message asked for; that message was the answer, if one was open."""
    for one in people:
        team = one.team or _team(session, one.new_team)
        invite(session, Invitation(one.name, one.role, team, one.member), by=by, now=now, batch=batch)
    stop_asking(session, member=by)


def _team(session: Session, name: str) -> int:
    tree = teams(session)
    there = tree.named(name)
    return there[0].id if there else add_team(session, name=name, parent=tree.root)
