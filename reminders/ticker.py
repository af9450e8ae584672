"""APScheduler as a clockwork: it ticks, the sweeps ask the database what is due."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from reminders.sweep import Sweep
from storage.errors import StoreAwayError
from storage.ticks import Tick

log = structlog.get_logger(__name__)
STOP_SECONDS = 2.0


class Clock(Protocol):
    """Business time, and how far it runs ahead of the world's."""

    def now(self) -> datetime: ...

    @property
    def offset(self) -> timedelta: ...


class Ticker:
    """Asks every sweep, every so often. A sweep that raises is logged and asked again at the next tick."""

    def __init__(self, clock: Clock, sweeps: Sequence[Sweep], every: timedelta) -> None:
        self._clock = clock
        self._sweeps = sweeps
        self._ticking = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        # A tick that comes late is as good as one in time, and one at a time is enough: rows decide, not ticks.
        self._scheduler.add_job(
            self._run,
            "interval",
            seconds=every.total_seconds(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    async def start(self) -> None:
        self._scheduler.start()

    async def stop(self) -> None:
        """No further tick; the one under way may end. What it does not store in time is found after the next start."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS), self._ticking:
                pass
        self._scheduler.shutdown(wait=False)

    async def _run(self) -> None:
        # Only the scheduler's end cuts a tick off, and would report that as a failure.
        with suppress(asyncio.CancelledError):
            async with self._ticking:
                await self.tick()

    async def tick(self) -> None:
        now = self._clock.now()
        tick = Tick(now, now - self._clock.offset)
        for sweep in self._sweeps:
            await _ask(sweep, tick)


async def _ask(sweep: Sweep, tick: Tick) -> None:
    try:
        await sweep.sweep(tick)
    except StoreAwayError:
        log.warning("the database is away; the next tick asks again", sweep=sweep.name)
    except Exception:
        log.exception("a sweep failed and is asked again at the next tick", sweep=sweep.name)
