"""The daily look: every planner says what comes up, once a day, by the company's clocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from functools import partial
from zoneinfo import ZoneInfo

import structlog

from sales.moments import local_day, local_moment
from storage.bulk import in_parts
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look, Planner
from storage.care.reminders import Planned, plan
from storage.company.teams import company_zone
from storage.store import Session, Store
from storage.ticks import Tick, is_done, take_day

log = structlog.get_logger(__name__)
_LOOKS_AT = time(1)


@dataclass(frozen=True, slots=True)
class Planning:
    """Each planner by itself, read without a write lock and written in parts: one that fails stops no other."""

    store: Store
    zone: ZoneInfo
    planners: Mapping[str, Planner] = field(default_factory=lambda: PLANNERS)
    name: str = "planning"

    async def sweep(self, tick: Tick) -> None:
        due = await self.store.read(partial(self._due, tick=tick))
        for kind, look in due.items():
            try:
                await self._look(kind, self.planners[kind], look)
            except Exception:
                # A day that was not planned to its end is planned again at the next tick; keys keep it single.
                log.exception("reminders could not be planned", kind=kind)

    def _due(self, session: Session, *, tick: Tick) -> dict[str, Look]:
        """The kinds that were not planned today."""
        found = company_zone(session)
        zone = ZoneInfo(found) if found else self.zone
        day = local_day(tick.now, zone)
        if tick.now < local_moment(day, _LOOKS_AT, zone):
            return {}
        look = Look(tick.now, day, zone)
        return {kind: look for kind in self.planners if not is_done(session, name=f"planned:{kind}", day=day)}

    async def _look(self, kind: str, planner: Planner, look: Look) -> None:
        planned = await self.store.read(lambda session: list(planner(session, look)))
        for part in in_parts(planned):
            await self.store.write(partial(_put, part=part))
        await self.store.write(partial(take_day, name=f"planned:{kind}", day=look.today))


def _put(session: Session, *, part: list[Planned]) -> int:
    return plan(session, part)
