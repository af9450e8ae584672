"""Wrong codes that somebody tried: a few in ten minutes are all that they get."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from storage.tables.people import CodeTryRow

TRIES = 5
WINDOW = timedelta(minutes=10)


def may_try(session: Session, telegram_id: int, *, now: datetime) -> bool:
    """Whether this person has a try left; right codes are not looked at either when there is none."""
    recent = select(func.count()).select_from(CodeTryRow).where(col(CodeTryRow.telegram_id) == telegram_id)
    return session.exec(recent.where(col(CodeTryRow.at) > now - WINDOW)).one() < TRIES


def note_wrong(session: Session, *, telegram_id: int, now: datetime) -> None:
    """Count a wrong code; what the window has left behind is forgotten."""
    session.execute(delete(CodeTryRow).where(col(CodeTryRow.at) <= now - WINDOW))
    session.add(CodeTryRow(telegram_id=telegram_id, at=now))
    session.flush()
