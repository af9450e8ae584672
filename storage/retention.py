"""What is forgotten by age; keys stay, so that nothing is taken in or sent a second time because of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import Session

from storage.queues.queue import State
from storage.tables.queues import ButtonRow, InboxRow, OutboxRow

_inbox = InboxRow.metadata.tables["inbox"]
_outbox = OutboxRow.metadata.tables["outbox"]
_button = ButtonRow.metadata.tables["button"]


@dataclass(frozen=True, slots=True)
class Ages:
    """How long each is kept after it was settled, used or made."""

    updates: timedelta
    texts: timedelta
    used_buttons: timedelta
    unused_buttons: timedelta


@dataclass(frozen=True, slots=True)
class Purged:
    """How many rows were emptied or removed."""

    updates: int
    texts: int
    buttons: int


def purge(session: Session, ages: Ages, now: datetime) -> Purged:
    """Empty what is old. What is trouble is kept whole until somebody looks at it."""
    return Purged(
        updates=_empty_updates(session, now - ages.updates),
        texts=_empty_texts(session, now - ages.texts),
        buttons=_remove_buttons(session, now - ages.used_buttons, now - ages.unused_buttons),
    )


def _empty_updates(session: Session, before: datetime) -> int:
    statement = (
        update(_inbox)
        .where(_inbox.c.state == State.DONE, _inbox.c.settled_at < before, _inbox.c.payload.is_not(None))
        .values(payload=None)
    )
    return session.connection().execute(statement).rowcount


def _empty_texts(session: Session, before: datetime) -> int:
    settled = _outbox.c.state.in_([State.SENT, State.WITHDRAWN])
    statement = (
        update(_outbox).where(settled, _outbox.c.settled_at < before, _outbox.c.text.is_not(None)).values(text=None)
    )
    return session.connection().execute(statement).rowcount


def _remove_buttons(session: Session, used_before: datetime, made_before: datetime) -> int:
    old = (_button.c.used_at < used_before) | (_button.c.created_at < made_before)
    return session.connection().execute(delete(_button).where(old)).rowcount
