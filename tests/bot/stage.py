"""A running echo bot and what a test wants to know of it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from bot.premises import Handling, Premises
from simulator import Simulator
from storage.queues.inbox import INBOX
from storage.queues.outbox import OUTBOX, Sending, put
from storage.queues.queue import State
from storage.store import Session
from tests.echo import furnish

_ROWS = text("SELECT key, state, doubts, tries, trouble, message_id FROM outbox ORDER BY id")
PATIENCE = 15
UNSETTLED = (State.PENDING, State.TRYING, State.UNCERTAIN)


@dataclass
class Stage:
    """Started by the fixture `stage`; `premises` are there from then on."""

    telegram: Simulator
    premises: Premises | None = None

    def furnish(self, premises: Premises) -> Handling:
        self.premises = premises
        return furnish(premises)

    @property
    def here(self) -> Premises:
        assert self.premises
        return self.premises

    async def send(self, *sendings: Sending) -> None:
        def work(session: Session) -> None:
            for sending in sendings:
                put(session, sending)

        await self.here.store.write(work)

    async def outbox(self) -> Sequence[Any]:
        return await self.here.store.read(lambda session: session.connection().execute(_ROWS).all())

    async def states(self) -> list[str]:
        return [row.state for row in await self.outbox()]

    async def handled(self) -> list[tuple[int, str]]:
        said = text("SELECT chat, said FROM handled")
        rows = await self.here.store.read(lambda session: session.connection().execute(said).all())
        return [(row.chat, row.said) for row in rows]

    async def settled(self) -> None:
        """Wait until nothing is left to do, in or out."""
        async with asyncio.timeout(PATIENCE):
            while await self.here.store.read(_unsettled):
                await self.here.store.sleep_until_rung("settled", 0.01)

    async def troubles(self) -> list[str]:
        rows = await self.here.store.read(INBOX.troubles)
        return [row.error for row in rows]


def _unsettled(session: Session) -> int:
    return sum(queue.counts(session).get(state, 0) for queue in (INBOX, OUTBOX) for state in UNSETTLED)
