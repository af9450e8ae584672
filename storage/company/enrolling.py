"""Takes a person in by a code: a new member, another role for a member, or a new phone for one."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.people import Invitation
from storage.company.audit import Subject, note
from storage.company.code_tries import may_try
from storage.company.invitations import Standing, by_code, use
from storage.company.people import add_place
from storage.company.teams import teams
from storage.company.waiting import waiting
from storage.tables.people import MemberRow, MembershipRow


class Refused(Enum):
    """Why a code opens nothing."""

    WRONG = auto()
    USED = auto()
    EXPIRED = auto()
    TOO_MANY = auto()
    ALREADY_IN = auto()


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who holds the code: their Telegram account, their private chat and the language of their app."""

    telegram_id: int
    chat: int
    language: str


@dataclass(frozen=True, slots=True)
class Opens:
    """What the code opens, for whom; `name` is what the person goes by from then on."""

    invitation_id: int
    invitation: Invitation
    name: str
    team: str


def look(session: Session, code: str, *, who: Newcomer, now: datetime) -> Opens | Refused:
    """What this code would do. Somebody with too many wrong ones behind them learns nothing, right or wrong."""
    if not may_try(session, who.telegram_id, now=now):
        return Refused.TOO_MANY
    found = by_code(session, code)
    if found is None:
        return Refused.WRONG
    holder = _active_holder(session, who.telegram_id)
    return _refusal(session, found, holder, now) or _opens(session, found, holder)


def _refusal(session: Session, found: Standing, holder: MemberRow | None, now: datetime) -> Refused | None:
    if holder is not None and _nothing_new(session, found.invitation, holder):
        return Refused.ALREADY_IN
    if found.used:
        return Refused.USED
    return Refused.EXPIRED if found.expires <= now else None


def _nothing_new(session: Session, invitation: Invitation, holder: MemberRow) -> bool:
    """A member is only taken further by a role that they have not got yet."""
    if invitation.member is not None:
        return True
    there = select(MembershipRow.id).where(
        col(MembershipRow.member_id) == holder.id,
        col(MembershipRow.team_id) == invitation.team,
        col(MembershipRow.role) == invitation.role,
    )
    return session.exec(there).first() is not None


def _opens(session: Session, found: Standing, holder: MemberRow | None) -> Opens:
    name = holder.name if holder else found.invitation.name
    return Opens(found.id, found.invitation, name, teams(session)[found.invitation.team].name)


def take_in(session: Session, *, opens: Opens, who: Newcomer, now: datetime) -> int:
    """Use the code up and return the member; whoever came second is told so when the message runs again."""
    if not use(session, opens.invitation_id, telegram_id=who.telegram_id, now=now):
        raise StaleDataError("the code was used a moment ago")
    row = _row(session, opens.invitation, who)
    row.telegram_id, row.chat_id, row.reachable = who.telegram_id, who.chat, True
    row.active, row.joined_at = True, row.joined_at or now
    session.add(row)
    session.flush()
    add_place(session, member=row.id or 0, role=opens.invitation.role, team=opens.invitation.team)
    words = f"{opens.team}, {opens.invitation.role}"
    note(session, "member.joined", Subject("member", row.id), Hand(row.id, now), words=words)
    return row.id or 0


def _row(session: Session, invitation: Invitation, who: Newcomer) -> MemberRow:
    """The member's row: the one that is to get a new phone, the account's own, or a new one."""
    held = session.exec(select(MemberRow).where(col(MemberRow.telegram_id) == who.telegram_id)).first()
    if held is not None and held.active:
        return held
    if held is not None:
        # Somebody who had left comes back as whoever the invitation says; their past stays with the old row.
        held.telegram_id = held.chat_id = None
        session.flush()
    if invitation.member is not None:
        return session.get_one(MemberRow, invitation.member)
    expected = waiting(session, invitation.name)
    if expected is not None:
        # A list named this person before they came: their customers wait for them.
        expected.language = who.language
        return expected
    return MemberRow(name=invitation.name, language=who.language, zone=teams(session).zone(invitation.team))


def _active_holder(session: Session, telegram_id: int) -> MemberRow | None:
    held = select(MemberRow).where(col(MemberRow.telegram_id) == telegram_id, col(MemberRow.active))
    return session.exec(held).first()
