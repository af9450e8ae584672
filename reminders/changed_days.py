"""The sweep of changed days: a birthday told today for tomorrow waits for no daily look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from sales.moments import local_day
from storage.care import changed_days
from storage.care.changed_days import Marks
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.company.teams import company_zone
from storage.store import Session, Store
from storage.ticks import Tick


@dataclass(frozen=True, slots=True)
class Found:
    """What one look showed: what is to be planned, and what has lost its point."""

    marks: Marks
    new: Sequence[Planned] = ()
    gone: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class ChangedDays:
    """Looks without a write lock; when nothing was put on record it reads two numbers."""

    store: Store
    zone: ZoneInfo
    name: str = "changed days"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(self._look, now=tick.now))
        if found.marks.moved:
            await self.store.write(partial(_keep, found=found, now=tick.now))

    def _look(self, session: Session, *, now: datetime) -> Found:
        marks = changed_days.marks(session)
        customers = changed_days.customers(session, marks) if marks.moved else ()
        if customers is not None and not customers:
            return Found(marks)
        named = company_zone(session)
        zone = ZoneInfo(named) if named else self.zone
        look = Look(now, local_day(now, zone), zone, customers)
        return Found(marks, changed_days.planned(session, look), changed_days.pointless(session, look))


def _keep(session: Session, *, found: Found, now: datetime) -> None:
    changed_days.keep(session, found.marks, new=found.new, gone=found.gone, now=now)
