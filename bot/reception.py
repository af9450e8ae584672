"""Stores what comes from Telegram, durably, before anybody acknowledges it."""

import json
from collections.abc import Sequence
from functools import partial

from bot.clock import Clock
from bot.lanes import NOBODYS, lane_of, number_of
from storage.queues import inbox
from storage.queues.inbox import Arrival
from storage.store import Store


class Reception:
    """Both ways in, polling and webhook, end here."""

    def __init__(self, store: Store, clock: Clock, bot: int) -> None:
        self._store = store
        self._clock = clock
        self._bot = bot
        self.last = clock.now()
        """When Telegram was last heard; /healthz looks at it."""

    async def take_in(self, raws: Sequence[object]) -> int:
        """Returns when all of it is on disk; says how many updates were new."""
        now = self.last = self._clock.now()
        if not raws:
            return 0
        arrivals = [_arrival(raw) for raw in raws]
        return await self._store.write(partial(inbox.put_many, bot=self._bot, arrivals=arrivals, now=now))

    async def take_in_body(self, body: bytes) -> None:
        """What a webhook was sent. What is no JSON is stored too: it becomes trouble, where somebody sees it."""
        await self.take_in([_read(body)])


def _read(body: bytes) -> object:
    try:
        return json.loads(body)
    except ValueError:
        return body.decode("utf-8", "replace")


def _arrival(raw: object) -> Arrival:
    """Written in one way whichever way it came, so that an update that comes by both is one."""
    payload = json.dumps(raw, sort_keys=True, separators=(",", ":"))
    return Arrival(number_of(raw) or 0, lane_of(raw) or NOBODYS, payload)
