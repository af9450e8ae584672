"""An /invite that waits for the names: a question that survives a restart, for half an hour."""

from datetime import datetime, timedelta

from sqlmodel import Session

from storage.tables.people import InvitingRow

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
