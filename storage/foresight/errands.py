"""The nightly job of working out everybody's scores, as it stands in the queue."""

from datetime import date, datetime

from sqlmodel import Session

from storage.figures.rebuilding import mark_built
from storage.queues.jobs import Errand, put

RECOMPUTE = "recompute"
_LANE = int.from_bytes(b"scores")
"""One after the other: two that write the same scores would only be in each other's way."""


def recompute(session: Session, *, day: date, now: datetime) -> None:
    """Once for each day."""
    put(session, Errand(f"{RECOMPUTE}:{day}", RECOMPUTE, now, {"day": day.isoformat()}, _LANE))


def recount(session: Session, *, day: date, now: datetime) -> None:
    """At once, and from nothing: a rate or the currency has changed."""
    mark_built(session, built=False)
    key = f"{RECOMPUTE}:{day}:{now.isoformat()}"
    put(session, Errand(key, RECOMPUTE, now, {"day": day.isoformat(), "anew": True}, _LANE))
