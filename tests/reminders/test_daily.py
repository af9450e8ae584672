"""Work of the night: once a day, on one replica, late rather than never."""

import asyncio
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, select

from reminders.daily import Daily
from reminders.sweeps import sweeps
from storage.company.teams import ensure_company
from storage.queues import buttons
from storage.queues.queue import State
from storage.store import Store
from storage.tables.people import TeamRow
from storage.tables.queues import ButtonRow, InboxRow
from tests.reminders.office import DAY, HOUR, hire, promise, queued, tick

SHANGHAI = ZoneInfo("Asia/Shanghai")
# Three o'clock in Shanghai.
NIGHT = datetime(2026, 3, 1, 19, tzinfo=UTC)


@pytest.fixture
def done() -> list[datetime]:
    return []


def daily(store: Store, done: list[datetime]) -> Daily:
    def work(_session: Session, now: datetime) -> None:
        done.append(now)

    return Daily(store, "tidying", time(3), SHANGHAI, work)


async def test_it_is_done_once_a_day_by_the_companys_clocks(any_store: Store, done: list[datetime]) -> None:
    for minutes in range(-120, 3 * 24 * 60, 30):
        await daily(any_store, done).sweep(tick(NIGHT + timedelta(minutes=minutes)))
    assert done[-3:] == [NIGHT, NIGHT + DAY, NIGHT + 2 * DAY]
    assert len(done) == 3


async def test_after_an_absence_it_is_done_late(any_store: Store, done: list[datetime]) -> None:
    await daily(any_store, done).sweep(tick(NIGHT + 11 * HOUR))
    assert done == [NIGHT + 11 * HOUR]


async def test_of_two_replicas_one_does_it(any_store: Store, done: list[datetime]) -> None:
    await asyncio.gather(*(daily(any_store, done).sweep(tick(NIGHT)) for _ in range(6)))
    assert done == [NIGHT]


async def test_it_goes_by_the_clocks_where_the_company_says_that_it_lives(
    any_store: Store, done: list[datetime]
) -> None:
    """Three o'clock in Berlin is seven hours later; a company that moves to the west does no day twice."""
    with any_store.transaction() as session:
        root = ensure_company(session, name="Acme Trading", zone="Europe/Berlin")
    for hours in range(32):
        await daily(any_store, done).sweep(tick(NIGHT + hours * HOUR))
    berlin = [NIGHT, NIGHT + 7 * HOUR, NIGHT + 31 * HOUR]
    assert done == berlin

    with any_store.transaction() as session:
        session.get_one(TeamRow, root).zone = "America/New_York"
    for hours in range(32, 64):
        await daily(any_store, done).sweep(tick(NIGHT + hours * HOUR))
    assert done == [*berlin, NIGHT + 61 * HOUR]


async def test_what_fails_is_not_tried_at_every_tick(any_store: Store) -> None:
    tries: list[datetime] = []

    def fail(_session: Session, now: datetime) -> None:
        tries.append(now)
        raise RuntimeError("no")

    broken = Daily(any_store, "tidying", time(3), SHANGHAI, fail)
    with pytest.raises(RuntimeError):
        await broken.sweep(tick(NIGHT))
    await broken.sweep(tick(NIGHT + HOUR))
    assert tries == [NIGHT]


async def test_a_night_tidies_up_checks_and_reminds(any_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    with any_store.transaction() as session:
        anna = hire(session, "Anna")
        promise(session, anna, NIGHT.date())
        old = NIGHT - 400 * DAY
        session.add(ButtonRow(token="old", member_id=anna.id, action="done", created_at=old))

    for sweep in sweeps(any_store, SHANGHAI, lambda _session: ["two owners for one customer"]):
        await sweep.sweep(tick(NIGHT + HOUR))

    with any_store.transaction() as session:
        assert [row.kind for row in queued(session)] == ["follow_up"]
        assert buttons.press(session, "old", anna.id, NIGHT) == buttons.Unknown()
    assert "two owners for one customer" in capsys.readouterr().out


@pytest.mark.parametrize(("days", "kept"), [(6, True), (8, False)])
async def test_what_telegram_sent_is_forgotten_after_a_week(any_store: Store, days: int, *, kept: bool) -> None:
    """By the nightly work as it is put together; the key stays, so that nothing comes in twice."""
    with any_store.transaction() as session:
        session.add(
            InboxRow(key="7:1:x", lane=1, update_id=1, payload="{}", state=State.DONE, due_at=NIGHT, settled_at=NIGHT)
        )

    for sweep in sweeps(any_store, SHANGHAI, lambda _session: []):
        await sweep.sweep(tick(NIGHT + days * DAY))

    with any_store.transaction() as session:
        row = session.exec(select(InboxRow)).one()
        assert ((row.payload is not None), row.key) == (kept, "7:1:x")
