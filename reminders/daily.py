"""Work for the quiet of the night: once a day, by the company's clocks, on whichever replica comes first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from sales.moments import local_day, local_moment
from storage.store import Session, Store
from storage.ticks import Tick, is_done, take_day

Work = Callable[[Session, datetime], object]


@dataclass(frozen=True, slots=True)
class Daily:
    """Does `work` at `at`, or later the same day if nobody was there; what fails is tried again the next day."""

    store: Store
    name: str
    at: time
    zone: ZoneInfo
    work: Work

    async def sweep(self, tick: Tick) -> None:
        day = local_day(tick.now, self.zone)
        if tick.now < local_moment(day, self.at, self.zone):
            return
        if await self.store.read(partial(is_done, name=self.name, day=day)):
            return
        # The day is taken first: work that fails must not fail again at every tick.
        if await self.store.write(partial(take_day, name=self.name, day=day)):
            await self.store.write(lambda session: self.work(session, tick.now))
