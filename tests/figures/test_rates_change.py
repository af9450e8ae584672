"""A rate that is set or deleted counts every sum anew, and what has no rate is named."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial

import pytest
from sqlmodel import Session, select

from bot.jobs.foresight import Foresight
from papers.worker import Worker
from sales.exchange import Rate
from sales.hands import Hand
from sales.money import Money
from storage.company.company_settings import set_company
from storage.figures.keeping import keep_figures
from storage.figures.rates import all_rates, drop_rate, remember_currency, set_rate
from storage.figures.rebuilding import are_built, mark_built, start_with
from storage.figures.unpriced import unpriced
from storage.foresight.errands import recompute, recount
from storage.queues.jobs import Job
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.foresight import CustomerFiguresRow
from storage.tables.queues import JobRow
from tests.people.company import found_company

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)
TODAY = date(2026, 3, 3)
BY = Hand(None, NOW)
BAHT = Rate("THB", date(2026, 1, 1), Decimal("0.04"))


@pytest.fixture
def company(any_store: Store) -> Store:
    with any_store.transaction() as session:
        remember_currency(session, "SGD")
        anna = found_company(session)["Anna"]
        session.add(CustomerRow(name="Acme", owner_id=anna.id, created_at=NOW))
        session.flush()
        for number, currency in enumerate(("THB", "THB", "USD", "SGD")):
            session.add(
                BookedOrderRow(customer_id=1, number=str(number), on_day=TODAY, amount_minor=10_000, currency=currency)
            )
        session.flush()
        keep_figures(session, [1])
        mark_built(session, built=True)
    return any_store


def bought(session: Session) -> Money:
    row = session.get_one(CustomerFiguresRow, 1)
    return Money(row.ordered_minor, row.currency)


def jobs(session: Session) -> list[Job]:
    rows = session.exec(select(JobRow).order_by("id"))
    return [Job(row.id or 0, row.key, row.kind, row.facts) for row in rows]


def test_currencies_without_a_rate_are_named(company: Store) -> None:
    with company.transaction() as session:
        assert list(unpriced(session).items()) == [("THB", 2), ("USD", 1)]
        set_rate(session, BAHT, BY)
        assert unpriced(session) == {"USD": 1}


async def test_sums_are_counted_anew_at_once(company: Store, worker: Worker) -> None:
    foresight = Foresight(company, worker, lambda: NOW)
    # That the night's work of that day is put, or done, stands in nobody's way.
    await company.write(partial(recompute, now=NOW))
    await company.write(partial(set_rate, rate=BAHT, by=BY))
    await company.write(partial(recount, now=NOW))
    assert not await company.read(are_built)
    # At 17:00 UTC the next day has begun in Shanghai, where the company lives.
    assert {job.facts["day"] for job in await company.read(jobs)} == {"2026-03-03"}
    for job in await company.read(jobs):
        await foresight.do(job)
    assert await company.read(bought) == Money(10_000 + 2 * 400, "SGD")
    assert await company.read(are_built)


@pytest.mark.parametrize(("currency", "standing"), [("SGD", True), ("THB", False)])
async def test_a_start_with_another_currency_has_sums_counted_anew(
    company: Store, currency: str, *, standing: bool
) -> None:
    await company.write(partial(start_with, currency=currency))
    assert await company.read(are_built) is standing


async def test_what_setup_says_counts_whatever_the_start_says(company: Store) -> None:
    await company.write(partial(set_company, name="currency", value="SGD", by=BY))
    await company.write(partial(start_with, currency="THB"))
    assert await company.read(are_built)


async def test_a_rate_that_is_deleted_comes_back_as_it_was(company: Store) -> None:
    await company.write(partial(set_rate, rate=BAHT, by=BY))
    dropped = await company.write(partial(drop_rate, currency="THB", since=BAHT.since, by=BY))
    assert dropped == BAHT
    assert await company.read(all_rates) == []
    assert await company.write(partial(drop_rate, currency="THB", since=BAHT.since, by=BY)) is None
