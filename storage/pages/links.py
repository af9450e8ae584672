"""Links that open pages once, of which only a digest is kept."""

from datetime import datetime, timedelta
from enum import Enum, auto

from sqlalchemy import delete
from sqlmodel import Session, col

from storage.pages.tokens import digest, new_token
from storage.tables.pages import PageLinkRow

VALID = timedelta(minutes=10)
_KEPT = timedelta(days=1)
"""So that somebody who comes late hears why the link leads nowhere."""


class Refused(Enum):
    """Why a link opens nothing."""

    UNKNOWN = auto()
    USED = auto()
    EXPIRED = auto()


def new_link(session: Session, member: int, *, now: datetime) -> str:
    """The token of a new link, known now and never again."""
    token = new_token()
    session.exec(delete(PageLinkRow).where(col(PageLinkRow.expires_at) < now - _KEPT))
    session.add(PageLinkRow(digest=digest(token), member_id=member, made_at=now, expires_at=now + VALID))
    session.flush()
    return token


def made_for(session: Session, token: str) -> int | None:
    """For whom (the member's id) the link was made, also when it opens nothing any more."""
    row = session.get(PageLinkRow, digest(token))
    return row.member_id if row else None


def use_link(session: Session, token: str, *, now: datetime) -> int | Refused:
    """Whom it lets in (the member's id); from now on it opens nothing."""
    # Of two who come at once on PostgreSQL the second waits here, and finds it used.
    row = session.get(PageLinkRow, digest(token), with_for_update=True)
    if row is None:
        return Refused.UNKNOWN
    if row.used_at is not None:
        return Refused.USED
    if row.expires_at <= now:
        return Refused.EXPIRED
    row.used_at = now
    session.flush()
    return row.member_id
