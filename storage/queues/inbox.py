"""Updates as they came from Telegram: stored before they are acknowledged, worked on chat by chat in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import RowMapping
from sqlmodel import Session

from storage.insertion import InsertOnce
from storage.queues.queue import Queue
from storage.tables.queues import InboxRow
from storage.wake import ring

_table = InboxRow.metadata.tables["inbox"]
_insert = InsertOnce(_table)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update off the wire: its number, the chat whose order it keeps (0: nobody's), and the JSON as it came."""

    update_id: int
    chat: int
    payload: str


@dataclass(frozen=True, slots=True)
class Update:
    """An update out of the inbox; `id` is our own number of its arrival."""

    id: int
    update_id: int
    chat: int
    payload: str
    arrived_at: datetime


def put_many(session: Session, bot: int, arrivals: Iterable[Arrival], now: datetime) -> int:
    """Store what came, in this order; says how many were new. Known ones are ignored."""
    new = _insert.many(session, [_row(bot, arrival, now) for arrival in arrivals])
    if new:
        ring(session, "inbox")
    return new


def key_of(bot: int, arrival: Arrival) -> str:
    """Telegram starts its numbers anew after a silent week, hence the digest of what the update says."""
    digest = sha256(arrival.payload.encode()).hexdigest()[:16]
    return f"{bot}:{arrival.update_id}:{digest}"


def _row(bot: int, arrival: Arrival, now: datetime) -> dict[str, object]:
    return {
        "key": key_of(bot, arrival),
        "lane": arrival.chat,
        "due_at": now,
        "update_id": arrival.update_id,
        "payload": arrival.payload,
    }


def _read(row: RowMapping) -> Update:
    return Update(row["id"], row["update_id"], row["lane"], row["payload"] or "", row["due_at"])


INBOX: Queue[Update] = Queue(_table, _read)
