"""A sign of life in the database, and what it says of everybody's health."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from bot.replica import PATIENCE, beat_seconds
from storage.errors import StoreAwayError
from storage.queues import heartbeats
from storage.queues.heartbeats import Heartbeat
from storage.queues.leases import Replica
from storage.store import Store
from web.pages import Health

Doing = Callable[[], Mapping[str, str | bool | None]]
# A poll lasts 25 s; two that failed in a row are worth an alarm.
SILENCE = timedelta(seconds=90)


class Pulse:
    """Beats until it is cancelled; keeps the leases of chats that take long."""

    def __init__(self, store: Store, replica: Replica, doing: Doing) -> None:
        self._store = store
        self._replica = replica
        self._doing = doing

    async def run(self) -> None:
        while True:
            with suppress(StoreAwayError):
                await self._store.write(partial(heartbeats.beat, replica=self._replica, doing=dict(self._doing())))
            await asyncio.sleep(beat_seconds(self._replica))


async def examine(store: Store, now: datetime) -> Health:
    """Well: somebody lives, and somebody hears Telegram."""
    try:
        living = await store.read(partial(heartbeats.alive, within=PATIENCE * 2))
    except StoreAwayError:
        return Health(well=False, facts={"database": "away"})
    heard = any(_hears(heartbeat, now) for heartbeat in living)
    facts = {"database": "here", "replicas": len(living), "telegram": "heard" if heard else "silent"}
    return Health(well=bool(living) and heard, facts=facts)


def _hears(heartbeat: Heartbeat, now: datetime) -> bool:
    """A webhook may be silent all night; only a poller has to hear Telegram all the time."""
    heard_at = heartbeat.doing.get("heard_at")
    if not heartbeat.doing.get("poller"):
        return bool(heartbeat.doing.get("webhook"))
    return heard_at is not None and now - datetime.fromisoformat(str(heard_at)) < SILENCE
