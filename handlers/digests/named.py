"""A digest or a report that is asked for in plain words: "last week's digest", 日报."""

from datetime import date, timedelta

from handlers.desk import Desk
from handlers.digests import asking
from handlers.outcome import Outcome
from handlers.plans import reporting
from handlers.prepared import Prepared
from handlers.rights import may_command
from sales.digests import Asked, Pace
from understanding.digests import names_digest, read_digest


def in_words(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """None: it says more than that, or answers a card. Who leads nobody has reports of their own."""
    meant = names_digest(text) and not prepared.context.replied
    asked = read_digest(text, desk.told_at) if meant else None
    if asked is None:
        return None
    if may_command(desk, "digest"):
        return asking.spoken(desk, text, prepared)
    return reporting.spoken(desk, _own(asked, desk.told_at.date()), prepared)


def _own(asked: Asked, today: date) -> str:
    """As /report calls it; of other days there is none, and it says which there are."""
    own = {
        (Pace.DAY, today): "day",
        (Pace.DAY, today - timedelta(days=1)): "yesterday",
        (Pace.WEEK, today): "week",
    }
    return own.get((asked.pace, asked.period.last), "other")
