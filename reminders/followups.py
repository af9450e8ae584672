"""The sweep of follow-ups: what is due and was told to nobody goes into the outbox, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

import structlog

from reminders.letters import LATE, Away, Letter, Terms, letters
from reminders.permitted import Spent
from storage.care.spent import spent
from storage.errors import is_away, is_worth_another_try
from storage.plans import due_followups
from storage.plans.due_followups import Recipient, Waiting
from storage.queues import outbox
from storage.store import Session, Store
from storage.ticks import Tick, keep_tick, last_tick

log = structlog.get_logger(__name__)
# A transaction may become visible a little after the moment that it planned for.
_OVERLAP = timedelta(minutes=10)
# What was planned for the past, by a move to another zone or a reopened line, is found by a look at everything.
_ALL_EVERY = timedelta(minutes=5)
# A sign of life that often is enough to tell for how long the bot was away.
_SIGN_EVERY = timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class Found:
    """What one look at the database showed."""

    seen: Tick | None
    away: Away | None
    waiting: Sequence[Waiting]
    everybody: Sequence[Recipient]
    spent: Spent


@dataclass(frozen=True, slots=True)
class FollowUps:
    """Looks without a write lock, decides, and writes only if there is something to write.

    At `remind_at` comes what has no clock time.
    """

    store: Store
    remind_at: time = time(9)
    name: str = "follow-ups"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(look, tick=tick))
        terms = Terms(found.spent, self.remind_at)
        decided = letters(found.waiting, now=tick.now, away=found.away, everybody=found.everybody, terms=terms)
        if decided or _sign_is_due(tick, found.seen):
            await self.store.write(partial(queue, decided=decided, tick=tick, seen=found.seen))


def look(session: Session, *, tick: Tick) -> Found:
    seen = last_tick(session)
    away = _away(tick, seen)
    after = None if away or seen is None or _all_is_due(tick, seen) else min(seen.now, tick.now) - _OVERLAP
    everybody = due_followups.everybody(session) if away and away.long else ()
    waiting = due_followups.waiting(session, now=tick.now, after=after)
    return Found(seen, away, waiting, everybody, spent(session, [one.recipient for one in waiting], tick.now))


def _away(tick: Tick, seen: Tick | None) -> Away | None:
    if seen is None or tick.since(seen) <= LATE:
        return None
    return Away(seen.now, tick.now)


def _all_is_due(tick: Tick, seen: Tick) -> bool:
    return tick.real.timestamp() // _ALL_EVERY.total_seconds() != seen.real.timestamp() // _ALL_EVERY.total_seconds()


def _sign_is_due(tick: Tick, seen: Tick | None) -> bool:
    return seen is None or tick.now < seen.now or tick.since(seen) >= _SIGN_EVERY


def queue(session: Session, *, decided: Sequence[Letter], tick: Tick, seen: Tick | None) -> None:
    """Put the letters, unless another replica ticked meanwhile: then the next tick decides afresh."""
    if not keep_tick(session, tick, seen=seen):
        return
    for letter in decided:
        _put_apart(session, letter, tick.now)


def _put_apart(session: Session, letter: Letter, now: datetime) -> None:
    """One letter that the store refuses must not stop the others."""
    try:
        with session.begin_nested():
            _put(session, letter, now)
    except Exception as error:
        if is_away(error) or is_worth_another_try(error):
            raise
        log.exception("a reminder could not be queued", key=letter.sending.key)


def _put(session: Session, letter: Letter, now: datetime) -> None:
    """A reminder that is told within another message uses up its key, so that it is not told again by itself."""
    new = outbox.put(session, letter.sending)
    for reminder in letter.covers if new else ():
        outbox.put(session, reminder)
        outbox.withdraw(session, reminder.key, now)
