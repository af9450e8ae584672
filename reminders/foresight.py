"""Asks for everybody's classes and scores, every night."""

from datetime import datetime

from storage.foresight.errands import recompute
from storage.store import Session


def look_ahead(session: Session, now: datetime) -> None:
    """As of the day that has just begun where the company is; a job does it, so that nobody waits."""
    recompute(session, now=now)
