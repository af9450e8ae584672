"""Browsers that are signed in: each for hours after it was last used, of which only a digest is kept."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col

from sales.actions import role_allows
from sales.commands import COMMANDS
from sales.people import Member
from storage.company import people
from storage.pages.tokens import digest, new_token
from storage.tables.pages import PageSessionRow

LASTS = timedelta(hours=12)
NOTED = timedelta(minutes=5)
"""How much later somebody must be seen again for it to be written down."""


def may_look(member: Member) -> bool:
    """Who may send /page may open the pages; looked up at every request."""
    return role_allows(COMMANDS["page"].right, member.roles)


def begin(session: Session, member: int, *, now: datetime) -> str:
    """The token for the browser's cookie."""
    token = new_token()
    session.exec(delete(PageSessionRow).where(col(PageSessionRow.expires_at) < now))
    row = PageSessionRow(digest=digest(token), member_id=member, begun_at=now, seen_at=now, expires_at=now + LASTS)
    session.add(row)
    session.flush()
    return token


def whose(session: Session, token: str, *, now: datetime) -> Member | None:
    """Who sits there and may look; None: signed out, gone from the company, or no longer of a role that may."""
    row = session.get(PageSessionRow, digest(token))
    if row is None or row.expires_at <= now:
        return None
    member = people.member(session, row.member_id)
    return member if member and may_look(member) else None


def is_to_note(session: Session, token: str, *, now: datetime) -> bool:
    """Whether it was long ago that this browser was seen."""
    row = session.get(PageSessionRow, digest(token))
    return row is not None and now - row.seen_at >= NOTED


def seen(session: Session, token: str, *, now: datetime) -> None:
    """It lasts from now on anew."""
    row = session.get(PageSessionRow, digest(token))
    if row is not None and row.expires_at > now:
        row.seen_at, row.expires_at = now, now + LASTS
        session.flush()


def end(session: Session, token: str) -> None:
    session.exec(delete(PageSessionRow).where(col(PageSessionRow.digest) == digest(token)))
