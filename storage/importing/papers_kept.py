"""Files that were made for somebody, kept until they have been sent."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, delete

from storage.tables.imports import PaperRow

KEPT_FOR = timedelta(days=1)


def keep(session: Session, *, key: str, name: str, content: bytes, now: datetime) -> None:
    """Keep a file; those that are a day old go. The same key again replaces it."""
    session.exec(delete(PaperRow).where(col(PaperRow.made_at) < now - KEPT_FOR))
    session.merge(PaperRow(key=key, name=name, content=content, made_at=now))
    session.flush()


def find(session: Session, key: str) -> PaperRow | None:
    return session.get(PaperRow, key)
