"""How words to a team read: before they are sent, for whom they are meant, and for their sender."""

from datetime import datetime

from sqlmodel import Session

from sales.broadcasts import BroadcastCard, DraftCard, SentCard, TeamReached
from sales.people import Member
from storage.broadcasts import keeping
from storage.broadcasts.reach import Reach, Staff, reach, split, staff
from storage.company.people import members
from storage.company.teams import Team, teams
from storage.tables.broadcasts import BroadcastRow
from storage.tables.people import MemberRow, TeamRow

_OTHERS = 8


def led_teams(session: Session, member: Member) -> list[Team]:
    """The teams that the member may tell something, the topmost first."""
    return [team for team in teams(session) if member.sees_all or team.id in member.leads]


def draft_card(session: Session, sender: Member, team: int, text: str, now: datetime) -> DraftCard | None:
    """None: the team is not theirs any more."""
    led = led_teams(session, sender)
    chosen = next((one for one in led if one.id == team), None)
    if chosen is None:
        return None
    there = staff(session, now)
    found = reach(there, chosen.id, sender.id)
    counted = (_counted(there, one, sender) for one in led if one.id != chosen.id)
    away = tuple(one.name for one in found.reached if one.away_until)
    others = tuple(one for one in counted if one.people)[:_OTHERS]
    return DraftCard(text, TeamReached(chosen.id, chosen.name, len(found.reached)), others, away, found.out)


def _counted(there: Staff, team: Team, sender: Member) -> TeamReached:
    return TeamReached(team.id, team.name, len(reach(there, team.id, sender.id).reached))


def broadcast_card(session: Session, reader: Member, arrival: int, *, again: bool = False) -> BroadcastCard | None:
    """None: it is meant for others, or was read before it came a second time."""
    row = keeping.find(session, arrival)
    told = keeping.reader(session, row, reader.id) if row else None
    if row is None or told is None:
        return None
    by, team = session.get_one(MemberRow, row.member_id).name, session.get_one(TeamRow, row.team_id).name
    return BroadcastCard(arrival, by, team, row.text, told.read_at is not None, again)


def sent_card(session: Session, reader: Member, arrival: int, now: datetime) -> SentCard | None:
    """None: somebody else sent it."""
    row = keeping.find(session, arrival)
    if row is None or row.member_id != reader.id:
        return None
    told = {one.member_id: one.read_at for one in keeping.readers(session, row)}
    here = [one for one in members(session) if one.id in told]
    left = unread(session, row, now)
    return SentCard(
        arrival,
        session.get_one(TeamRow, row.team_id).name,
        row.text,
        told=len(here),
        read=sum(told[one.id] is not None for one in here),
        unread=tuple(one.name for one in left.reached),
        out_of_reach=left.out,
        reminded_at=row.reminded_at,
    )


def unread(session: Session, broadcast: BroadcastRow, now: datetime) -> Reach:
    """Who of those who were told and are still here has not read it."""
    waiting = {one.member_id for one in keeping.readers(session, broadcast) if one.read_at is None}
    there = staff(session, now)
    return split(there, (one for one in there.members if one.id in waiting))
