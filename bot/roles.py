"""Work that one replica at a time does: polling, sending. When it falls silent another takes over."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

import structlog

from bot.replica import beat_seconds
from storage.errors import StoreAwayError
from storage.queues import leases
from storage.queues.leases import Held, LeaseLostError, Replica
from storage.store import Store

log = structlog.get_logger(__name__)
TRY_SECONDS = 1.0


class Role:
    """`held` tells whether this replica has it now."""

    def __init__(self, store: Store, replica: Replica, name: str) -> None:
        self._store = store
        self._replica = replica
        self.name = name
        self.held = False

    async def fill(self, work: Callable[[], Awaitable[None]]) -> None:
        """For ever: get the role, then work for as long as it is ours."""
        while True:
            lease = await self._take()
            self.held = True
            log.info("this replica is now the one that works as", role=self.name)
            try:
                await self._work(lease, work)
            finally:
                self.held = False

    async def _take(self) -> Held:
        while True:
            with suppress(StoreAwayError):
                take = partial(leases.take_role, name=self.name, replica=self._replica)
                if lease := await self._store.write(take):
                    return lease
            await asyncio.sleep(TRY_SECONDS)

    async def _work(self, lease: Held, work: Callable[[], Awaitable[None]]) -> None:
        working = asyncio.ensure_future(work())
        try:
            while not (await asyncio.wait({working}, timeout=beat_seconds(self._replica)))[0]:
                with suppress(StoreAwayError):
                    await self._store.write(partial(leases.renew, held=lease))
            await working
        except LeaseLostError:
            log.warning("another replica took over", role=self.name)
        finally:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)
            with suppress(StoreAwayError, LeaseLostError):
                await self._store.write(partial(leases.release, held=lease))
