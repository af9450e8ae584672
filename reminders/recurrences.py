"""The sweep of what comes again: what nobody settled before its next time gives way to that."""

from dataclasses import dataclass
from datetime import time
from functools import partial

from storage.plans import recurring
from storage.store import Store
from storage.ticks import Tick


@dataclass(frozen=True, slots=True)
class Recurrences:
    """Stands before the follow-ups, which then tell of the latest time alone. `remind_at` is the usual clock time."""

    store: Store
    remind_at: time
    name: str = "recurrences"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(recurring.missed, now=tick.now, remind_at=self.remind_at))
        for follow_up in found:
            roll = partial(recurring.roll_over, follow_up=follow_up, now=tick.now, remind_at=self.remind_at)
            await self.store.write(roll)
