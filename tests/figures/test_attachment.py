"""A night writes loyalty and rating beside the scores, from complaints, feedback, answers, orders and debts."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from sqlmodel import Session

from bot.foresight.recomputing import recompute
from papers.worker import Worker
from sales.fields import RATED, UNKNOWN
from sales.hands import Hand
from sales.known import About, Statement
from sales.scores.rating import Asked, Criterion, field_of
from storage.cards.facts import set_fact
from storage.figures.keeping import keep_figures
from storage.foresight.evidence import evidence_of
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow, ReceivableRow
from storage.tables.foresight import CustomerScoreRow
from storage.tables.tellings import ComplaintRow
from tests.people.company import found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)
TODAY = date(2026, 3, 3)
RATED_ONE, OTHER = 1, 2


@pytest.fixture
def company(any_store: Store) -> Store:
    with any_store.transaction() as session:
        anna = found_company(session)["Anna"]
        session.add_all(
            CustomerRow(name=f"Customer {number}", owner_id=anna.id, created_at=NOW) for number in (RATED_ONE, OTHER)
        )
        session.flush()
        for customer in (RATED_ONE, OTHER):
            for week in range(1, 61):
                day = TODAY - timedelta(weeks=week)
                session.add(
                    BookedOrderRow(
                        customer_id=customer, number=str(week), on_day=day, amount_minor=10_000, currency="USD"
                    )
                )
        session.flush()
        keep_figures(session, (RATED_ONE, OTHER))
        _told(session, anna.id)
    return any_store


def _told(session: Session, member: int) -> None:
    complaint = put_entry(session, member, (RATED_ONE, "complaint"), TODAY, NOW, severity="high")
    session.add(ComplaintRow(entry_id=complaint.id or 0, customer_id=RATED_ONE))
    for sentiment in ("positive", "neutral"):
        put_entry(session, member, (RATED_ONE, "feedback"), TODAY, NOW, sentiment=sentiment)


def tap(session: Session, asked: Asked, value: str, *, now: datetime = NOW) -> None:
    set_fact(session, Statement(field_of(asked), value), of=About(RATED_ONE), by=Hand(None, now))


def scores(session: Session, customer: int) -> tuple[int | None, int | None, int | None]:
    row = session.get_one(CustomerScoreRow, customer)
    return row.loyalty, row.rating, row.rating_known


def test_every_question_has_its_field() -> None:
    assert RATED.keys() == {field_of(asked) for asked in Asked}


async def test_a_night_writes_loyalty_and_rating(company: Store, worker: Worker) -> None:
    for asked in (Asked.SIZE, Asked.FINANCES, Asked.PURCHASING_POWER, Asked.SHARE):
        await company.write(partial(tap, asked=asked, value="4"))
    await recompute(company, worker, NOW, TODAY)
    # Share 75 %, one grave open complaint (a half), one of two words of praise counts (2/3).
    loyalty = round(100 * (50 * 0.75 + 25 * 0.5 + 25 * 2 / 3) / 100)
    assert await company.read(partial(scores, customer=RATED_ONE)) == (loyalty, 69, 60)
    assert await company.read(partial(scores, customer=OTHER)) == (None, None, 15)


async def test_what_was_known_and_is_not_any_more_goes(company: Store, worker: Worker) -> None:
    old = NOW - timedelta(days=600)
    for asked in (Asked.SIZE, Asked.FINANCES, Asked.PURCHASING_POWER):
        await company.write(partial(tap, asked=asked, value="4", now=old))
    await recompute(company, worker, old, old.date() + timedelta(days=1))
    await recompute(company, worker, NOW, TODAY)
    assert (await company.read(partial(scores, customer=RATED_ONE)))[1:] == (None, 15)


async def test_dont_know_takes_nothing_back(company: Store) -> None:
    for value in ("5", UNKNOWN):
        await company.write(partial(tap, asked=Asked.GROWTH, value=value))
    found = (await company.read(partial(evidence_of, customers=[RATED_ONE], today=TODAY)))[RATED_ONE]
    assert [answer.value for answer in found.answers] == [5, None]
    assert found.rating(TODAY).known == 30


async def test_paid_invoices_tell_how_they_pay(company: Store) -> None:
    def owed(session: Session) -> None:
        due = TODAY - timedelta(days=40)
        for number, late in enumerate((0, 2, 30)):
            session.add(
                ReceivableRow(
                    customer_id=RATED_ONE,
                    number=str(number),
                    due_day=due,
                    open_minor=100,
                    currency="USD",
                    live=False,
                    paid_day=due + timedelta(days=late),
                )
            )
        session.flush()

    await company.write(owed)
    found = (await company.read(partial(evidence_of, customers=[RATED_ONE], today=TODAY)))[RATED_ONE]
    # Two of three came in time: 2 of 5.
    values = {one.criterion: one.value for one in found.rating(TODAY).criteria}
    assert values[Criterion.RELIABILITY] == 2
