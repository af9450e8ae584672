"""Plans what the night's scores give reason to: alerts about customers who slip away, praise for those won back."""

from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from storage.bulk import in_parts
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.care.reminders import Planned, plan
from storage.company.teams import company_zone
from storage.store import Session, Store

KINDS = ("slipping", "won_back")


async def alert(store: Store, now: datetime, today: date) -> None:
    """At once, not at the next look: that is a day away, and what was planned is planned once."""
    for part in in_parts(await store.read(partial(_found, now=now, today=today))):
        await store.write(partial(plan, planned=part))


def _found(session: Session, *, now: datetime, today: date) -> list[Planned]:
    look = Look(now, today, ZoneInfo(company_zone(session) or "UTC"))
    return [one for kind in KINDS for one in PLANNERS[kind](session, look)]
