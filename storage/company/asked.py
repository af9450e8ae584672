"""The question of a command that plain words may answer; it survives a restart, for half an hour."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from storage.tables.people import AskedRow

PATIENCE = timedelta(minutes=30)


class What(StrEnum):
    """What was asked."""

    INVITE = "invite"
    ZONE = "zone"


def ask(session: Session, *, member: int, what: What, now: datetime) -> None:
    """The member's next words may be the answer; a question asked before is dropped."""
    row = session.get(AskedRow, member) or AskedRow(member_id=member, what=what, asked_at=now)
    row.what, row.asked_at = what, now
    session.add(row)
    session.flush()


def open_question(session: Session, *, member: int, now: datetime) -> What | None:
    row = session.get(AskedRow, member)
    return What(row.what) if row and row.asked_at > now - PATIENCE else None


def settle(session: Session, *, member: int) -> None:
    """It was answered, cancelled, or passed over."""
    row = session.get(AskedRow, member)
    if row is not None:
        session.delete(row)
        session.flush()
