"""Empties the outbox: marks a message as being sent, sends it, and records what Telegram made of it."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog
from telegram import Bot
from telegram.error import TelegramError

from delivery.backing_off import BackOff, go_round
from delivery.enclosing import enclose
from delivery.posting import post, take_back
from delivery.preparing import NO_WAIT, Preparing, Ready
from delivery.settling import settle
from delivery.side_by_side import SideBySide
from delivery.verdicts import Again, Dead, Hold, Plain, Sent, Verdict, verdict_on
from sales.message_rules import Priority
from storage.errors import StoreAwayError
from storage.queues.leases import LeaseLostError, Replica
from storage.queues.outbox import OUTBOX
from storage.queues.queue import Wanted
from storage.store import Session, Store

log = structlog.get_logger(__name__)
# What is on the wire at a crash is uncertain, so no more than the pace needs: 32 at 100 ms are 320 a second.
CHATS_AT_ONCE = 32
LOOK_SECONDS = 1.0
PACED_LOOK_SECONDS = 0.1
STOP_SECONDS = 3.0
BELL = "outbox"


class Sending:
    """One replica at a time runs this; the chats' leases hold even where two should meet."""

    def __init__(
        self, store: Store, now: Callable[[], datetime], replica: Replica, bot: Bot, preparing: Preparing
    ) -> None:
        self._store = store
        self._now = now
        self._replica = replica
        self._bot = bot
        self._preparing = preparing
        self._chats = SideBySide(CHATS_AT_ONCE)
        self._out_of_reach = BackOff()
        self._stopping = False

    async def run(self) -> None:
        await go_round(self._round)

    async def stop(self) -> None:
        """Let what is on the wire arrive; what does not in time is uncertain, and is recorded as that."""
        self._stopping = True
        await self._chats.stop(STOP_SECONDS)

    async def _round(self) -> None:
        await self._chats.room_for_more()
        claimed, found = await self._store.write(self._claim)
        for ready in found:
            self._chats.begin(self._chat(ready))
        if not claimed:
            await self._store.sleep_until_rung(BELL, LOOK_SECONDS)
        elif not found:
            # All of it has to wait for its turn; the chats rest in the database.
            await asyncio.sleep(PACED_LOOK_SECONDS)

    def _claim(self, session: Session) -> tuple[int, list[Ready]]:
        """Replies as many as there is room for, pushes as many as the token may send."""
        now = self._now()
        claimed = OUTBOX.claim(session, Wanted(self._replica, self._chats.room, Priority.REPLY), now)
        pushes = min(self._chats.room - len(claimed), self._preparing.push_room(now))
        if pushes > 0:
            claimed += OUTBOX.claim(session, Wanted(self._replica, pushes, Priority.BROADCAST), now)
        found = [self._preparing.ready(session, one, now) for one in claimed]
        return len(claimed), [ready for ready in found if ready]

    async def _chat(self, first: Ready) -> None:
        following: Ready | None = first
        try:
            while following:
                verdict = await self._send(following)
                following = await self._record(following, verdict)
        except LeaseLostError:
            log.warning("another sender took this chat over", chat=first.claimed.held.lane)

    async def _send(self, ready: Ready) -> Verdict:
        verdict = await self._try(ready)
        if isinstance(verdict, Plain) and ready.letter:
            verdict = await self._try(Ready(ready.claimed, ready.address, ready.letter.plain()))
        if not isinstance(verdict, Sent):
            log.warning("a message did not arrive", key=ready.claimed.row.key, verdict=str(verdict))
        return verdict

    async def _try(self, ready: Ready) -> Verdict:
        try:
            return Sent(await self._post(ready))
        except TelegramError as error:
            return verdict_on(error, self._now())
        except Exception as error:
            # A letter that PTB itself cannot take: no later try would, and the chat must go on.
            log.exception("a message could not be sent", key=ready.claimed.row.key)
            return Dead(f"{type(error).__name__}: {error}")

    async def _post(self, ready: Ready) -> int | None:
        if ready.letter:
            # A file that stands in the chat already stays as it is.
            letter = ready.letter if ready.address.replaces else await enclose(ready.letter, self._preparing.make)
            return await post(self._bot, ready.address, letter)
        if ready.address.replaces:
            await take_back(self._bot, ready.address.chat, ready.address.replaces)
        return None

    async def _record(self, ready: Ready, verdict: Verdict) -> Ready | None:
        """It happened, so it is recorded however long the database is away: or it would be sent once more."""
        waiting = BackOff()
        patience = self._patience_after(verdict)
        while True:
            try:
                return await self._store.write(partial(self._settle, ready=ready, verdict=verdict, patience=patience))
            except StoreAwayError:
                await asyncio.sleep(waiting.next_seconds())

    def _settle(self, session: Session, ready: Ready, verdict: Verdict, patience: timedelta) -> Ready | None:
        now = self._now()
        held = ready.claimed.held
        if isinstance(verdict, Hold):
            self._preparing.hold(held.lane, verdict.until, now)
        rest = max(patience, settle(session, ready, verdict, now, self._preparing.unreachable))
        if rest > NO_WAIT or self._stopping:
            OUTBOX.release(session, held, rest)
            return None
        following = OUTBOX.advance(session, held, now, self._preparing.lowest(now))
        return self._preparing.ready(session, following, now)

    def _patience_after(self, verdict: Verdict) -> timedelta:
        """While Telegram is out of reach everybody waits longer and longer, and no try counts."""
        if isinstance(verdict, Again):
            return timedelta(seconds=self._out_of_reach.next_seconds())
        self._out_of_reach.reset()
        return NO_WAIT
