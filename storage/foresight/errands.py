"""The nightly job of working out everybody's scores, as it stands in the queue."""

from datetime import date, datetime

from sqlmodel import Session

from storage.queues.jobs import Errand, put

RECOMPUTE = "recompute"


def recompute(session: Session, *, day: date, now: datetime) -> None:
    """Once for each day."""
    put(session, Errand(f"{RECOMPUTE}:{day}", RECOMPUTE, now, {"day": day.isoformat()}))
