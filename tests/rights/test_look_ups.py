"""The look-up budget: so many different customers' cards a day, a polite refusal, one notice to the manager."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from handlers.cards.looking import look
from sales.company_settings import PREFIX, CompanySettings, Step
from storage.company import look_ups
from storage.company.settings import set_setting
from storage.tables.events import EventRow
from storage.tables.queues import OutboxRow
from tests.people.company import NOON, Company, customer_of
from tests.people.desks import carried_out, desk, texts

SETTING = PREFIX + Step.LOOK_UPS


@pytest.fixture
def customers(session: Session, company: Company) -> list[int]:
    set_setting(session, SETTING, 2)
    return [customer_of(company, "Anna", name) for name in ("Acme", "Globex", "Initech")]


def open_card(session: Session, company: Company, customer: int, *, days: int = 0) -> list[OutboxRow]:
    at = NOON + timedelta(days=days)
    return carried_out(session, look(desk(session, company["Anna"], at=at), customer), at=at)


def test_as_many_different_customers_as_the_day_allows(
    session: Session, company: Company, customers: list[int]
) -> None:
    kinds = [[row.kind for row in open_card(session, company, one)] for one in (*customers[:2], *customers[:2])]
    assert kinds == [["customer"]] * 4


def test_the_next_one_is_refused_and_the_manager_hears_of_it_once(
    session: Session, company: Company, customers: list[int]
) -> None:
    for one in customers[:2]:
        open_card(session, company, one)
    first, second = (open_card(session, company, customers[2]) for _ in range(2))
    assert texts(first)[0].startswith("You have opened 2 different customers today")
    assert [(row.kind, row.member_id) for row in first[1:]] == [("look_ups", company.members["Boris"])]
    assert [row.kind for row in second] == ["said"]


def test_tomorrow_it_goes_on(session: Session, company: Company, customers: list[int]) -> None:
    for one in customers:
        open_card(session, company, one)
    assert [row.kind for row in open_card(session, company, customers[2], days=1)] == ["customer"]


def test_looks_and_refusals_are_on_the_trail(session: Session, company: Company, customers: list[int]) -> None:
    for one in customers:
        open_card(session, company, one)
    trail = [(row.action, row.subject_id) for row in session.exec(select(EventRow).order_by(col(EventRow.id)))]
    assert trail == [
        ("customer.seen", customers[0]),
        ("customer.seen", customers[1]),
        ("customer.refused", None),
    ]


def test_what_the_manager_reads(session: Session, company: Company, customers: list[int]) -> None:
    for one in customers:
        open_card(session, company, one)
    told = look_ups.many(session, company["Boris"], looker=company.members["Anna"], day=NOON.date())
    assert told is not None
    assert (told.name, told.count) == ("Anna", 2)
    assert look_ups.many(session, company["Max"], looker=company.members["Anna"], day=NOON.date()) is None


def test_a_setting_that_is_no_number_counts_as_the_usual(session: Session) -> None:
    set_setting(session, SETTING, "many")
    assert look_ups.budget(session) == CompanySettings().look_ups_a_day
