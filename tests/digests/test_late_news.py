"""The morning after a digest tells what came since, of the days that it told of."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from sqlmodel import col, select

from reminders.digests import Digests
from reminders.late_news import LateNewsOfDigests
from sales.kinds import Kind
from sales.late_news import LateNews, read_evening
from storage.company.people import member
from storage.digests.late_news import late_news
from storage.store import Session, Store
from storage.tables.access import AbsenceRow
from storage.tables.queues import OutboxRow
from storage.ticks import Tick
from tests.people.company import customer_of, found_company
from tests.people.entries import put_entry

EVENING = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
MORNING = EVENING + timedelta(hours=14)
FRIDAY_EVENING, MONDAY_MORNING = EVENING + timedelta(days=1), MORNING + timedelta(days=3)
THURSDAY = date(2026, 3, 5)
Told = list[tuple[str, list[str]]]


@pytest.fixture
async def company(any_store: Store) -> dict[str, int]:
    return await any_store.write(_found)


def _found(session: Session) -> dict[str, int]:
    there = found_company(session)
    customer_of(there, "Anna", "Acme")
    customer_of(there, "Max", "Globex")
    return there.members


async def tell(store: Store, member: int, customer: int, at: datetime, day: date = THURSDAY) -> None:
    await store.write(lambda session: put_entry(session, member, (customer, Kind.VISIT), day, at) and None)


async def digests_at(store: Store, now: datetime, *, state: str = "done") -> None:
    """The sweep of an evening; what it puts is settled at once."""
    await Digests(store).sweep(Tick(now, now))
    await store.write(partial(_settle, now=now, state=state))


def _settle(session: Session, *, now: datetime, state: str) -> None:
    for row in session.exec(select(OutboxRow).where(col(OutboxRow.settled_at).is_(None))).all():
        row.state, row.settled_at = state, now


async def told(store: Store, company: dict[str, int], now: datetime) -> Told:
    """Sweep, and say who is told, and of what."""
    await LateNewsOfDigests(store).sweep(Tick(now, now))
    names = {number: name for name, number in company.items()}
    return await store.read(partial(_told, names=names))


def _told(session: Session, *, names: dict[int, str]) -> Told:
    came = select(OutboxRow).where(col(OutboxRow.kind) == "late_news", col(OutboxRow.state) != "withdrawn")
    rows = session.exec(came).all()
    return sorted((names[row.member_id or 0], [one.customer for one in _read(session, row).lines]) for row in rows)


def _read(session: Session, row: OutboxRow) -> LateNews:
    reader = member(session, row.member_id or 0)
    assert reader is not None
    return late_news(session, reader, read_evening(row.facts))


async def test_what_came_after_the_digest_of_the_days_it_told_of(any_store: Store, company: dict[str, int]) -> None:
    await tell(any_store, company["Anna"], 1, EVENING - timedelta(hours=1))
    await digests_at(any_store, EVENING)
    await tell(any_store, company["Anna"], 1, EVENING + timedelta(hours=2))
    await tell(any_store, company["Anna"], 1, MORNING, day=THURSDAY + timedelta(days=1))
    await tell(any_store, company["Max"], 2, EVENING + timedelta(hours=3))
    assert await told(any_store, company, MORNING - timedelta(minutes=1)) == []
    expected = [("Boris", ["Acme"]), ("Dora", ["Globex", "Acme"])]
    assert await told(any_store, company, MORNING) == expected
    assert await told(any_store, company, MORNING + timedelta(minutes=5)) == expected


async def test_what_was_said_before_the_digest_and_heard_after_it_is_told(store: Store) -> None:
    company = await store.write(_found)
    await digests_at(store, EVENING)
    said, heard = EVENING - timedelta(hours=2), EVENING + timedelta(minutes=5)
    about = (1, Kind.VISIT)
    await store.write(lambda session: put_entry(session, company["Anna"], about, THURSDAY, said, heard=heard) and None)
    assert await told(store, company, MORNING) == [("Boris", ["Acme"]), ("Dora", ["Acme"])]


async def test_nothing_is_said_of_nothing(any_store: Store, company: dict[str, int]) -> None:
    await tell(any_store, company["Anna"], 1, EVENING - timedelta(hours=1))
    await digests_at(any_store, EVENING)
    assert await told(any_store, company, MORNING) == []


async def test_it_is_looked_for_once_a_morning(store: Store) -> None:
    company = await store.write(_found)
    await digests_at(store, EVENING)
    assert await told(store, company, MORNING) == []
    await tell(store, company["Anna"], 1, MORNING + timedelta(minutes=1))
    assert await told(store, company, MORNING + timedelta(minutes=2)) == []


async def test_without_a_digest_there_is_nothing_to_tell_since(any_store: Store, company: dict[str, int]) -> None:
    await tell(any_store, company["Anna"], 1, EVENING)
    assert await told(any_store, company, MORNING) == []


async def test_after_fridays_digest_monday_tells_of_the_week_and_tuesday_no_more(
    any_store: Store, company: dict[str, int]
) -> None:
    await digests_at(any_store, FRIDAY_EVENING)
    await tell(any_store, company["Anna"], 1, FRIDAY_EVENING + timedelta(hours=20))
    assert await told(any_store, company, MONDAY_MORNING) == [("Boris", ["Acme"]), ("Dora", ["Acme"])]
    await any_store.write(partial(_settle, now=MONDAY_MORNING, state="done"))
    assert len(await told(any_store, company, MONDAY_MORNING + timedelta(days=1))) == len(("Boris", "Dora"))


def _on_leave(session: Session, *, member: int) -> None:
    last = THURSDAY + timedelta(days=9)
    session.add(AbsenceRow(member_id=member, first_day=THURSDAY, last_day=last, state="active", asked_at=EVENING))


async def test_nobody_on_leave_is_told(any_store: Store, company: dict[str, int]) -> None:
    await digests_at(any_store, EVENING)
    await tell(any_store, company["Anna"], 1, EVENING + timedelta(hours=2))
    await any_store.write(partial(_on_leave, member=company["Boris"]))
    assert await told(any_store, company, MORNING) == [("Dora", ["Acme"])]


@pytest.mark.parametrize(("state", "sent"), [("done", True), ("withdrawn", False)])
async def test_whether_there_was_a_digest_is_known(
    any_store: Store, company: dict[str, int], state: str, *, sent: bool
) -> None:
    await digests_at(any_store, EVENING, state=state)
    await tell(any_store, company["Anna"], 1, EVENING + timedelta(hours=2))
    await told(any_store, company, MORNING)
    rows = select(OutboxRow.facts).where(col(OutboxRow.kind) == "late_news", col(OutboxRow.state) == "pending")
    found = await any_store.read(lambda session: [read_evening(facts).sent for facts in session.exec(rows)])
    assert found == [sent, sent]
