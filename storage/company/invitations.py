"""Invitations: codes of which only a hash is kept, good for one use, one day, one role and one team."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col, select

from sales.people import Invitation, Role
from storage.company.teams import teams
from storage.tables.people import InvitationRow, MemberRow

CODE_BYTES = 24
"""192 bits: 32 letters, which also fit into a deep link."""
LIFETIME = timedelta(hours=24)
FIRST_ADMIN = "Admin"


@dataclass(frozen=True, slots=True)
class Issued:
    """An invitation with its code in the clear, which is known now and never again."""

    id: int
    invitation: Invitation
    team: str
    code: str
    expires: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """An invitation on record."""

    id: int
    invitation: Invitation
    expires: datetime
    used: bool


def invite(session: Session, invitation: Invitation, *, by: int | None, now: datetime, batch: str | None = None) -> int:
    """Put an invitation on record; nobody knows its code before it is issued.

    Asking for the same again takes up the invitation that still waits, so a list may be sent twice.
    """
    row = _waiting(session, invitation, by) or InvitationRow(
        code_hash="",
        name=invitation.name,
        role=invitation.role,
        team_id=invitation.team,
        member_id=invitation.member,
        invited_by=by,
        expires_at=now,
    )
    row.code_hash, row.expires_at, row.batch = _hash(_new_code()), now + LIFETIME, batch
    session.add(row)
    session.flush()
    return row.id or 0


def _waiting(session: Session, invitation: Invitation, by: int | None) -> InvitationRow | None:
    same = select(InvitationRow).where(
        col(InvitationRow.name) == invitation.name,
        col(InvitationRow.role) == invitation.role,
        col(InvitationRow.team_id) == invitation.team,
        col(InvitationRow.member_id).is_not_distinct_from(invitation.member),
        col(InvitationRow.invited_by).is_not_distinct_from(by),
        col(InvitationRow.used_at).is_(None),
    )
    return session.exec(same).first()


def of_batch(session: Session, batch: str) -> list[int]:
    """The invitations that one message asked for, in its order."""
    asked = select(InvitationRow.id).where(col(InvitationRow.batch) == batch).order_by(col(InvitationRow.id))
    return [found for found in session.exec(asked) if found is not None]


def issue(session: Session, invitation_id: int, *, now: datetime) -> Issued | None:
    """Give the invitation a new code for a day from now; the code before is worth nothing. None: it was used."""
    row = session.get(InvitationRow, invitation_id)
    if row is None or row.used_at is not None:
        return None
    code = _new_code()
    row.code_hash, row.expires_at = _hash(code), now + LIFETIME
    session.flush()
    return Issued(invitation_id, _value(row), teams(session)[row.team_id].name, code, row.expires_at)


def find(session: Session, invitation_id: int) -> Standing | None:
    row = session.get(InvitationRow, invitation_id)
    return _standing(row) if row else None


def by_code(session: Session, code: str) -> Standing | None:
    """The invitation whose latest code this is, used, expired or good."""
    row = session.exec(select(InvitationRow).where(col(InvitationRow.code_hash) == _hash(code))).first()
    return _standing(row) if row else None


def use(session: Session, invitation_id: int, *, telegram_id: int, now: datetime) -> bool:
    """Use the invitation up; True for exactly one of those who try, however close together."""
    taken = (
        update(InvitationRow)
        .where(col(InvitationRow.id) == invitation_id)
        .where(col(InvitationRow.used_at).is_(None), col(InvitationRow.expires_at) > now)
        .values(used_at=now, used_by=telegram_id)
        .returning(col(InvitationRow.id))
    )
    return session.execute(taken).first() is not None


def was_in(session: Session, telegram_id: int) -> bool:
    """Whether this account came in by an invitation once, whatever became of it, or belongs to somebody who left."""
    used = select(InvitationRow.id).where(col(InvitationRow.used_by) == telegram_id)
    left = select(MemberRow.id).where(col(MemberRow.telegram_id) == telegram_id)
    return session.exec(used).first() is not None or session.exec(left).first() is not None


def first_admin(session: Session, *, now: datetime) -> Issued | None:
    """The link for the first admin, new at each start; None as soon as anybody has enrolled."""
    root = teams(session).root
    enrolled = session.exec(select(MemberRow.id).where(col(MemberRow.telegram_id).is_not(None))).first()
    if root is None or enrolled is not None:
        return None
    return issue(session, invite(session, Invitation(FIRST_ADMIN, Role.ADMIN, root), by=None, now=now), now=now)


def _standing(row: InvitationRow) -> Standing:
    return Standing(row.id or 0, _value(row), row.expires_at, row.used_at is not None)


def _value(row: InvitationRow) -> Invitation:
    return Invitation(row.name, Role(row.role), row.team_id, row.member_id)


def _new_code() -> str:
    return secrets.token_urlsafe(CODE_BYTES)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
