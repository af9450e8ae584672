"""Puts a verdict on record: what it means for the message, and for how long its chat rests."""

from datetime import datetime, timedelta
from typing import assert_never

from delivery.preparing import NO_WAIT, Ready, Unreachable
from delivery.verdicts import Again, Dead, Hold, Moved, Plain, Sent, Uncertain, Verdict
from sales.message_kinds import KINDS
from storage.queues import outbox
from storage.queues.outbox import OUTBOX
from storage.queues.queue import State
from storage.store import Session
from storage.team_groups import keeping as team_groups
from storage.wake import ring

# After so many sends of which nobody knows, a person decides: it might arrive each time.
DOUBTS = 8
UNREADABLE_MARKS = "Telegram cannot read its marks"


def settle(  # noqa: C901  one case for each verdict
    session: Session, ready: Ready, verdict: Verdict, now: datetime, unreachable: Unreachable
) -> timedelta:
    """Record it; says for how long the chat rests."""
    claimed = ready.claimed
    match verdict:
        case Sent(message):
            outbox.sent(session, claimed, message or ready.address.replaces, _words(ready), now)
        case Hold(until):
            OUTBOX.hand_back(session, claimed)
            return until - now
        case Again():
            OUTBOX.hand_back(session, claimed)
        case Uncertain(why):
            return _doubt(session, ready, why, now)
        case Moved(to):
            OUTBOX.hand_back(session, claimed)
            outbox.move(session, claimed.row.chat, to)
            team_groups.moved(session, chat=claimed.row.chat, to=to)
            ring(session, "outbox")
        case Plain():
            outbox.dead(session, claimed, UNREADABLE_MARKS, now)
        case Dead(why, blocked):
            outbox.dead(session, claimed, why, now)
            if blocked:
                unreachable(session, claimed.row.chat, now)
        case _:
            assert_never(verdict)
    return NO_WAIT


def _words(ready: Ready) -> str:
    """What was sent, to be kept; the codes of invitations stand nowhere in the clear."""
    secret = KINDS[ready.claimed.row.kind].secret
    return "" if secret or ready.letter is None else ready.letter.text


def _doubt(session: Session, ready: Ready, why: str, now: datetime) -> timedelta:
    """Repeated, parked, or parked after too many repeats; each a little later than the one before."""
    doubts = ready.claimed.row.doubts + 1
    if doubts >= DOUBTS:
        OUTBOX.finish(session, ready.claimed, now, state=State.PARKED, trouble=why, doubts=doubts)
        return NO_WAIT
    state = outbox.doubtful(session, ready.claimed, why, now)
    return timedelta(seconds=2**doubts) if state is State.UNCERTAIN else NO_WAIT
