"""Managers are asked to rate their A customers: one a day, the biggest first, not twice in half a year."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session

from sales.fields import RATED
from sales.hands import Hand
from sales.known import About, Statement
from storage.cards.facts import set_fact
from storage.care.about.rating_due import open_questions
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.care.reminders import Planned, plan
from storage.company.habits import keep_kind
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerScoreRow
from tests.people.company import Company, customer_of, found_company

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@pytest.fixture
def company(session: Session) -> Company:
    company = found_company(session)
    for name, grade, rank in (("Small", "A", 2), ("Big", "A", 1), ("Other", "B", 3)):
        number = customer_of(company, "Anna", name)
        session.get_one(CustomerRow, number).grade = grade
        session.add(CustomerScoreRow(customer_id=number, scored_on=TODAY, currency="USD", rank=rank))
    session.flush()
    keep_kind(session, member=company["Boris"].id, kind="rating_due", wanted=True)
    return company


def look(session: Session, days: int = 0) -> list[Planned]:
    at = Look(NOW + timedelta(days=days), TODAY + timedelta(days=days), ZoneInfo("UTC"))
    return list(PLANNERS["rating_due"](session, at))


def names(session: Session, planned: list[Planned]) -> list[str]:
    return [session.get_one(CustomerRow, one.customer_id).name for one in planned]


def test_the_biggest_first_and_one_a_day(session: Session, company: Company) -> None:
    asked = []
    for days in range(4):
        found = look(session, days)
        assert {one.member_id for one in found} <= {company["Boris"].id}
        plan(session, found)
        asked += names(session, found)
    assert asked == ["Big", "Small"]
    # In the next half of the year they are asked again.
    assert names(session, look(session, 183)) == ["Big"]


@pytest.mark.usefixtures("company")
def test_a_look_that_begins_anew_asks_nobody_twice_a_day(session: Session) -> None:
    plan(session, look(session))
    assert look(session) == []


def test_who_was_rated_lately_is_left_alone(session: Session, company: Company) -> None:
    number = next(one.customer_id for one in look(session) if one.customer_id)
    said = Statement("rated_size", "4")
    set_fact(session, said, of=About(number), by=Hand(company["Boris"].id, NOW - timedelta(days=181)))
    assert names(session, look(session)) == ["Small"]
    assert names(session, look(session, 2)) == ["Big"]


def test_it_is_over_once_all_is_answered(session: Session, company: Company) -> None:
    found = look(session)
    plan(session, found)
    row = session.get_one(ReminderRow, 1)
    assert open_questions(session, row) == {"questions": 7}
    for field in RATED:
        set_fact(session, Statement(field, "?"), of=About(row.customer_id or 0), by=Hand(company["Boris"].id, NOW))
    assert open_questions(session, row) is None


def test_nobody_is_asked_who_does_not_want_it(session: Session, company: Company) -> None:
    keep_kind(session, member=company["Boris"].id, kind="rating_due", wanted=False)
    assert look(session) == []
