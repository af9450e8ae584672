"""Messages to send: a key is sent once, a chat keeps its order, and nothing is forgotten or doubled in silence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, case, func, literal_column, select, update
from sqlmodel import Session

from sales.message_kinds import KINDS
from sales.message_rules import Priority, Uncertain
from storage.columns import Facts
from storage.insertion import InsertOnce
from storage.queues.queue import Claimed, Queue, State
from storage.queues.queue_statements import is_waiting
from storage.tables.queues import OutboxRow
from storage.wake import ring

_table = OutboxRow.metadata.tables["outbox"]
_insert = InsertOnce(_table)
_parks = _table.c.if_uncertain == Uncertain.PARK
# A row whose sender vanished may have been sent.
_LAPSED = {
    "state": case((_parks, literal_column("'parked'")), else_=literal_column("'uncertain'")),
    "doubts": _table.c.doubts + 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A message to put: what it is about; how it reads is decided when it is sent.

    `edits` and `deletes` are the key of the message that this one changes or removes instead of being a new one.
    """

    key: str
    chat: int
    kind: str
    due_at: datetime
    facts: Facts = field(default_factory=dict)
    member: int | None = None
    reply_to: int | None = None
    edits: str | None = None
    deletes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message in hand. `doubts`: so often nobody knew whether it had arrived."""

    id: int
    key: str
    chat: int
    kind: str
    facts: Mapping[str, Any]
    due_at: datetime
    priority: Priority
    member: int | None
    reply_to: int | None
    edits: str | None
    deletes: str | None
    doubts: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message in a chat is about."""

    key: str
    kind: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Put:
    """A message that was put for somebody."""

    key: str
    chat: int
    kind: str
    facts: Mapping[str, Any]
    member: int | None


def put(session: Session, sending: Sending) -> bool:
    """Have it sent; False if the key was put before, in which case nothing happens, however long ago that was."""
    kind = KINDS[sending.kind]
    target = sending.edits or sending.deletes
    values = {
        "key": sending.key,
        "lane": sending.chat,
        "priority": kind.priority if target is None else _urgency_of_change(session, target),
        "due_at": sending.due_at,
        "kind": sending.kind,
        "facts": dict(sending.facts),
        "member_id": sending.member,
        "reply_to": sending.reply_to,
        "edits": sending.edits,
        "deletes": sending.deletes,
        "if_uncertain": kind.uncertain,
    }
    new = _insert.one(session, values) is not None
    if new:
        ring(session, "outbox")
    return new


def withdraw(session: Session, key: str, now: datetime) -> State | None:
    """Take it back while it waits. Says what state it is in now: unless withdrawn, an edit has to follow it."""
    statement = (
        update(_table)
        .where(_table.c.key == key, _table.c.state.in_([State.PENDING, State.UNCERTAIN, State.PARKED]))
        .values(state=State.WITHDRAWN, settled_at=now)
    )
    session.connection().execute(statement)
    return state_of(session, key)


def state_of(session: Session, key: str) -> State | None:
    state = session.connection().execute(select(_table.c.state).where(_table.c.key == key)).scalar_one_or_none()
    return None if state is None else State(state)


def last_key(session: Session, prefix: str) -> str | None:
    """The key put last of those that begin like this."""
    begins = _table.c.key.between(prefix, prefix + "\uffff")
    key: str | None = (
        session.connection()
        .execute(select(_table.c.key).where(begins).order_by(_table.c.id.desc()).limit(1))
        .scalar_one_or_none()
    )
    return key


def known_keys(session: Session, prefix: str) -> set[str]:
    """All keys that begin like this, whatever became of their messages."""
    begins = _table.c.key.between(prefix, prefix + "\uffff")
    return set(session.connection().execute(select(_table.c.key).where(begins)).scalars())


def put_under(session: Session, prefix: str) -> list[Put]:
    """The messages put with keys that begin like this, but those that were withdrawn."""
    rows = session.connection().execute(
        select(_table.c.key, _table.c.lane, _table.c.kind, _table.c.facts, _table.c.member_id)
        .where(_table.c.key.between(prefix, prefix + "\uffff"), _table.c.state != State.WITHDRAWN)
        .order_by(_table.c.id)
    )
    return [Put(row.key, row.lane, row.kind, row.facts, row.member_id) for row in rows]


def message_of(session: Session, key: str) -> int | None:
    """Telegram's number of the message that a key became."""
    number: int | None = (
        session.connection().execute(select(_table.c.message_id).where(_table.c.key == key)).scalar_one_or_none()
    )
    return number


def key_of(session: Session, chat: int, message_id: int) -> Shown | None:
    """What the message that a reply answers shows now, after any edits."""
    statement = (
        select(_table.c.key, _table.c.kind, _table.c.facts)
        .where(_table.c.lane == chat, _table.c.message_id == message_id)
        .order_by(_table.c.id.desc())
        .limit(1)
    )
    row = session.connection().execute(statement).one_or_none()
    return None if row is None else Shown(row.key, row.kind, row.facts)


def sent(session: Session, claimed: Claimed[Message], message_id: int | None, text: str, now: datetime) -> None:
    """It arrived, as this message and with these words."""
    OUTBOX.finish(session, claimed, now, message_id=message_id, text=text)


def doubtful(session: Session, claimed: Claimed[Message], error: str, now: datetime) -> State:
    """Nobody knows whether it arrived: it is sent again or parked, as its kind wants it; says which."""
    parks = KINDS[claimed.row.kind].uncertain is Uncertain.PARK
    state = State.PARKED if parks else State.UNCERTAIN
    more = {"state": state, "doubts": claimed.row.doubts + 1, "trouble": error, "settled_at": None}
    OUTBOX.finish(session, claimed, now, **more)
    return state


def dead(session: Session, claimed: Claimed[Message], error: str, now: datetime) -> None:
    """It can never arrive; it is kept with the reason."""
    OUTBOX.finish(session, claimed, now, state=State.DEAD, trouble=error)


def dropped(session: Session, claimed: Claimed[Message], now: datetime) -> None:
    """What it was about is gone meanwhile: it is never sent."""
    OUTBOX.finish(session, claimed, now, state=State.WITHDRAWN)


def move(session: Session, old_chat: int, new_chat: int) -> int:
    """The chat has a new number: what waits goes there. Hand back the row in hand first."""
    statement = update(_table).where(_table.c.lane == old_chat, is_waiting(_table)).values(lane=new_chat)
    return session.connection().execute(statement).rowcount


def doubts(session: Session) -> int:
    """How many sends there were of which nobody knew whether they had arrived."""
    total: int | None = session.connection().execute(select(func.sum(_table.c.doubts))).scalar()
    return total or 0


def _urgency_of_change(session: Session, key: str) -> int:
    """A change follows its message while that waits; afterwards it is as urgent as any reply."""
    statement = select(_table.c.priority).where(_table.c.key == key, _table.c.settled_at.is_(None))
    priority: int | None = session.connection().execute(statement).scalar_one_or_none()
    return Priority.REPLY if priority is None else priority


def _read(row: RowMapping) -> Message:
    return Message(
        id=row["id"],
        key=row["key"],
        chat=row["lane"],
        kind=row["kind"],
        facts=row["facts"],
        due_at=row["due_at"],
        priority=Priority(row["priority"]),
        member=row["member_id"],
        reply_to=row["reply_to"],
        edits=row["edits"],
        deletes=row["deletes"],
        doubts=row["doubts"],
    )


OUTBOX: Queue[Message] = Queue(_table, _read, _LAPSED)
