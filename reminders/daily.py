"""Work for the quiet of the night: once a day, by the company's clocks, on whichever replica comes first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from sales.moments import local_day, local_moment
from storage.company.teams import company_zone
from storage.store import Session, Store
from storage.ticks import Tick, is_done, take_day

Work = Callable[[Session, datetime], object]


@dataclass(frozen=True, slots=True)
class Daily:
    """Does `work` at `at`, or later the same day if nobody was there; what fails is tried again the next day.

    The clocks are those where the company lives, as /setup has it; `zone` holds until somebody has said where.
    """

    store: Store
    name: str
    at: time
    zone: ZoneInfo
    work: Work

    async def sweep(self, tick: Tick) -> None:
        day = await self.store.read(partial(self._due, now=tick.now))
        if day is None:
            return
        # The day is taken first: work that fails must not fail again at every tick.
        if await self.store.write(partial(take_day, name=self.name, day=day)):
            await self.store.write(lambda session: self.work(session, tick.now))

    def _due(self, session: Session, *, now: datetime) -> date | None:
        """The day whose work is to be done now."""
        found = company_zone(session)
        zone = ZoneInfo(found) if found else self.zone
        day = local_day(now, zone)
        due = now >= local_moment(day, self.at, zone) and not is_done(session, name=self.name, day=day)
        return day if due else None
