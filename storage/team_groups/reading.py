"""What a team may read of itself in its group: totals of what was done, and nothing by which a customer is known.

A group has members of whom nobody knows what they may see, so it is told what the least of them may know: no sums, no
customer, no rep by name, no words of anybody. The team's totals are the team's own (docs/decisions).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from sales.customers import Stage
from sales.digests import Digest, Moved, Work, read_asked
from sales.measures import Measure
from sales.moments import local_day
from sales.people import Member, Place, Role
from storage.company.teams import teams
from storage.digests import outcomes
from storage.digests.led import led_by
from storage.digests.promises import promises
from storage.digests.work import by_rep
from storage.figures.rates import reporting_currency
from storage.team_groups.keeping import group_of

COUNTED = frozenset(
    {Measure.VISITS, Measure.CALLS, Measure.NEW_CUSTOMERS, Measure.ORDERS, Measure.COMPLAINTS, Measure.SOLVED}
)
"""No measure of money stands here."""


def speaks_for(session: Session, team: int, language: str) -> Member:
    """Nobody: whoever counts for the group sees what belongs to the team, and owns nothing."""
    tree = teams(session)
    place = Place(Role.MANAGER, team, tree.within(team))
    return Member(0, "", None, language, ZoneInfo(tree.zone(team)), (place,))


def reader_at(session: Session, chat: int, facts: Mapping[str, Any]) -> Member | None:
    """None: the team does not read its digest in this chat (any more)."""
    row = group_of(session, int(facts["team"]))
    return speaks_for(session, row.team_id, row.language) if row is not None and row.chat_id == chat else None


def group_digest(session: Session, reader: Member, facts: Mapping[str, Any], now: datetime) -> Digest:
    asked, led, today = read_asked(facts), led_by(session, reader), local_day(now, reader.zone)
    total, _ = by_rep(session, reader, asked, led, today)
    kept, _ = promises(session, reader, asked.period, now)
    back = outcomes.moved(session, reader, asked.period, Stage.WON_BACK)
    return Digest(
        whose=led.whose,
        asked=asked,
        currency=reporting_currency(session),
        total=_counted(total),
        promises=kept,
        back=Moved(more=len(back.named) + back.more),
    )


def _counted(total: Work) -> Work:
    now, before = (
        {measure: number for measure, number in numbers.items() if measure in COUNTED}
        for numbers in (total.now, total.before)
    )
    return Work(now=now, before=before)
