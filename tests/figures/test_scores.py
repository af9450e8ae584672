"""A night works out everybody's classes and scores, and respects what people set by hand."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot.foresight.recomputing import recompute
from papers.worker import Worker
from sales.fields import GRADES
from sales.hands import Hand
from sales.known import About, Statement
from sales.tellings import Source
from storage.cards.facts import set_fact
from storage.foresight.summary import Summary, summary
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.facts import FactRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow, StageChangeRow
from tests.people.company import found_company

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)
TODAY = date(2026, 3, 3)
STEADY = 12
QUIET, LOST, PROSPECT = STEADY + 1, STEADY + 2, STEADY + 3
"""Ids of customers: twelve who order every week, one who stopped a while ago, one long ago, one who never did."""


@pytest.fixture
def company(any_store: Store) -> Store:
    with any_store.transaction() as session:
        anna = found_company(session)["Anna"]
        session.add_all(
            CustomerRow(name=f"Customer {number}", owner_id=anna.id, created_at=NOW)
            for number in range(1, PROSPECT + 1)
        )
        session.flush()
        for number in range(1, STEADY + 1):
            _orders(session, number, weeks=range(60), sum_=10_000 * number)
        _orders(session, QUIET, weeks=range(9, 60), sum_=900)
        _orders(session, LOST, weeks=range(40, 90), sum_=800)
    return any_store


def _orders(session: Session, customer: int, weeks: range, sum_: int) -> None:
    for week in weeks:
        day = TODAY - timedelta(weeks=week, days=1)
        order = BookedOrderRow(customer_id=customer, number=str(week), on_day=day, amount_minor=sum_, currency="USD")
        session.add(order)


def scores(session: Session) -> dict[int, CustomerScoreRow]:
    return {row.customer_id: row for row in session.exec(select(CustomerScoreRow))}


def standing(session: Session) -> dict[int, tuple[str | None, str]]:
    rows = session.exec(select(CustomerRow).order_by(col(CustomerRow.id)))
    return {row.id or 0: (row.grade, row.stage) for row in rows}


def changes(session: Session) -> list[tuple[int, str, str | None]]:
    rows = session.exec(select(StageChangeRow).order_by(col(StageChangeRow.customer_id)))
    return [(row.customer_id, row.stage, row.cause) for row in rows]


async def test_everybody_has_scores_in_the_morning(company: Store, worker: Worker) -> None:
    assert await recompute(company, worker, NOW, TODAY) == PROSPECT
    found = await company.read(scores)
    best, quiet, prospect = found[STEADY], found[QUIET], found[PROSPECT]
    assert (best.abc, best.rank, best.recency, best.stage) == ("A", 1, 3, "active")
    assert best.value_minor == 52 * 120_000
    assert (best.life_low_minor or 0) < (best.life_minor or 0) < (best.life_high_minor or 0)
    assert quiet.stage in ("slipping", "lost")
    assert (quiet.lost or 0) > 0.5 > (best.lost or 0)
    assert quiet.quiet_of_ten == round(10 * (quiet.lost or 0))
    assert best.expected_on == TODAY - timedelta(days=1) + timedelta(days=11)
    assert (prospect.abc, prospect.lost, prospect.life_minor, prospect.stage) == (None, None, None, "prospect")
    assert {row.abc for row in found.values()} == {*GRADES, None}
    assert await company.read(summary) == Summary("2026-03-03", PROSPECT, 14, sum(map(_year, found.values())), "USD")


def _year(row: CustomerScoreRow) -> int:
    return row.value_minor


async def test_class_and_stage_stand_on_the_cards_and_changes_are_remembered_once(
    company: Store, worker: Worker
) -> None:
    await recompute(company, worker, NOW, TODAY)
    cards = await company.read(standing)
    assert (cards[STEADY], cards[LOST], cards[PROSPECT]) == (("A", "active"), ("C", "lost"), (None, "prospect"))
    told = await company.read(changes)
    assert (LOST, "lost", "silent") in told
    await recompute(company, worker, NOW, TODAY, anew=True)
    assert await company.read(changes) == told


async def test_what_somebody_set_by_hand_stays(company: Store, worker: Worker) -> None:
    for field, value in (("grade", "A"), ("stage", "active")):
        said = Statement(field, value, None, Source.BUTTON)
        await company.write(partial(set_fact, said=said, of=About(LOST), by=Hand(None, NOW)))
    await recompute(company, worker, NOW, TODAY)
    assert (await company.read(standing))[LOST] == ("A", "active")
    assert (await company.read(scores))[LOST].abc == "C"


async def test_what_somebody_says_while_the_night_reckons_stays(company: Store, worker: Worker) -> None:
    await recompute(company, worker, NOW, TODAY)
    later = Hand(None, NOW + timedelta(minutes=1))
    await company.write(partial(set_fact, said=Statement("grade", "A"), of=About(LOST), by=later))
    await company.write(partial(_withdraw_facts, customer=LOST))
    said = {"stage": "active", "member_id": 1, "at": NOW + timedelta(minutes=1)}
    await company.write(partial(_say, customer=QUIET, said=said))
    await recompute(company, worker, NOW, TODAY)
    cards = await company.read(standing)
    assert (cards[LOST][0], cards[QUIET][1]) == ("A", "active")
    await recompute(company, worker, NOW + timedelta(minutes=2), TODAY)
    cards = await company.read(standing)
    assert cards[LOST][0] == "C"
    assert cards[QUIET][1] in ("slipping", "lost")


def _withdraw_facts(session: Session, *, customer: int) -> None:
    """As if the night had read before it was said."""
    for row in session.exec(select(FactRow).where(col(FactRow.customer_id) == customer)):
        row.live = False


def _say(session: Session, *, customer: int, said: dict[str, Any]) -> None:
    session.add(StageChangeRow(customer_id=customer, on_day=TODAY, **said))
    session.get_one(CustomerRow, customer).stage = said["stage"]


async def test_who_is_sold_to_no_more_has_no_score(company: Store, worker: Worker) -> None:
    await recompute(company, worker, NOW, TODAY)
    await company.write(partial(_relate, customer=LOST, relation="supplier"))
    await recompute(company, worker, NOW + timedelta(days=1), TODAY + timedelta(days=1))
    assert LOST not in await company.read(scores)
    assert QUIET in await company.read(scores)


def _relate(session: Session, *, customer: int, relation: str) -> None:
    session.get_one(CustomerRow, customer).relation = relation


async def test_figures_are_counted_on_the_first_night(company: Store, worker: Worker) -> None:
    await recompute(company, worker, NOW, TODAY)
    row = await company.read(lambda session: session.get_one(CustomerFiguresRow, LOST))
    assert (row.orders, row.usual_gap) == (50, 7.0)


async def test_a_company_without_orders_has_nothing_to_score(any_store: Store, worker: Worker) -> None:
    assert await recompute(any_store, worker, NOW, TODAY) == 0
    assert await any_store.read(summary) is None
