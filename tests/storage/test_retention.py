from datetime import timedelta

from sales.cards import Button, Card
from storage.queues import buttons, inbox, outbox
from storage.queues.inbox import INBOX, Arrival
from storage.queues.leases import Replica
from storage.queues.outbox import OUTBOX, Sending
from storage.queues.queue import Wanted
from storage.retention import Ages, Purged, purge
from storage.store import Session, Store
from storage.tables.people import MemberRow
from tests.storage.conftest import NOON

DAY = timedelta(days=1)
AGES = Ages(updates=7 * DAY, texts=30 * DAY, used_buttons=30 * DAY, unused_buttons=365 * DAY)
ARRIVAL = Arrival(1, 11, '{"message": "Visited Acme"}')
WANTED = Wanted(Replica("one"), lanes=5)
MESSAGE = Sending(key="a", chat=11, kind="said", due_at=NOON)


def test_what_is_old_is_emptied(any_store: Store) -> None:
    with any_store.transaction() as session:
        live_through_it(session)

        assert purge(session, AGES, NOON + 31 * DAY) == Purged(updates=1, texts=1, buttons=1)
        assert purge(session, AGES, NOON + 31 * DAY) == Purged(updates=0, texts=0, buttons=0)


def test_what_is_young_stays(any_store: Store) -> None:
    with any_store.transaction() as session:
        live_through_it(session)

        assert purge(session, AGES, NOON + 6 * DAY) == Purged(updates=0, texts=0, buttons=0)


def test_forgetting_never_arms_a_key_again(any_store: Store) -> None:
    with any_store.transaction() as session:
        live_through_it(session)
        purge(session, AGES, NOON + 400 * DAY)

        assert inbox.put_many(session, 7, [ARRIVAL], NOON) == 0
        assert not outbox.put(session, MESSAGE)
        assert outbox.message_of(session, "a") == 77


def test_what_still_waits_or_made_trouble_is_kept(any_store: Store) -> None:
    with any_store.transaction() as session:
        inbox.put_many(session, 7, [ARRIVAL, Arrival(2, 12, "{}")], NOON)
        first = INBOX.claim(session, Wanted(Replica("one"), lanes=1), NOON)[0]
        for _ in range(3):
            INBOX.retry(session, first, "it went wrong", NOON)
            INBOX.release(session, first.held)
            first = (INBOX.claim(session, Wanted(Replica("one"), lanes=1), NOON) or [first])[0]

        assert purge(session, AGES, NOON + 400 * DAY).updates == 0


def live_through_it(session: Session) -> None:
    """One update worked on, one message sent, one button pressed and one not."""
    inbox.put_many(session, 7, [ARRIVAL], NOON)
    INBOX.finish(session, INBOX.claim(session, WANTED, NOON)[0], NOON)
    outbox.put(session, MESSAGE)
    outbox.sent(session, OUTBOX.claim(session, WANTED, NOON)[0], 77, "Hello", NOON)
    anna = MemberRow(name="Anna", language="en", zone="UTC")
    session.add(anna)
    session.flush()
    assert anna.id is not None
    card = Card("Acme", rows=((Button("Done", "done"), Button("Drop", "drop")),))
    token, _ = buttons.mint(session, anna.id, outbox_id=None, card=card, now=NOON)
    buttons.press(session, token, anna.id, NOON)
