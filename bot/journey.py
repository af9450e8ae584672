"""The journey of one update: prepare, then decide and record in one savepoint together with "done"."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

import structlog

from bot.adapter import Me, Postmark, Unreadable, open_envelope, unfold
from bot.clock import Clock
from handlers.heard import Heard, Press, Query
from handlers.outcome import Offer
from storage.errors import StoreAwayError
from storage.queues.inbox import INBOX, Update
from storage.queues.leases import LeaseLostError
from storage.queues.queue import Claimed, State
from storage.store import Session, Store

log = structlog.get_logger(__name__)
DIED_EACH_TIME = "the process died at each try"
# A fault of ours is tried three times. A crash may be somebody else's fault, so it takes more of them.
CRASHES = 6
REST_AFTER_FAILURE = timedelta(seconds=0.5)

P = TypeVar("P")


class Answered(Protocol):
    """What the handlers decided; all but the toast is recorded already."""

    @property
    def toast(self) -> str | None: ...

    @property
    def offers(self) -> Sequence[Offer]: ...


class Answering(Protocol[P]):
    """What the handlers do for an update."""

    async def prepare(self, heard: Heard) -> P:
        """Do whatever is slow; no transaction is open."""
        ...

    def answer(self, session: Session, heard: Heard, prepared: P, now: datetime) -> Answered:
        """Decide and record; runs again if somebody else changed the same rows meanwhile."""
        ...

    def apologise(self, session: Session, heard: Heard, now: datetime) -> None:
        """Say that the message is kept though it could not be worked on."""
        ...


class Toasting(Protocol):
    """Answers a tap at once and as well as it can; nothing depends on it."""

    def toast(self, callback: str, text: str | None) -> None: ...

    def offer(self, query: str, offers: Sequence[Offer]) -> None: ...


Next = Claimed[Update] | None


class Journey(Generic[P]):
    """Takes one update from the inbox to "done" or "trouble"; each step returns the chat's next update."""

    def __init__(self, store: Store, clock: Clock, answering: Answering[P], toasting: Toasting, me: Me) -> None:
        self._store = store
        self._clock = clock
        self._answering = answering
        self._toasting = toasting
        self._me = me

    async def travel(self, claimed: Claimed[Update]) -> Next:
        try:
            heard = self._open(claimed.row)
        except Unreadable as error:
            log.warning("an update cannot be read", arrival=claimed.id, error=str(error))
            return await self._settle(claimed, state=State.TROUBLE, trouble=str(error))
        if heard is None:
            return await self._settle(claimed)
        if claimed.tries > CRASHES:
            return await self._give_up(claimed, heard)
        return await self._answer_or_retry(claimed, heard)

    def _open(self, update: Update) -> Heard | None:
        return open_envelope(unfold(update.payload), Postmark(update.id, update.arrived_at), self._me)

    async def _answer_or_retry(self, claimed: Claimed[Update], heard: Heard) -> Next:
        try:
            return await self._answer(claimed, heard)
        except (LeaseLostError, StoreAwayError):
            raise
        except Exception as error:
            # The one place where a fault of ours becomes a decision: try again, or keep it and say so.
            log.exception("an update could not be answered", arrival=claimed.id, tries=claimed.tries)
            return await self._failed(claimed, heard, f"{type(error).__name__}: {error}")

    async def _answer(self, claimed: Claimed[Update], heard: Heard) -> Next:
        prepared = await self._answering.prepare(heard)
        now = self._clock.now()

        def record(session: Session) -> tuple[Answered, Next]:
            answered = self._answering.answer(session, heard, prepared, now)
            INBOX.finish(session, claimed, now)
            return answered, INBOX.advance(session, claimed.held, now)

        answered, following = await self._store.write(record)
        if isinstance(heard.what, Press):
            self._toasting.toast(heard.what.callback, answered.toast)
        if isinstance(heard.what, Query):
            self._toasting.offer(heard.what.id, answered.offers)
        return following

    async def _failed(self, claimed: Claimed[Update], heard: Heard, error: str) -> Next:
        now = self._clock.now()

        def record(session: Session) -> bool:
            over = INBOX.retry(session, claimed, error, now)
            if not over:
                INBOX.release(session, claimed.held, REST_AFTER_FAILURE * claimed.tries)
            return over

        over = await self._store.write(record)
        return await self._apologise(claimed, heard) if over else None

    async def _give_up(self, claimed: Claimed[Update], heard: Heard) -> Next:
        now = self._clock.now()
        await self._store.write(
            lambda session: INBOX.finish(session, claimed, now, state=State.TROUBLE, trouble=DIED_EACH_TIME)
        )
        return await self._apologise(claimed, heard)

    async def _apologise(self, claimed: Claimed[Update], heard: Heard) -> Next:
        """Apart from keeping the update: an apology that fails must not lose what it is about."""
        now = self._clock.now()
        try:
            await self._store.write(lambda session: self._answering.apologise(session, heard, now))
        except (LeaseLostError, StoreAwayError):
            raise
        except Exception:
            log.exception("no apology was possible", arrival=claimed.id)
        return await self._store.write(lambda session: INBOX.advance(session, claimed.held, now))

    async def _settle(self, claimed: Claimed[Update], **more: str) -> Next:
        now = self._clock.now()

        def record(session: Session) -> Next:
            INBOX.finish(session, claimed, now, **more)
            return INBOX.advance(session, claimed.held, now)

        return await self._store.write(record)
