"""Works on chats side by side, and on the updates of one chat in their order."""

import asyncio
from functools import partial
from typing import Protocol

import structlog

from bot.clock import Clock
from delivery.backing_off import BackOff, go_round
from delivery.side_by_side import SideBySide
from storage.errors import StoreAwayError
from storage.queues.inbox import INBOX, Update
from storage.queues.leases import Held, LeaseLostError, Replica
from storage.queues.queue import Claimed, Wanted
from storage.store import Session, Store

log = structlog.get_logger(__name__)
CHATS_AT_ONCE = 16
# A bell rings for whatever comes; this is for what waits for a moment, and for a bell that was missed.
LOOK_SECONDS = 1.0
STOP_SECONDS = 3.0
BELL = "inbox"


class Travelling(Protocol):
    """bot.journey.Journey, whatever its handlers prepare."""

    async def travel(self, claimed: Claimed[Update]) -> Claimed[Update] | None: ...


class Workers:
    """Claims chats that have something to do, up to a number at once."""

    def __init__(self, store: Store, clock: Clock, replica: Replica, journey: Travelling) -> None:
        self._store = store
        self._clock = clock
        self._replica = replica
        self._journey = journey
        self._chats = SideBySide(CHATS_AT_ONCE)
        self._careful = True
        self._stopping = False

    async def run(self) -> None:
        await go_round(self._round)

    async def stop(self) -> None:
        """Let what is under way end; what takes longer is done again after the next start."""
        self._stopping = True
        await self._chats.stop(STOP_SECONDS)

    async def _round(self) -> None:
        await self._chats.room_for_more()
        wanted = Wanted(self._replica, lanes=1 if self._careful else self._chats.room)
        now = self._clock.now()
        claimed = await self._store.write(partial(INBOX.claim, wanted=wanted, now=now))
        # After a crash what was in hand is claimed first. One of those may have been the reason, so each is worked
        # on alone: the others must not use up their tries with it.
        self._careful = self._careful and any(first.tries > 1 for first in claimed)
        for first in claimed:
            await self._begin(first)
        if not claimed:
            await self._store.sleep_until_rung(BELL, LOOK_SECONDS)

    async def _begin(self, first: Claimed[Update]) -> None:
        if self._careful:
            await self._chat(first)
        else:
            self._chats.begin(self._chat(first))

    async def _chat(self, first: Claimed[Update]) -> None:
        try:
            await self._go_through(first)
        except LeaseLostError:
            log.warning("another replica took this chat over", chat=first.held.lane)
        except StoreAwayError:
            await self._let_go(first.held)
        except BaseException:
            await self._let_go(first.held)
            raise

    async def _go_through(self, first: Claimed[Update]) -> None:
        following: Claimed[Update] | None = first
        while following and not self._stopping:
            following = await self._journey.travel(following)
        if following:
            await self._store.write(partial(_hand_back, claimed=following))

    async def _let_go(self, held: Held) -> None:
        """Never keep a chat that nobody works on. What was recorded stays so; the rest is found by the next claim."""
        waiting = BackOff()
        while True:
            try:
                await self._store.write(partial(INBOX.release, held=held))
            except LeaseLostError:
                return
            except StoreAwayError:
                if self._stopping:
                    return
                await asyncio.sleep(waiting.next_seconds())
            else:
                return


def _hand_back(session: Session, claimed: Claimed[Update]) -> None:
    INBOX.hand_back(session, claimed)
    INBOX.release(session, claimed.held)
