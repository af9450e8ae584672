"""The nightly job of working out everybody's scores, as it stands in the queue."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from sales.moments import local_day
from storage.company.teams import company_zone
from storage.figures.rebuilding import mark_built
from storage.queues.jobs import Errand, put

RECOMPUTE = "recompute"
_LANE = int.from_bytes(b"scores")
"""One after the other: two that write the same scores would only be in each other's way."""


def recompute(session: Session, *, now: datetime) -> None:
    """Once for each day; it is that of the company's clocks, wherever the one lives who asks."""
    day = _today(session, now)
    put(session, Errand(f"{RECOMPUTE}:{day}", RECOMPUTE, now, {"day": day.isoformat()}, _LANE))


def recount(session: Session, *, now: datetime) -> None:
    """At once, and from nothing: a rate or the currency has changed."""
    mark_built(session, built=False)
    day = _today(session, now)
    key = f"{RECOMPUTE}:{day}:{now.isoformat()}"
    put(session, Errand(key, RECOMPUTE, now, {"day": day.isoformat(), "anew": True}, _LANE))


def _today(session: Session, now: datetime) -> date:
    return local_day(now, ZoneInfo(company_zone(session) or "UTC"))
