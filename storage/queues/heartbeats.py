"""Signs of life: which replicas are there, and what each says that it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.columns import Facts
from storage.queues import leases
from storage.queues.lease_clock import lease_now
from storage.queues.leases import Replica
from storage.tables.queues import HeartbeatRow

_table = HeartbeatRow.metadata.tables["heartbeat"]


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """When a replica was last heard of."""

    replica: str
    at: datetime
    doing: Mapping[str, Any]


def beat(session: Session, replica: Replica, doing: Facts) -> int:
    """Say that the replica lives and keep all its leases; says how many those are."""
    values = {"replica": replica.name, "at": lease_now(session), "doing": dict(doing)}
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        on_postgres = postgresql.insert(_table).values(values)
        connection.execute(on_postgres.on_conflict_do_update(index_elements=["replica"], set_=values))
    else:
        on_sqlite = sqlite.insert(_table).values(values)
        connection.execute(on_sqlite.on_conflict_do_update(index_elements=["replica"], set_=values))
    return leases.keep_all(session, replica)


def alive(session: Session, within: timedelta) -> list[Heartbeat]:
    """Who gave a sign of life lately."""
    statement = select(_table).where(_table.c.at > lease_now(session) - within).order_by(_table.c.replica)
    return [Heartbeat(row.replica, row.at, row.doing) for row in session.connection().execute(statement)]
