"""Slow things to do apart from any message."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import RowMapping
from sqlmodel import Session

from storage.columns import Facts
from storage.insertion import InsertOnce
from storage.queues.queue import Queue
from storage.tables.queues import JobRow
from storage.wake import ring

_table = JobRow.metadata.tables["job"]
_insert = InsertOnce(_table)


@dataclass(frozen=True, slots=True)
class Errand:
    """A job to put: its key is done once. Jobs with the same lane go one after the other; None: it has its own."""

    key: str
    kind: str
    due_at: datetime
    facts: Facts = field(default_factory=dict)
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A job in hand."""

    id: int
    key: str
    kind: str
    facts: Mapping[str, Any]


def put(session: Session, errand: Errand) -> bool:
    """Ask for it; False if it was asked for before."""
    lane = _own_lane(errand.key) if errand.lane is None else errand.lane
    values = {
        "key": errand.key,
        "lane": lane,
        "due_at": errand.due_at,
        "kind": errand.kind,
        "facts": dict(errand.facts),
    }
    new = _insert.one(session, values) is not None
    if new:
        ring(session, "job")
    return new


def _own_lane(key: str) -> int:
    return int.from_bytes(sha256(key.encode()).digest()[:7])


def _read(row: RowMapping) -> Job:
    return Job(row["id"], row["key"], row["kind"], row["facts"])


JOBS: Queue[Job] = Queue(_table, _read)
