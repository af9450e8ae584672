"""The sweep of follow-ups: what is due and was told to nobody goes into the outbox, once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial

import structlog

from reminders.late import late_for_each
from reminders.letters import Away, Letter, Others, Terms, letters
from reminders.permitted import Spent
from sales.reminder_cards import LATE
from storage.care import due
from storage.care.due import Became
from storage.care.spent import spent
from storage.errors import is_away, is_worth_another_try
from storage.plans import due_followups
from storage.plans.due_followups import Place, Recipient, Waiting
from storage.queues import outbox
from storage.store import Session, Store
from storage.ticks import Tick, keep_tick, last_tick

log = structlog.get_logger(__name__)
# A transaction may become visible a little after the moment that it planned for.
_OVERLAP = timedelta(minutes=10)
# What was planned for the past, by a move to another zone or a reopened line, is found by a round through everything:
# a page a tick, since all in one tick took 0.2 seconds for each 5,000 open ones that were told long ago.
ROUND_EVERY = timedelta(minutes=5)
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
    others: Others = field(default_factory=dict)


@dataclass(slots=True)
class Round:
    """How far this replica has looked through everything; each begins its own."""

    begun: int = -1
    last: Place | None = None
    over: bool = False

    def next_page(self, session: Session, tick: Tick) -> Sequence[Waiting]:
        turn = int(tick.real.timestamp() // ROUND_EVERY.total_seconds())
        if turn != self.begun and (self.over or self.begun < 0):
            self.begun, self.last, self.over = turn, None, False
        if self.over:
            return ()
        found, self.last = due_followups.waiting_next(session, now=tick.now, last=self.last)
        self.over = self.last is None
        return found


@dataclass(frozen=True, slots=True)
class FollowUps:
    """Looks without a write lock, decides, and writes only if there is something to write.

    At `remind_at` comes what has no clock time.
    """

    store: Store
    remind_at: time = time(9)
    name: str = "follow-ups"
    round: Round = field(default_factory=Round)

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(look, tick=tick, everything=self.round))
        terms = Terms(found.spent, self.remind_at, found.others)
        decided = letters(found.waiting, now=tick.now, away=found.away, everybody=found.everybody, terms=terms)
        if decided or _sign_is_due(tick, found.seen):
            await self.store.write(partial(queue, decided=decided, tick=tick, seen=found.seen))


def look(session: Session, *, tick: Tick, everything: Round) -> Found:
    seen = last_tick(session)
    away = _away(tick, seen)
    everybody = due_followups.everybody(session) if away and away.long else ()
    waiting = _waiting(session, tick, None if away else seen, everything)
    others = late_for_each(session, tick.now) if away else {}
    known = spent(session, [one.recipient for one in waiting], tick.now)
    return Found(seen, away, waiting, everybody, known, others)


def _waiting(session: Session, tick: Tick, seen: Tick | None, everything: Round) -> list[Waiting]:
    """All of them after a silence; else what became due since the tick before, and the next page of the round."""
    if seen is None:
        return due_followups.waiting(session, now=tick.now)
    lately = due_followups.waiting(session, now=tick.now, after=min(seen.now, tick.now) - _OVERLAP)
    known = {one.key for one in lately}
    further = [one for one in everything.next_page(session, tick) if one.key not in known]
    return sorted([*further, *lately], key=lambda one: (one.due.planned, one.due.follow_up))


def _away(tick: Tick, seen: Tick | None) -> Away | None:
    if seen is None or tick.since(seen) <= LATE:
        return None
    return Away(seen.now, tick.now)


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
    new = letter.told_later or outbox.put(session, letter.sending)
    for reminder in letter.covers if new else ():
        outbox.put(session, reminder)
        outbox.withdraw(session, reminder.key, now)
    for line in letter.lines if new else ():
        due.settle(session, line, Became.LINE, now=now)
