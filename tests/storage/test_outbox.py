from datetime import timedelta
from functools import partial

import pytest

from sales.message_kinds import KINDS
from sales.message_rules import Priority, Uncertain
from storage.queues import outbox
from storage.queues.leases import Replica
from storage.queues.outbox import OUTBOX, Message, Sending, Shown
from storage.queues.queue import Claimed, State, Wanted
from storage.store import Store
from tests.storage.conftest import NOON, LeaseTime

ANNA, BORIS = 11, 12
REPLICA = Replica("one")
A_MINUTE = timedelta(minutes=1)
message = partial(Sending, chat=ANNA, kind="said", due_at=NOON)


def put(store: Store, *sendings: Sending) -> list[bool]:
    with store.transaction() as session:
        return [outbox.put(session, sending) for sending in sendings]


def claim(store: Store, lowest: Priority = Priority.BROADCAST) -> list[Claimed[Message]]:
    with store.transaction() as session:
        return OUTBOX.claim(session, Wanted(REPLICA, 10, lowest), NOON)


def claim_one(store: Store) -> Claimed[Message]:
    (one,) = claim(store)
    return one


def send(store: Store, claimed: Claimed[Message], number: int) -> Claimed[Message] | None:
    with store.transaction() as session:
        outbox.sent(session, claimed, number, "Hello", NOON)
        return OUTBOX.advance(session, claimed.held, NOON)


def state(store: Store, key: str) -> State | None:
    with store.transaction() as session:
        return outbox.state_of(session, key)


def test_a_key_is_put_once(any_store: Store) -> None:
    assert put(any_store, message(key="a"), message(key="a"), message(key="b")) == [True, False, True]


def test_a_message_carries_what_it_is_about(any_store: Store) -> None:
    put(any_store, message(key="a", facts={"name": "恒大钢铁", "at": [1, None]}, reply_to=2**40))

    row = claim_one(any_store).row

    assert (row.key, row.chat, row.kind, row.reply_to) == ("a", ANNA, "said", 2**40)
    assert row.facts == {"name": "恒大钢铁", "at": [1, None]}


def test_replies_go_before_alerts_before_reminders(any_store: Store) -> None:
    put(any_store, message(key="a", kind="follow_up"), message(key="b", kind="complaint"), message(key="c"))

    order = [claim_one(any_store)]
    for number in (1, 2):
        following = send(any_store, order[-1], number)
        assert following is not None
        order.append(following)

    assert [one.row.key for one in order] == ["c", "b", "a"]


def test_pushes_stay_behind_when_only_replies_may_go(any_store: Store) -> None:
    put(any_store, message(key="push", kind="follow_up", chat=BORIS), message(key="reply"))

    assert [one.row.key for one in claim(any_store, Priority.REPLY)] == ["reply"]
    assert [one.row.key for one in claim(any_store)] == ["push"]


def test_a_chat_gets_its_messages_in_the_order_they_were_put(any_store: Store) -> None:
    put(any_store, *(message(key=str(number)) for number in range(4)))

    seen = []
    following: Claimed[Message] | None = claim_one(any_store)
    while following:
        seen.append(following.row.key)
        following = send(any_store, following, 100 + len(seen))

    assert seen == ["0", "1", "2", "3"]


def test_a_sent_message_is_found_by_its_number_and_its_number_by_its_key(any_store: Store) -> None:
    put(any_store, message(key="a", facts={"telling": 5}))
    send(any_store, claim_one(any_store), 77)

    with any_store.transaction() as session:
        assert outbox.message_of(session, "a") == 77
        assert outbox.key_of(session, ANNA, 77) == Shown("a", "said", {"telling": 5})
        assert outbox.key_of(session, BORIS, 77) is None


def test_after_an_edit_the_message_shows_what_the_edit_says(any_store: Store) -> None:
    put(any_store, message(key="a", kind="echo"))
    send(any_store, claim_one(any_store), 77)
    put(any_store, message(key="b", kind="said", edits="a"))
    send(any_store, claim_one(any_store), 77)

    with any_store.transaction() as session:
        shown = outbox.key_of(session, ANNA, 77)

    assert shown is not None
    assert shown.kind == "said"


def test_an_edit_goes_after_the_message_that_it_changes(any_store: Store) -> None:
    put(any_store, message(key="a", kind="complaint"), message(key="b", kind="said", edits="a"))

    first = claim_one(any_store)

    assert first.row.key == "a"
    following = send(any_store, first, 77)
    assert following is not None
    assert following.row.edits == "a"


def test_what_waits_can_be_withdrawn_and_is_never_sent(any_store: Store) -> None:
    put(any_store, message(key="a", due_at=NOON + A_MINUTE))

    with any_store.transaction() as session:
        assert outbox.withdraw(session, "a", NOON) is State.WITHDRAWN
        assert OUTBOX.claim(session, Wanted(REPLICA, 10, 3), NOON + A_MINUTE) == []
    assert put(any_store, message(key="a")) == [False]


def test_withdrawing_what_was_sent_says_so(any_store: Store) -> None:
    put(any_store, message(key="a"))
    send(any_store, claim_one(any_store), 77)

    with any_store.transaction() as session:
        assert outbox.withdraw(session, "a", NOON) is State.SENT
        assert outbox.withdraw(session, "never put", NOON) is None


def test_a_reply_that_was_on_the_wire_at_a_crash_is_sent_again_and_counted(
    timed_store: Store, lease_time: LeaseTime
) -> None:
    put(timed_store, message(key="a"))
    claim_one(timed_store)
    lease_time.passes(seconds=31)

    again = claim_one(timed_store)

    assert again.row.doubts == 1
    with timed_store.transaction() as session:
        assert outbox.doubts(session) == 1


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS.values()])
def test_an_uncertain_message_is_repeated_or_parked_as_its_kind_wants(store: Store, kind: str) -> None:
    put(store, message(key="a", kind=kind))
    claimed = claim_one(store)
    expected = State.PARKED if KINDS[kind].uncertain is Uncertain.PARK else State.UNCERTAIN

    with store.transaction() as session:
        assert outbox.doubtful(session, claimed, "timed out", NOON) is expected

    assert state(store, "a") is expected


def test_what_can_never_arrive_is_kept_with_the_reason(any_store: Store) -> None:
    put(any_store, message(key="a"))
    with any_store.transaction() as session:
        outbox.dead(session, OUTBOX.claim(session, Wanted(REPLICA), NOON)[0], "blocked", NOON)

        assert [trouble.error for trouble in OUTBOX.troubles(session)] == ["blocked"]


def test_what_waits_follows_a_chat_that_moved(any_store: Store) -> None:
    put(any_store, message(key="a"), message(key="b"))
    with any_store.transaction() as session:
        first = OUTBOX.claim(session, Wanted(REPLICA), NOON)[0]
        OUTBOX.hand_back(session, first)
        OUTBOX.release(session, first.held)

        assert outbox.move(session, ANNA, BORIS) == 2

    assert claim_one(any_store).row.chat == BORIS
