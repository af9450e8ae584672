"""The one queue, seen through the inbox: the outbox and the jobs have the same shape and the same code."""

from datetime import timedelta

import pytest

from storage.queues import inbox, leases
from storage.queues.inbox import INBOX, Arrival, Update
from storage.queues.leases import LeaseLostError, Replica
from storage.queues.queue import TRIES, Claimed, State, Wanted
from storage.store import Store
from tests.storage.conftest import NOON, LeaseTime

ANNA, BORIS = 11, 12
FIRST, SECOND = Replica("first"), Replica("second")
LATER = {"seconds": 31}


def arrive(store: Store, *updates: tuple[int, int]) -> int:
    """Updates (number, chat), in this order."""
    arrivals = [Arrival(number, chat, f'{{"update_id": {number}}}') for number, chat in updates]
    with store.transaction() as session:
        return inbox.put_many(session, 7, arrivals, NOON)


def claim(store: Store, replica: Replica = FIRST, lanes: int = 10) -> list[Claimed[Update]]:
    with store.transaction() as session:
        return INBOX.claim(session, Wanted(replica, lanes), NOON)


def numbers(claimed: list[Claimed[Update]]) -> list[int]:
    return [one.row.update_id for one in claimed]


def work_through(store: Store, first: Claimed[Update]) -> list[int]:
    """All that a lane has, one after the other."""
    seen = []
    following: Claimed[Update] | None = first
    while following:
        seen.append(following.row.update_id)
        following = finish(store, following)
    return seen


def finish(store: Store, claimed: Claimed[Update]) -> Claimed[Update] | None:
    with store.transaction() as session:
        INBOX.finish(session, claimed, NOON)
        return INBOX.advance(session, claimed.held, NOON)


def fail(store: Store, claimed: Claimed[Update]) -> bool:
    with store.transaction() as session:
        over = INBOX.retry(session, claimed, "it went wrong", NOON)
        INBOX.release(session, claimed.held)
        return over


def states(store: Store) -> dict[State, int]:
    with store.transaction() as session:
        return INBOX.counts(session)


def test_an_update_that_comes_again_is_stored_once(timed_store: Store) -> None:
    assert arrive(timed_store, (1, ANNA), (2, ANNA)) == 2
    assert arrive(timed_store, (2, ANNA), (3, ANNA)) == 1


def test_a_number_that_starts_anew_is_another_update(timed_store: Store) -> None:
    arrive(timed_store, (1, ANNA))
    with timed_store.transaction() as session:
        assert inbox.put_many(session, 7, [Arrival(1, ANNA, '{"update_id": 1, "other": true}')], NOON) == 1


def test_a_chat_is_worked_through_in_the_order_of_arrival(timed_store: Store) -> None:
    arrive(timed_store, (5, ANNA), (9, BORIS), (3, ANNA), (4, ANNA))

    first = claim(timed_store)

    assert numbers(first) == [5, 9]
    assert work_through(timed_store, first[0]) == [5, 3, 4]
    assert work_through(timed_store, first[1]) == [9]
    assert states(timed_store) == {State.DONE: 4}


def test_a_chat_in_hand_is_nobody_elses(timed_store: Store) -> None:
    arrive(timed_store, (1, ANNA), (2, ANNA))
    claim(timed_store, FIRST)

    assert claim(timed_store, SECOND) == []


def test_what_comes_while_the_chat_is_in_hand_waits_for_its_turn(timed_store: Store) -> None:
    arrive(timed_store, (1, ANNA))
    first = claim(timed_store)[0]
    arrive(timed_store, (2, ANNA))

    assert claim(timed_store, SECOND) == []
    assert work_through(timed_store, first) == [1, 2]


def test_a_chat_given_back_is_free_at_once(timed_store: Store) -> None:
    arrive(timed_store, (1, ANNA))
    work_through(timed_store, claim(timed_store)[0])
    arrive(timed_store, (2, ANNA))

    assert numbers(claim(timed_store, SECOND)) == [2]


def test_a_worker_that_falls_silent_is_replaced_and_its_try_counts(timed_store: Store, lease_time: LeaseTime) -> None:
    arrive(timed_store, (1, ANNA))
    claim(timed_store, FIRST)

    lease_time.passes(**LATER)
    taken_over = claim(timed_store, SECOND)

    assert numbers(taken_over) == [1]
    assert taken_over[0].tries == 2


def test_the_replaced_worker_records_nothing(timed_store: Store, lease_time: LeaseTime) -> None:
    arrive(timed_store, (1, ANNA))
    late = claim(timed_store, FIRST)[0]
    lease_time.passes(**LATER)
    claim(timed_store, SECOND)

    with pytest.raises(LeaseLostError):
        finish(timed_store, late)

    assert states(timed_store) == {State.TRYING: 1}


def test_the_same_row_cannot_be_settled_twice(timed_store: Store) -> None:
    arrive(timed_store, (1, ANNA), (2, ANNA))
    first = claim(timed_store)[0]
    finish(timed_store, first)

    with pytest.raises(LeaseLostError, match="settled already"):
        finish(timed_store, first)


def test_a_poisonous_update_that_kills_its_worker_is_spent_after_its_tries(
    timed_store: Store, lease_time: LeaseTime
) -> None:
    arrive(timed_store, (1, ANNA), (2, ANNA))
    for _ in range(TRIES):
        assert not claim(timed_store)[0].spent
        lease_time.passes(**LATER)

    last = claim(timed_store)[0]

    assert last.spent
    assert fail(timed_store, last)
    assert numbers(claim(timed_store)) == [2]


def test_what_fails_three_times_is_trouble_kept_and_replayed(timed_store: Store) -> None:
    arrive(timed_store, (1, ANNA))
    assert [fail(timed_store, claim(timed_store)[0]) for _ in range(TRIES)] == [False, False, True]
    assert claim(timed_store) == []

    with timed_store.transaction() as session:
        trouble = INBOX.troubles(session)
        assert [(one.lane, one.tries, one.error) for one in trouble] == [(ANNA, 3, "it went wrong")]
        assert INBOX.replay(session, [one.id for one in trouble], NOON) == 1

    assert work_through(timed_store, claim(timed_store)[0]) == [1]


def test_the_next_update_does_not_overtake_one_that_failed(timed_store: Store) -> None:
    arrive(timed_store, (1, ANNA), (2, ANNA))
    fail(timed_store, claim(timed_store)[0])

    assert numbers(claim(timed_store)) == [1]


def test_handing_back_counts_no_try(timed_store: Store) -> None:
    arrive(timed_store, (1, ANNA))
    first = claim(timed_store)[0]

    with timed_store.transaction() as session:
        INBOX.hand_back(session, first)
        INBOX.release(session, first.held)

    assert claim(timed_store)[0].tries == 1


def test_a_chat_that_rests_is_left_alone_for_so_long(timed_store: Store, lease_time: LeaseTime) -> None:
    arrive(timed_store, (1, ANNA))
    first = claim(timed_store)[0]
    with timed_store.transaction() as session:
        INBOX.hand_back(session, first)
        INBOX.release(session, first.held, timedelta(seconds=5))

    assert claim(timed_store) == []
    lease_time.passes(seconds=5)
    assert numbers(claim(timed_store)) == [1]


def test_a_worker_that_stays_silent_but_says_that_it_lives_keeps_its_chat(
    timed_store: Store, lease_time: LeaseTime
) -> None:
    arrive(timed_store, (1, ANNA))
    first = claim(timed_store, FIRST)[0]
    lease_time.passes(seconds=20)
    with timed_store.transaction() as session:
        assert leases.keep_all(session, FIRST) == 1
    lease_time.passes(seconds=20)

    assert claim(timed_store, SECOND) == []
    assert finish(timed_store, first) is None


def test_what_is_not_due_yet_waits(timed_store: Store) -> None:
    soon = NOON + timedelta(minutes=1)
    with timed_store.transaction() as session:
        inbox.put_many(session, 7, [Arrival(1, ANNA, "{}")], soon)

        assert INBOX.claim(session, Wanted(FIRST), NOON) == []
        assert INBOX.next_due(session, NOON) == soon
        assert len(INBOX.claim(session, Wanted(FIRST), soon)) == 1


def test_no_more_lanes_are_claimed_than_wanted(timed_store: Store) -> None:
    arrive(timed_store, *((number, number) for number in range(20)))

    assert len(claim(timed_store, lanes=7)) == 7
    assert len(claim(timed_store, lanes=100)) == 13
