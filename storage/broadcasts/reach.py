"""Whom words to a team reach: everybody there and in the teams below, each once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from sales.absences import Absence
from sales.moments import local_day
from sales.people import Member
from storage.company.absences import all_ahead
from storage.company.people import members
from storage.company.teams import Teams, teams
from storage.plans.due_followups import Recipient, everybody


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody who is told; `away_until` is the last day of their leave, if they are on leave now."""

    name: str
    to: Recipient
    away_until: date | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom it reaches; `out` are the names of those to whom nobody can write: never here, or the bot is blocked."""

    reached: tuple[Reached, ...]
    out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody of the company at one moment: read once for all teams."""

    members: tuple[Member, ...]
    tree: Teams
    recipients: dict[int, Recipient]
    leaves: dict[int, Absence]


def staff(session: Session, now: datetime) -> Staff:
    recipients = {one.member: one for one in everybody(session)}
    # A leave that begins in some zone today may be tomorrow's by the clocks of another.
    ahead = all_ahead(session, until=max((local_day(now, one.zone) for one in recipients.values()), default=now.date()))
    leaves = {one.member: one for one in ahead if one.member in recipients and _is_on(one, recipients[one.member], now)}
    return Staff(tuple(members(session)), teams(session), recipients, leaves)


def _is_on(leave: Absence, who: Recipient, now: datetime) -> bool:
    return leave.first <= local_day(now, who.zone) <= leave.last


def reach(there: Staff, team: int, sender: int) -> Reach:
    within = there.tree.within(team)
    return split(there, (one for one in there.members if one.id != sender and _stands_in(one, within)))


def split(there: Staff, meant: Iterable[Member]) -> Reach:
    """These people as far as they can be written to."""
    known = list(meant)
    reached = [_reached(there, one, to) for one in known if (to := there.recipients.get(one.id))]
    return Reach(tuple(reached), tuple(one.name for one in known if one.id not in there.recipients))


def _stands_in(member: Member, within: frozenset[int]) -> bool:
    return any(place.team in within for place in member.places)


def _reached(there: Staff, member: Member, to: Recipient) -> Reached:
    leave = there.leaves.get(member.id)
    return Reached(member.name, to, leave.last if leave else None)
