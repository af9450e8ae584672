"""A reminder that became pointless is withdrawn, and its message, already in the chat, says so."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from reminders.pointless import Pointless
from sales.people import Member
from storage.care.reminders import Planned, State, plan
from storage.queues import outbox
from storage.store import Store
from storage.tables.care import ReminderRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.queues import OutboxRow
from tests.reminders.office import DAY, HOUR, MINUTE, MONDAY, arrive, customer, hire, tick

TODAY = MONDAY.date()


def told(session: Session, owner: Member, *, arrived: bool = True, late: int = 0) -> int:
    """The birthday of somebody at a customer, of which the owner was told this morning."""
    party = customer(session, owner)
    person = ContactRow(customer_id=party.id or 0, name="S. Lee", birthday=f"1980-{TODAY:%m-%d}", calendar="solar")
    session.add(person)
    session.flush()
    one = Planned(
        kind="birthday",
        subject_id=person.id or 0,
        occasion=str(TODAY),
        day=TODAY,
        due_at=MONDAY,
        customer_id=party.id,
        contact_id=person.id,
    )
    plan(session, [one])
    row = session.exec(select(ReminderRow)).one()
    row.state = State.TOLD
    key = f"birthday:{row.id}:{MONDAY.isoformat()}:{owner.id}"
    facts = {"reminder": row.id or 0, "fresh": 1, "late": late}
    sending = outbox.Sending(
        key=key, chat=owner.chat or 0, kind="birthday", due_at=MONDAY, facts=facts, member=owner.id
    )
    outbox.put(session, sending)
    if arrived:
        arrive(session, key, 55)
    return row.id or 0


def lose(session: Session) -> None:
    """The customer is taken off the books."""
    session.exec(select(CustomerRow)).one().withdrawn = True


async def test_its_message_is_edited(any_store: Store) -> None:
    with any_store.transaction() as session:
        number = told(session, hire(session, "Anna"))
        lose(session)
    await Pointless(any_store).sweep(tick(MONDAY + MINUTE))
    with any_store.transaction() as session:
        assert session.get_one(ReminderRow, number).state == State.WITHDRAWN
        edits = session.exec(select(OutboxRow).where(col(OutboxRow.edits).is_not(None))).all()
        assert [(row.kind, row.facts["reminder"]) for row in edits] == [("birthday", number)]


async def test_one_that_was_not_sent_yet_is_not_sent(store: Store) -> None:
    with store.transaction() as session:
        told(session, hire(session, "Anna"), arrived=False)
        lose(session)
    await Pointless(store).sweep(tick(MONDAY + MINUTE))
    with store.transaction() as session:
        assert [row.state for row in session.exec(select(OutboxRow))] == ["withdrawn"]


async def test_it_is_done_once(store: Store) -> None:
    with store.transaction() as session:
        told(session, hire(session, "Anna"))
        lose(session)
    for minutes in (1, 1, 5, 90):
        await Pointless(store).sweep(tick(MONDAY + minutes * MINUTE))
    with store.transaction() as session:
        assert len(session.exec(select(OutboxRow)).all()) == 2


async def test_an_old_one_is_left_alone(store: Store) -> None:
    with store.transaction() as session:
        number = told(session, hire(session, "Anna"))
        lose(session)
    await Pointless(store).sweep(tick(MONDAY + 8 * DAY + timedelta(minutes=1)))
    with store.transaction() as session:
        assert session.get_one(ReminderRow, number).state == State.TOLD


@pytest.mark.parametrize(
    ("hours", "late", "state"),
    [
        pytest.param(2, 0, State.TOLD, id="eleven in Berlin"),
        pytest.param(3, 0, State.EXPIRED, id="noon"),
        pytest.param(3, 1, State.TOLD, id="it came late"),
        pytest.param(37, 1, State.EXPIRED, id="late, and the next day is over, too"),
    ],
)
async def test_a_birthday_is_over_at_noon(any_store: Store, hours: int, late: int, state: State) -> None:
    with any_store.transaction() as session:
        number = told(session, hire(session, "Anna"), late=late)
    await Pointless(any_store).sweep(tick(MONDAY + hours * HOUR))
    with any_store.transaction() as session:
        assert session.get_one(ReminderRow, number).state == state
        edits = session.exec(select(OutboxRow).where(col(OutboxRow.edits).is_not(None))).all()
        assert len(edits) == int(state == State.EXPIRED)
