"""Leases of processes that are gone: a restarted bot goes on at once, instead of waiting until they run out."""

from collections.abc import Callable

from sqlalchemy import delete, select, update
from sqlmodel import Session

from storage.queues.leases import LONG_AGO
from storage.tables.queues import HeartbeatRow, LeaseRow

_lease = LeaseRow.metadata.tables["lease"]
_heartbeat = HeartbeatRow.metadata.tables["heartbeat"]


def free_orphans(session: Session, is_gone: Callable[[str], bool]) -> int:
    """Free what belongs to replicas that are gone; says how many leases that were."""
    connection = session.connection()
    owners = connection.execute(select(_lease.c.owner).where(_lease.c.owner != "").distinct()).scalars()
    replicas = connection.execute(select(_heartbeat.c.replica)).scalars()
    gone = [name for name in {*owners, *replicas} if is_gone(name)]
    connection.execute(delete(_heartbeat).where(_heartbeat.c.replica.in_(gone)))
    freed = update(_lease).where(_lease.c.owner.in_(gone)).values(owner="", until=LONG_AGO)
    return connection.execute(freed).rowcount
