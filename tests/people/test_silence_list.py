"""Who sees which silences in /slipping, by team and page, and what a line says: on both engines."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta

import pytest
from sqlmodel import Session

from sales.customers import Stage
from sales.hands import Hand
from sales.money import Money
from sales.scores.stage_reasons import LossCause, Why
from storage.company.settings import set_setting
from storage.foresight import silences
from storage.foresight.silence_list import silence, silence_page
from storage.foresight.silences import Word
from storage.foresight.summary import Summary
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow, StageChangeRow
from tests.people.company import NOON, Company, customer_of, found_company

TODAY = NOON.date()
DAY = timedelta(days=1)


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


def quiet(company: Company, owner: str, name: str, value: int = 100_000, stage: Stage = Stage.SLIPPING) -> int:
    number, session = customer_of(company, owner, name), company.session
    session.get_one(CustomerRow, number).stage = stage
    figures = CustomerFiguresRow(
        customer_id=number, orders=9, last_order=TODAY - 58 * DAY, usual_gap=21.0, currency="USD"
    )
    score = CustomerScoreRow(
        customer_id=number,
        scored_on=TODAY,
        currency="USD",
        lost=0.8,
        expected_on=TODAY - 26 * DAY,
        value_minor=value,
        stage=stage,
        why=Why.OVERDUE,
    )
    session.add_all([figures, score])
    session.flush()
    return number


def names(company: Company, who: str, *, team: str = "", page: int = 1, size: int = 8) -> list[str]:
    chosen = company.teams[team] if team else 0
    shown = silence_page(company.session, company[who], team=chosen, page=page, size=size)
    return [line.name for line in shown.lines]


def test_everybody_sees_those_whose_orders_they_may_see_the_costliest_first(company: Company) -> None:
    quiet(company, "Anna", "Acme")
    quiet(company, "Anna", "Big", value=900_000)
    quiet(company, "Max", "Globex")
    assert names(company, "Anna") == ["Big", "Acme"]
    assert names(company, "Boris") == ["Big", "Acme"]
    assert names(company, "Max") == ["Globex"]
    assert names(company, "Dora") == names(company, "Ada") == ["Big", "Acme", "Globex"]
    # Customer care sees the customers, and nothing of their orders.
    assert names(company, "Carl") == names(company, "小李") == []


def test_a_leader_of_several_teams_chooses_one(session: Session, company: Company) -> None:
    quiet(company, "Anna", "Acme")
    quiet(company, "Max", "Globex")
    assert names(company, "Dora", team="West") == ["Globex"]
    assert names(company, "Boris", team="West") == []
    shown = silence_page(session, company["Boris"], team=0, page=1, size=8)
    assert ([name for _, name in shown.teams], shown.owners) == (["East", "South"], True)
    assert silence_page(session, company["Anna"], team=0, page=1, size=8).teams == ()


def test_pages_end_where_there_are_no_more(session: Session, company: Company) -> None:
    for number in range(3):
        quiet(company, "Anna", f"Customer {number}", value=1_000 - number)
    assert names(company, "Anna", page=2, size=2) == ["Customer 2"]
    assert names(company, "Anna", page=9, size=2) == ["Customer 2"]
    assert silence_page(session, company["Anna"], team=0, page=1, size=2).pages == 2


def test_lost_and_won_back_come_after_them_with_their_causes(session: Session, company: Company) -> None:
    back, lost = quiet(company, "Anna", "Back", stage=Stage.WON_BACK), quiet(company, "Anna", "Lost", stage=Stage.LOST)
    quiet(company, "Anna", "Quiet", value=1)
    for number, stage, cause in ((back, Stage.WON_BACK, "offer"), (lost, Stage.LOST, "silent")):
        session.add(StageChangeRow(customer_id=number, on_day=TODAY, stage=stage, cause=cause, at=NOON))
        session.flush()
    shown = silence_page(session, company["Anna"], team=0, page=1, size=8)
    told = [(line.name, line.cause and line.cause.value, line.said_lost) for line in shown.lines]
    assert told == [("Quiet", None, False), ("Lost", "silent", False), ("Back", "offer", False)]
    assert (shown.total, shown.counts[Stage.LOST]) == (3, 1)


def test_who_ordered_since_the_last_night_is_not_listed(session: Session, company: Company) -> None:
    acme = quiet(company, "Anna", "Acme")
    session.get_one(CustomerFiguresRow, acme).last_order = TODAY
    session.flush()
    assert names(company, "Anna") == []


def test_one_of_them_for_those_alone_who_see_their_orders(session: Session, company: Company) -> None:
    acme = quiet(company, "Anna", "Acme")
    shown = silence(session, company["Boris"], customer=acme, today=TODAY)
    assert shown is not None
    assert (shown.owner, shown.gap, shown.value, shown.about["gap"]) == ("Anna", 21, Money(100_000, "USD"), 21)
    assert silence(session, company["Max"], customer=acme, today=TODAY) is None
    assert silence(session, company["Carl"], customer=acme, today=TODAY) is None


def test_who_was_given_up_by_somebody_can_be_taken_back(session: Session, company: Company) -> None:
    acme, anna = quiet(company, "Anna", "Acme"), company["Anna"]
    session.get_one(CustomerRow, acme).stage = Stage.LOST
    change = StageChangeRow(
        customer_id=acme, on_day=TODAY, stage=Stage.LOST, cause=LossCause.PRICE, member_id=anna.id, at=NOON
    )
    session.add(change)
    session.flush()
    shown = silence(session, anna, customer=acme, today=TODAY)
    assert shown is not None
    assert (shown.said_lost, shown.cause) == (True, LossCause.PRICE)
    silences.keep(session, word=Word(acme, TODAY, Hand(anna.id, NOON)))
    shown = silence(session, anna, customer=acme, today=TODAY)
    assert shown is not None
    assert (shown.stage, shown.said_lost) == (Stage.SLIPPING, False)


def test_before_the_first_night_nobody_has_looked(session: Session) -> None:
    company = found_company(session)
    assert not silence_page(session, company["Boris"], team=0, page=1, size=8).looked
    night = Summary(TODAY.isoformat(), customers=0, buyers=0, total_minor=0, currency="USD")
    set_setting(session, "foresight.summary", asdict(night))
    assert silence_page(session, company["Boris"], team=0, page=1, size=8).looked
