"""The private addresses of members' calendars, of which only a digest is kept."""

import secrets
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest

from sqlmodel import Session, col, select

from sales.people import Member
from storage.company import people
from storage.tables.care import CalendarFeedRow

_TOKEN_BYTES = 32


def renew(session: Session, member: int, *, now: datetime) -> str:
    """A new address, known now and never again; the one before leads nowhere any more."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    row = session.get(CalendarFeedRow, member) or CalendarFeedRow(member_id=member, address_digest="", made_at=now)
    row.address_digest, row.made_at = digest(token), now
    session.add(row)
    session.flush()
    return token


def switch_off(session: Session, member: int) -> None:
    if (row := session.get(CalendarFeedRow, member)) is not None:
        session.delete(row)
        session.flush()


def since(session: Session, member: int) -> datetime | None:
    """When the address in use was made; None: there is none."""
    row = session.get(CalendarFeedRow, member)
    return row.made_at if row else None


def whose(session: Session, token: str) -> Member | None:
    """Whose calendar this is; None: nobody's, or that of somebody who has left."""
    wanted = digest(token)
    row = session.exec(select(CalendarFeedRow).where(col(CalendarFeedRow.address_digest) == wanted)).first()
    if row is None or not compare_digest(row.address_digest, wanted):
        return None
    return people.member(session, row.member_id)


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
