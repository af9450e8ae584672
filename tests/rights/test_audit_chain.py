"""The audit trail is sealed in batches, and whatever is done to it afterwards is found."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlmodel import Session, col, select

from reminders.sealing import Sealing
from sales.hands import Hand
from storage.company.audit import Subject, note
from storage.company.audit_chain import first_broken, seal_new
from storage.company.settings import set_setting
from storage.invariants import QUEUE_CHECKS, examine
from storage.store import Store
from storage.tables.events import EventDetailRow, EventRow
from storage.ticks import Tick
from tests.people.company import NOON, Company

SEEN = 5
Tampering = Callable[[Session, EventRow], None]


@pytest.fixture
def trail(session: Session, company: Company) -> list[EventRow]:
    """Five looks, sealed in two batches, and one that waits."""
    by = Hand(company.members["Anna"], NOON)
    for number in range(SEEN):
        note(session, "customer.seen", Subject("customer", number), by, words=f"Acme {number}")
        if number == 2:
            seal_new(session)
    seal_new(session)
    note(session, "export.made", Subject("export"), by)
    return list(session.exec(select(EventRow).order_by(col(EventRow.id))))


def test_a_whole_trail_is_sealed_in_order(session: Session, trail: list[EventRow]) -> None:
    assert [event.place for event in trail] == [1, 2, 3, 4, 5, None]
    assert len({event.seal for event in trail}) == SEEN + 1
    assert first_broken(session) == 0


@pytest.mark.usefixtures("trail")
def test_nothing_new_is_not_sealed_again(session: Session) -> None:
    assert seal_new(session) is not None
    assert seal_new(session) is None
    assert first_broken(session) == 0


def set_to(**values: object) -> Tampering:
    def tamper(session: Session, event: EventRow) -> None:
        session.execute(update(EventRow).where(col(EventRow.id) == event.id).values(**values))

    return tamper


def other_words(session: Session, event: EventRow) -> None:
    session.get_one(EventDetailRow, event.id).words = "Globex"


def taken_out(session: Session, event: EventRow) -> None:
    session.delete(session.get_one(EventDetailRow, event.id))
    session.flush()
    session.delete(event)


TAMPERINGS = {
    "somebody else did it": set_to(member_id=None),
    "to another customer": set_to(subject_id=99),
    "something else was done": set_to(action="customer.changed"),
    "at another time": set_to(at=NOON + timedelta(seconds=1)),
    "with other words": other_words,
    "words of another digest": set_to(words_digest="0" * 64),
    "it was taken out": taken_out,
    "it has another seal": set_to(seal="0" * 64),
    "it lost its seal": set_to(seal=None),
    "it lost its place": set_to(place=None),
}


@pytest.mark.parametrize("place", [1, 3, SEEN])
@pytest.mark.parametrize("tamper", TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_whatever_is_done_to_a_sealed_event_is_found_there(
    session: Session, trail: list[EventRow], tamper: Tampering, place: int
) -> None:
    tamper(session, trail[place - 1])
    session.flush()
    assert first_broken(session) == place


def test_an_event_put_in_between_is_found(session: Session, trail: list[EventRow]) -> None:
    session.execute(update(EventRow).where(col(EventRow.id) == trail[4].id).values(place=6))
    session.add(EventRow(at=NOON, member_id=None, action="customer.seen", subject="customer", place=5, seal="f" * 64))
    session.flush()
    assert first_broken(session) == SEEN


def test_two_events_that_changed_places_are_found(session: Session, trail: list[EventRow]) -> None:
    for event, place in ((trail[1], 90), (trail[2], 2), (trail[1], 3)):
        event.place = place
        session.flush()
    assert first_broken(session) == 2


@pytest.mark.usefixtures("trail")
def test_a_trail_that_was_cut_off_is_found(session: Session) -> None:
    set_setting(session, "audit_head", [7, "0" * 64])
    assert first_broken(session) == SEEN + 1


def test_words_may_be_erased_and_the_chain_stays_whole(session: Session, trail: list[EventRow]) -> None:
    session.delete(session.get_one(EventDetailRow, trail[0].id))
    session.flush()
    assert first_broken(session) == 0


def test_the_same_words_have_digests_that_nobody_can_compare(session: Session, company: Company) -> None:
    by = Hand(company.members["Anna"], NOON)
    for _ in range(2):
        note(session, "customer.seen", Subject("customer", 1), by, words="Sarah Lee")
    first, second = session.exec(select(EventRow)).all()
    assert first.words_digest != second.words_digest


def test_the_doctor_names_the_first_that_is_broken(session: Session, trail: list[EventRow]) -> None:
    TAMPERINGS["something else was done"](session, trail[3])
    findings = [finding.words for finding in examine(session, QUEUE_CHECKS)]
    assert findings == ["The audit trail is not as it was sealed: number 4 was changed, put in or taken out."]


async def test_the_sweep_seals_what_is_a_minute_old(any_store: Store) -> None:
    await any_store.write(lambda session: note(session, "export.made", Subject("export"), Hand(None, NOON)))
    sweep = Sealing(any_store)
    places = []
    for seconds in (59, 60, 61):
        now = NOON + timedelta(seconds=seconds)
        await sweep.sweep(Tick(now, now))
        places.append(await any_store.read(lambda session: session.exec(select(EventRow.place)).all()))
    assert places == [[None], [1], [1]]
