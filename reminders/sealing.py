"""The sweep that seals the audit trail: what is a minute old gets its place in the chain."""

from dataclasses import dataclass
from datetime import timedelta

import structlog

from storage.company.audit_chain import oldest_unsealed, seal_new
from storage.store import Store
from storage.ticks import Tick

log = structlog.get_logger(__name__)
_BATCHED = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Sealing:
    """Looks first, and writes only where something waits; the newest seal goes to the log as a witness outside."""

    store: Store
    name: str = "sealing"

    async def sweep(self, tick: Tick) -> None:
        oldest = await self.store.read(oldest_unsealed)
        if oldest is None or tick.now - oldest < _BATCHED:
            return
        while head := await self.store.write(seal_new):
            log.info("sealed the audit trail", place=head.place, seal=head.seal)
