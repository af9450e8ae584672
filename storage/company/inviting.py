"""Puts the invitations on record that one message asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from sales.hands import Hand
from sales.people import Invitation, Role
from storage.company import asked
from storage.company.audit import Subject, note
from storage.company.invitations import invite
from storage.company.teams import add_team, teams


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody to invite, checked: into `team`, or into a new team called `new_team` under the company."""

    name: str
    role: Role
    team: int | None = None
    new_team: str = ""
    member: int | None = None


def invite_all(session: Session, *, people: Sequence[Asked], by: int, batch: str, now: datetime) -> None:
    """Put them on record; new teams come into being with them."""
    for one in people:
        team = one.team or _team(session, one.new_team)
        made = invite(session, Invitation(one.name, one.role, team, one.member), by=by, now=now, batch=batch)
        note(session, "invitation.made", Subject("invitation", made), Hand(by, now), words=f"{one.name}, {one.role}")
    asked.settle(session, member=by)


def _team(session: Session, name: str) -> int:
    tree = teams(session)
    there = tree.named(name)
    return there[0].id if there else add_team(session, name=name, parent=tree.root)
