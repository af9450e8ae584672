"""Works on the queue of jobs: one of a lane at a time, tried again when it fails, taken over when a process dies."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

import structlog

from delivery.backing_off import go_round
from delivery.side_by_side import SideBySide
from storage.errors import StoreAwayError, StoreClosedError
from storage.queues.jobs import JOBS, Job
from storage.queues.leases import LeaseLostError, Replica
from storage.queues.queue import Claimed, State, Wanted
from storage.store import Session, Store

log = structlog.get_logger(__name__)
AT_ONCE = 2
LOOK_SECONDS = 1.0
REST_AFTER_FAILURE = timedelta(seconds=2)
STOP_SECONDS = 0.5
BELL = "job"
DIED_EACH_TIME = "the process died at each try"

Do = Callable[[Job], Awaitable[None]]
"""Does a job; whatever of it was done before is not done twice."""
GiveUp = Callable[[Session, Job], None]
"""Tells whoever waits for a job that it is given up."""


class JobWorkers:
    """Claims lanes of jobs. The heartbeat keeps the leases of long ones."""

    def __init__(
        self, store: Store, now: Callable[[], datetime], replica: Replica, *, do: Mapping[str, Do], give_up: GiveUp
    ) -> None:
        self._store = store
        self._now = now
        self._replica = replica
        self._do = do
        self._give_up = give_up
        self._lanes = SideBySide(AT_ONCE)
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._task = asyncio.create_task(go_round(self._round), name="jobs")

    async def stop(self) -> None:
        """What is under way is broken off: its parts that are done stay done, and the rest follows the next start."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        await self._lanes.stop(STOP_SECONDS)

    async def _round(self) -> None:
        await self._lanes.room_for_more()
        wanted = Wanted(self._replica, lanes=self._lanes.room)
        claimed = await self._store.write(partial(JOBS.claim, wanted=wanted, now=self._now()))
        for first in claimed:
            self._lanes.begin(self._lane(first))
        if not claimed:
            await self._store.sleep_until_rung(BELL, LOOK_SECONDS)

    async def _lane(self, first: Claimed[Job]) -> None:
        following: Claimed[Job] | None = first
        try:
            while following:
                following = await self._one(following)
        except LeaseLostError:
            log.warning("another replica took a job over", job=first.row.key)
        except (StoreAwayError, StoreClosedError):
            log.warning("the database went away under a job", job=first.row.key)

    async def _one(self, claimed: Claimed[Job]) -> Claimed[Job] | None:
        if claimed.spent:
            return await self._over(claimed, DIED_EACH_TIME)
        try:
            await self._do[claimed.row.kind](claimed.row)
        except (LeaseLostError, StoreAwayError, StoreClosedError):
            raise
        except Exception as error:
            # The one place where a fault of ours becomes a decision: try again, or keep it and say so.
            log.exception("a job failed", job=claimed.row.key, tries=claimed.tries)
            return await self._failed(claimed, f"{type(error).__name__}: {error}")
        return await self._store.write(partial(self._settle, claimed=claimed))

    def _settle(self, session: Session, claimed: Claimed[Job]) -> Claimed[Job] | None:
        now = self._now()
        JOBS.finish(session, claimed, now)
        return JOBS.advance(session, claimed.held, now)

    async def _failed(self, claimed: Claimed[Job], error: str) -> Claimed[Job] | None:
        def record(session: Session) -> None:
            if JOBS.retry(session, claimed, error, self._now()):
                self._give_up(session, claimed.row)
            JOBS.release(session, claimed.held, REST_AFTER_FAILURE * claimed.tries)

        await self._store.write(record)
        return None

    async def _over(self, claimed: Claimed[Job], error: str) -> Claimed[Job] | None:
        def record(session: Session) -> Claimed[Job] | None:
            now = self._now()
            JOBS.finish(session, claimed, now, state=State.TROUBLE, trouble=error)
            self._give_up(session, claimed.row)
            return JOBS.advance(session, claimed.held, now)

        return await self._store.write(record)
