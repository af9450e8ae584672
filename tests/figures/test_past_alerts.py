"""How alerts fared is kept at night, and told to each of what they may see."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import numpy as np
import pytest
from sqlmodel import Session

from bot.foresight.looking_back import look_back
from papers.worker import Worker
from sales.people import Member
from sales.scores.fared import Answer, Fared, Looked
from sales.scores.past_alerts import Alerts, PastAlerts
from storage.foresight.past_alerts import fared, keep_past_alerts, looked_at
from storage.foresight.reading import read_orders
from storage.store import Store
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from tests.people.company import found_company

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)
TODAY = date(2026, 3, 3)
LOOKED = Looked(TODAY, date(2025, 7, 1), date(2026, 1, 2))


@pytest.fixture
def company(any_store: Store) -> tuple[Store, dict[str, Member]]:
    """Two customers of Anna's (East), one of Max's (West)."""
    with any_store.transaction() as session:
        found = found_company(session)
        people = {name: found[name] for name in ("Anna", "Max", "Ada", "Carl")}
        for number, name in enumerate(("Anna", "Anna", "Max"), start=1):
            owner = people[name]
            team = owner.team
            session.add(CustomerRow(name=f"Customer {number}", owner_id=owner.id, team_id=team, created_at=NOW))
            session.flush()
    return any_store, people


def alerts(*rows: tuple[int, bool, float]) -> Alerts:
    """Customer's place, whether it was right, days sooner."""
    who = np.array([row[0] for row in rows], dtype=np.int64)
    days = np.array([TODAY.toordinal() - 100 - number for number in range(len(rows))], dtype=np.int64)
    right = np.array([row[1] for row in rows])
    return Alerts(who, days, days * 0 + 60, np.full(len(rows), 0.75), right, np.array([row[2] for row in rows]))


def keep(session: Session) -> None:
    found = PastAlerts(
        TODAY, TODAY, alerts((0, True, 20), (1, True, np.nan), (1, False, 5), (2, False, 9)), alerts((2, True, 0))
    )
    keep_past_alerts(session, found=found, rows=read_orders(session, TODAY), looked=LOOKED)


async def test_each_is_told_of_what_they_see(company: tuple[Store, dict[str, Member]]) -> None:
    store, people = company
    for _ in range(2):
        await store.write(keep)

    async def seen_by(name: str) -> Fared:
        return await store.read(partial(fared, member=people[name], today=TODAY))

    anna, max_, ada, carl = [await seen_by(name) for name in ("Anna", "Max", "Ada", "Carl")]
    assert (anna.ours.count, anna.ours.right, anna.ours.said, anna.ours.sooner) == (3, 2, 0.75, 20)
    assert (max_.ours.count, max_.plain.count, max_.ours.sooner) == (1, 1, None)
    assert (ada.ours.count, ada.looked) == (4, LOOKED)
    assert carl.ours.count == 0


async def test_that_it_takes_too_long_keeps_nobody_from_the_alerts(company: tuple[Store, dict[str, Member]]) -> None:
    store, _ = company
    await store.write(_order)
    hurried = Worker(patience=1e-6)
    try:
        await look_back(store, hurried, TODAY)
    finally:
        hurried.close()
    assert await store.read(looked_at) is None


def _order(session: Session) -> None:
    session.add(BookedOrderRow(customer_id=1, number="1", on_day=TODAY, amount_minor=100, currency="USD"))


async def test_alerts_that_were_told_are_counted_by_their_answers(company: tuple[Store, dict[str, Member]]) -> None:
    store, people = company
    with store.transaction() as session:
        states = [("answered", "planned", 1), ("answered", "seasonal", 2), ("told", None, 3), ("waiting", None, 0)]
        rows = [*states, ("withdrawn", None, -1), ("withdrawn", None, 1)]
        for number, (state, answer, hours) in enumerate(rows):
            session.add(_reminder(number, state, answer, settled_at=NOW + timedelta(hours=hours)))
    told = (await store.read(partial(fared, member=people["Anna"], today=TODAY))).told
    assert told == {Answer.PLANNED: 1, Answer.REASON: 1, Answer.NOTHING: 2}


def _reminder(number: int, state: str, answer: str | None, settled_at: datetime) -> ReminderRow:
    return ReminderRow(
        kind="slipping",
        subject_id=1,
        occasion=f"2026-01-{number + 1:02}",
        customer_id=1,
        day=TODAY,
        due_at=NOW,
        state=state,
        answer=answer,
        settled_at=settled_at,
    )
