"""Leases: who may work on a lane or hold a role, for how long, and a number that tells a late worker so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import bindparam, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.queues.lease_clock import lease_now
from storage.tables.queues import LeaseRow

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_lease = LeaseRow.metadata.tables["lease"]


class LeaseLostError(Exception):
    """Somebody else holds it now: what was about to be recorded must not be."""


@dataclass(frozen=True, slots=True)
class Replica:
    """A process that works: a name that no other process ever has, and how long it may be silent."""

    name: str
    patience: timedelta = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Held:
    """A lease in hand: pass it along with everything that is recorded under it."""

    name: str
    lane: int
    fence: int
    replica: Replica


_ours = (
    _lease.c.name == bindparam("its_name"),
    _lease.c.lane == bindparam("its_lane"),
    _lease.c.owner == bindparam("its_owner"),
    _lease.c.fence == bindparam("its_fence"),
)
_renew = update(_lease).where(*_ours).values(until=bindparam("next_until"))
_release = update(_lease).where(*_ours).values(owner="", until=bindparam("next_until"))
_missing = {
    "sqlite": sqlite.insert(_lease).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(_lease).on_conflict_do_nothing(),
}
_free = (
    select(_lease.c.lane)
    .where(
        _lease.c.name == bindparam("its_name"),
        _lease.c.lane.in_(bindparam("lanes", expanding=True)),
        _lease.c.until <= bindparam("lease_now"),
    )
    .with_for_update(skip_locked=True)
)
_take = (
    update(_lease)
    .where(_lease.c.name == bindparam("its_name"), _lease.c.lane.in_(_free))
    .values(owner=bindparam("next_owner"), fence=_lease.c.fence + 1, until=bindparam("next_until"))
    .returning(_lease.c.lane, _lease.c.fence)
)
# Rows that a worker is just renewing by itself are left to it.
_mine = (
    select(_lease.c.name, _lease.c.lane)
    .where(_lease.c.owner == bindparam("its_owner"))
    .with_for_update(skip_locked=True)
)
_keep = update(_lease).where(tuple_(_lease.c.name, _lease.c.lane).in_(_mine)).values(until=bindparam("next_until"))


def take_lanes(session: Session, name: str, lanes: Sequence[int], replica: Replica) -> list[Held]:
    """Take those of `lanes` that nobody holds."""
    now = lease_now(session)
    values = {
        "its_name": name,
        "lanes": sorted(lanes),
        "lease_now": now,
        "next_owner": replica.name,
        "next_until": now + replica.patience,
    }
    taken = {row.lane: row.fence for row in session.connection().execute(_take, values)}
    return [Held(name, lane, taken[lane], replica) for lane in lanes if lane in taken]


def make_lanes(session: Session, name: str, lanes: Sequence[int]) -> None:
    """Give lanes that were never held their row; sorted, so that two replicas do not wait for each other."""
    if not lanes:
        return
    connection = session.connection()
    rows = [{"name": name, "lane": lane, "owner": "", "fence": 0, "until": LONG_AGO} for lane in sorted(lanes)]
    connection.execute(_missing[connection.dialect.name], rows)


def take_role(session: Session, name: str, replica: Replica) -> Held | None:
    """Become, say, the one sender; None while another is. Whoever holds it goes on with renew()."""
    make_lanes(session, name, [0])
    return next(iter(take_lanes(session, name, [0], replica)), None)


def renew(session: Session, held: Held) -> None:
    """Check that the lease is still ours and prolong it, in the transaction that relies on it."""
    _change(session, held, lease_now(session) + held.replica.patience)


def release(session: Session, held: Held, rest: timedelta = timedelta(0)) -> None:
    """Give it back; for the length of `rest` nobody may take it."""
    result = session.connection().execute(_release, _named(held) | {"next_until": lease_now(session) + rest})
    _must_be_ours(result.rowcount, held)


def keep_all(session: Session, replica: Replica) -> int:
    """Prolong everything that the replica holds: the heartbeat of long work."""
    values = {"its_owner": replica.name, "next_until": lease_now(session) + replica.patience}
    return session.connection().execute(_keep, values).rowcount


def _change(session: Session, held: Held, until: datetime) -> None:
    result = session.connection().execute(_renew, _named(held) | {"next_until": until})
    _must_be_ours(result.rowcount, held)


def _named(held: Held) -> dict[str, str | int | datetime]:
    return {
        "its_name": held.name,
        "its_lane": held.lane,
        "its_owner": held.replica.name,
        "its_fence": held.fence,
    }


def _must_be_ours(rows: int, held: Held) -> None:
    if rows != 1:
        raise LeaseLostError(f"{held.name} {held.lane}: another worker took over")
