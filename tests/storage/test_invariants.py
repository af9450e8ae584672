import pytest
from sqlalchemy import text

from storage.invariants import QUEUE_CHECKS, examine
from storage.queues import inbox, outbox
from storage.queues.inbox import INBOX, Arrival
from storage.queues.leases import Replica
from storage.queues.outbox import OUTBOX, Sending
from storage.queues.queue import Wanted
from storage.store import Session, Store
from tests.storage.conftest import NOON, LeaseTime

WANTED = Wanted(Replica("one"), lanes=5)


def names(session: Session) -> list[str]:
    return [finding.check for finding in examine(session, QUEUE_CHECKS)]


def test_a_store_at_work_is_in_order(timed_store: Store) -> None:
    with timed_store.transaction() as session:
        live(session)

        assert examine(session, QUEUE_CHECKS) == []


def test_a_row_that_nobody_takes_from_a_vanished_worker_is_found(timed_store: Store, lease_time: LeaseTime) -> None:
    with timed_store.transaction() as session:
        live(session)
        lease_time.passes(hours=1)

        assert names(session) == ["inbox in hand", "outbox in hand"]


@pytest.mark.parametrize(
    ("damage", "check"),
    [
        pytest.param("UPDATE inbox SET settled_at = due_at", "inbox settled", id="settled and not"),
        pytest.param(
            "UPDATE outbox SET message_id = NULL, state = 'done', settled_at = due_at", "sent messages", id="no number"
        ),
        pytest.param("UPDATE outbox SET edits = 'nothing'", "changed messages", id="a change of nothing"),
    ],
)
def test_damage_is_found(timed_store: Store, damage: str, check: str) -> None:
    with timed_store.transaction() as session:
        live(session)
        session.connection().execute(text(damage))

        assert check in names(session)


def live(session: Session) -> None:
    """Something settled and something in hand."""
    inbox.put_many(session, 7, [Arrival(1, 11, "{}"), Arrival(2, 12, "{}")], NOON)
    first, _ = INBOX.claim(session, WANTED, NOON)
    INBOX.finish(session, first, NOON)
    outbox.put(session, Sending(key="a", chat=11, kind="said", due_at=NOON))
    outbox.put(session, Sending(key="b", chat=12, kind="said", due_at=NOON))
    first_message, _ = OUTBOX.claim(session, WANTED, NOON)
    outbox.sent(session, first_message, 77, "Hello", NOON)
