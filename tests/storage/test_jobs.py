from functools import partial

from storage.queues import heartbeats, jobs, leases
from storage.queues.jobs import JOBS, Errand
from storage.queues.leases import Replica
from storage.queues.queue import Wanted
from storage.store import Store
from tests.storage.conftest import NOON, LeaseTime

FIRST, SECOND = Replica("first"), Replica("second")
scan = partial(Errand, kind="scan", due_at=NOON)


def test_a_job_is_asked_for_once(any_store: Store) -> None:
    with any_store.transaction() as session:
        assert jobs.put(session, scan("a", facts={"file": "f1"}))
        assert not jobs.put(session, scan("a"))

        (claimed,) = JOBS.claim(session, Wanted(FIRST, lanes=5), NOON)

        assert (claimed.row.kind, claimed.row.facts) == ("scan", {"file": "f1"})


def test_jobs_run_side_by_side_unless_they_share_a_lane(any_store: Store) -> None:
    with any_store.transaction() as session:
        for key in "abc":
            jobs.put(session, scan(key))
        for key in "xyz":
            jobs.put(session, scan(key, lane=1))

        claimed = JOBS.claim(session, Wanted(FIRST, lanes=9), NOON)

        assert sorted(one.row.key for one in claimed) == ["a", "b", "c", "x"]


def test_one_replica_holds_a_role_and_another_takes_over(timed_store: Store, lease_time: LeaseTime) -> None:
    with timed_store.transaction() as session:
        first = leases.take_role(session, "sender", FIRST)
        assert first is not None
        assert leases.take_role(session, "sender", SECOND) is None
        leases.release(session, first)

        second = leases.take_role(session, "sender", SECOND)
        assert second is not None
        lease_time.passes(seconds=31)
        third = leases.take_role(session, "sender", FIRST)
        assert third is not None
        assert third.fence > second.fence > first.fence


def test_a_replica_gives_signs_of_life_and_keeps_its_leases(timed_store: Store, lease_time: LeaseTime) -> None:
    with timed_store.transaction() as session:
        leases.take_role(session, "sender", FIRST)
        assert heartbeats.beat(session, FIRST, {"sender": True}) == 1
        lease_time.passes(seconds=20)
        assert heartbeats.beat(session, SECOND, {}) == 0
        assert heartbeats.beat(session, FIRST, {"sender": True}) == 1
        lease_time.passes(seconds=20)

        assert leases.take_role(session, "sender", SECOND) is None
        living = heartbeats.alive(session, within=FIRST.patience)
        assert [(one.replica, one.doing) for one in living] == [("first", {"sender": True}), ("second", {})]
