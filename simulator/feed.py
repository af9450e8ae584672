"""The bot's queue of updates: what has not been fetched is kept for a day."""

import asyncio
import json
import secrets
from collections.abc import Callable
from itertools import islice

from simulator.compact import compact
from simulator.errors import OTHER_POLLER, ApiError, conflict
from simulator.records import JsonObject, Update
from simulator.world import World

KEPT_FOR = 24 * 3600
SILENT_WEEK = 7 * 24 * 3600
FUTURE_MARGIN = 10
ID_RANGE = 900_000_000
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
Listener = Callable[[Update], None]


class Feed:
    """Updates in order of arrival, for one poller or one webhook."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._pending: dict[int, Update] = {}
        self._poller: asyncio.Future[None] | None = None
        self.on_update: Listener = lambda _: None
        self._load()

    def _load(self) -> None:
        rows = [Update(**json.loads(row)) for row in self._world.journal.rows("update")]
        self._pending = {update.serial: update for update in sorted(rows, key=lambda update: update.serial)}
        self._serial = max(self._pending, default=0)
        self._next_id = int(str(self._world.settings.get("next_update", random_id())))
        self._latest = int(str(self._world.settings.get("latest_update", self._world.clock.unix())))

    def jump(self) -> None:
        """Go on at a random number, as Telegram does after a silent week."""
        if self._pending:
            raise ValueError("Undelivered updates stand in the way: numbers jump only when the queue is empty.")
        self._next_id = random_id()

    def pending(self) -> list[Update]:
        self._expire()
        return list(self._pending.values())

    def holds(self, update: Update) -> bool:
        self._expire()
        return update.serial in self._pending

    def add(self, kind: str, body: JsonObject, lane: str) -> Update | None:
        """Queue an update, unless the bot has not asked for its kind."""
        return self.put(kind, {kind: body}, lane) if self._wanted(kind) else None

    def put(self, kind: str, content: JsonObject, lane: str, *, numbered: bool = True) -> Update:
        now = self._world.clock.unix()
        if now - self._latest > SILENT_WEEK and not self.pending():
            self.jump()
        number = int(str(content.get("update_id", self._next_id)))
        self._next_id, self._latest, self._serial = max(self._next_id, number) + 1, now, self._serial + 1
        body = compact({"update_id": number} | content if numbered else content)
        update = Update(number, kind, lane, now, body, self._serial)
        self._keep(update)
        return update

    def _keep(self, update: Update) -> None:
        self._pending[update.serial] = update
        self._world.journal.put("update", update.serial, update)
        self._world.set("next_update", self._next_id)
        self._world.set("latest_update", self._latest)
        self._wake()
        self.on_update(update)
        self._world.signals.ring()

    def _wanted(self, kind: str) -> bool:
        allowed = self._world.settings.get("allowed_updates")
        return kind in allowed if isinstance(allowed, list) and allowed else kind not in NOT_BY_DEFAULT

    def drop(self, update: Update) -> None:
        if self._pending.pop(update.serial, None):
            self._world.journal.drop("update", update.serial)
            self._world.signals.ring()

    def clear(self) -> None:
        for update in list(self._pending.values()):
            self.drop(update)

    def _expire(self) -> None:
        oldest = self._world.clock.unix() - KEPT_FOR
        while self._pending and (first := next(iter(self._pending.values()))).date < oldest:
            self.drop(first)

    def _confirm(self, offset: int) -> None:
        """Forget what lies below the offset; one far in the future is no confirmation."""
        if offset < 0:
            keep = set(list(self._pending)[offset:])
            done = [update for serial, update in self._pending.items() if serial not in keep]
        elif offset > self._next_id + FUTURE_MARGIN:
            done = []
        else:
            done = [update for update in self._pending.values() if update.id < offset]
        for update in done:
            self.drop(update)

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Update]:  # noqa: ASYNC109
        """Answer getUpdates: a later caller sends an earlier one away."""
        self.interrupt(conflict(OTHER_POLLER))
        self._expire()
        self._confirm(offset)
        if not self._pending and timeout > 0:
            await self._wait(timeout)
        return list(islice(self._pending.values(), limit))

    async def _wait(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        poller = self._poller = loop.create_future()
        alarm = loop.call_later(seconds, self._wake)
        try:
            await poller
        finally:
            alarm.cancel()
            if self._poller is poller:
                self._poller = None

    def _wake(self) -> None:
        if self._poller and not self._poller.done():
            self._poller.set_result(None)

    def let_go(self) -> None:
        """Send the poller home with what there is."""
        self._wake()

    def interrupt(self, reason: ApiError) -> None:
        if self._poller and not self._poller.done():
            self._poller.set_exception(reason)
        self._poller = None


def random_id() -> int:
    return secrets.randbelow(ID_RANGE) + 1
