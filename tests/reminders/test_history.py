"""What the history says of reminders that one message told together."""

from datetime import time

from reminders.followups import FollowUps
from sales.care.coming import Delivery
from sales.people import Member
from storage.care.deliveries import deliveries
from storage.queues.queue import State
from storage.store import Store
from tests.reminders.office import HOUR, MONDAY, TODAY, arrive, hire, promise, tick, waiting_in


def _history(store: Store, anna: Member) -> list[Delivery]:
    with store.transaction() as session:
        return list(deliveries(session, anna).lines)


async def test_each_of_a_bundle_was_sent_late_as_the_bundle_was(any_store: Store) -> None:
    with any_store.transaction() as session:
        anna = hire(session, "Anna")
        for minute in (0, 10):
            promise(session, anna, TODAY, time(9, minute))
    await FollowUps(any_store).sweep(tick(MONDAY - HOUR))
    await FollowUps(any_store).sweep(tick(MONDAY + 2 * HOUR))

    assert [one.state for one in _history(any_store, anna)] == [State.PENDING, State.PENDING]
    (bundle,) = waiting_in(any_store, anna)
    with any_store.transaction() as session:
        arrive(session, bundle.key, 7)
    told = _history(any_store, anna)
    assert [(one.kind, one.state, one.late) for one in told] == [("follow_up", State.SENT, True)] * 2
