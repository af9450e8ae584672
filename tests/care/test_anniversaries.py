"""Days of persons and of customers that come round every year, and festivals: on both engines."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session

from sales.people import Member
from storage.care import reminders
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.company.habits import keep_kind
from storage.plans.agenda import agenda
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow
from tests.reminders.office import DAY, MONDAY, TODAY, customer, hire

LOOK = Look(MONDAY, TODAY, ZoneInfo("UTC"))


@pytest.fixture
def anna(session: Session) -> Member:
    return hire(session, "Anna")


def person(session: Session, at: int, name: str = "Sarah Tan", phone: str | None = None) -> int:
    row = ContactRow(customer_id=at, name=name, phone=phone)
    session.add(row)
    session.flush()
    return row.id or 0


def fact(session: Session, of: int, field: str, value: str, **more: Any) -> FactRow:  # noqa: ANN401 - columns
    values = {"customer_id": of, "field": field, "value": value, "source": "text", "at": MONDAY, **more}
    row = FactRow.model_validate(values)
    session.add(row)
    session.flush()
    return row


def planned(session: Session, kind: str = "anniversary", look: Look = LOOK) -> list[str]:
    found = list(PLANNERS[kind](session, look))
    reminders.plan(session, found)
    return [one.occasion for one in found]


def shown(session: Session, anna: Member) -> list[tuple[str, int]]:
    lines = agenda(session, anna, now=MONDAY).care
    return [(str(line.about.get("field", "")), line.about["years"]) for line in lines]


@pytest.mark.parametrize(
    ("told", "occasions"),
    [
        pytest.param("2021-03-03", ["2026-03-03"], id="the day before"),
        pytest.param("2021-03-02", ["2026-03-02"], id="the day itself"),
        pytest.param("2021-03-04", [], id="not two days before"),
        pytest.param("2021-03-01", [], id="nor the day after"),
        pytest.param("2026-03-03", [], id="the first day is none"),
    ],
)
@pytest.mark.parametrize("field", ["partner_since", "founded", "anniversary"])
def test_when_it_comes_round(session: Session, anna: Member, field: str, told: str, occasions: list[str]) -> None:
    acme = customer(session, anna).id or 0
    contact = person(session, acme) if field == "anniversary" else None
    fact(session, acme, field, told, contact_id=contact)
    assert planned(session) == occasions
    assert planned(session) == occasions
    assert len(agenda(session, anna, now=MONDAY).care) == len(occasions)


def test_29_february_is_kept_on_the_28th_in_common_years(session: Session, anna: Member) -> None:
    fact(session, customer(session, anna).id or 0, "founded", "2000-02-29")
    look = Look(datetime(2026, 2, 27, 8, tzinfo=UTC), date(2026, 2, 27), ZoneInfo("UTC"))
    assert planned(session, look=look) == ["2026-02-28"]


def test_it_says_which_day_and_how_many_years(session: Session, anna: Member) -> None:
    acme = customer(session, anna).id or 0
    fact(session, acme, "partner_since", "2021-03-03")
    fact(session, acme, "founded", "1996-03-03")
    planned(session)
    assert shown(session, anna) == [("partner_since", 5), ("founded", 30)]


def test_what_was_told_last_counts(session: Session, anna: Member) -> None:
    acme = customer(session, anna).id or 0
    fact(session, acme, "founded", "1996-03-03")
    planned(session)
    later = fact(session, acme, "founded", "1997-03-04", at=MONDAY + DAY)
    assert (planned(session), shown(session, anna)) == ([], [])

    later.live = False
    session.flush()
    assert shown(session, anna) == [("founded", 30)]


def test_of_a_customer_without_owner_or_merged_away_there_is_none(session: Session, anna: Member) -> None:
    for change in ({"owner_id": None}, {"withdrawn": True}):
        acme = customer(session, anna).id or 0
        fact(session, acme, "founded", "1996-03-03")
        session.get_one(CustomerRow, acme).sqlmodel_update(change)
        session.flush()
    assert planned(session) == []


def test_the_same_person_twice_is_one_line(session: Session, anna: Member) -> None:
    for name in ("Acme Tools", "Globex"):
        at = customer(session, anna, name).id or 0
        fact(session, at, "anniversary", "2010-03-03", contact_id=person(session, at))
    assert len(planned(session)) == 1


@pytest.mark.parametrize(
    ("phone", "today", "occasions"),
    [
        pytest.param("+6591230000", date(2026, 2, 16), ["spring:2026-02-17"], id="Singapore keeps the Spring Festival"),
        pytest.param("+491701234567", date(2026, 2, 16), [], id="Germany does not"),
        pytest.param("+491701234567", date(2026, 12, 24), ["christmas:2026-12-25"], id="but Christmas"),
        pytest.param("+8613912345678", date(2026, 12, 24), [], id="which China does not"),
        pytest.param("+8613912345678", date(2026, 9, 24), ["mid_autumn:2026-09-25"], id="15th of the eighth moon"),
        pytest.param("+8613912345678", date(2026, 6, 18), ["dragon_boat:2026-06-19"], id="5th of the fifth moon"),
        pytest.param("+8613912345678", date(2026, 9, 22), [], id="not three days before"),
    ],
)
def test_who_keeps_a_festival_by_the_country_of_the_number(
    session: Session, anna: Member, phone: str, today: date, occasions: list[str]
) -> None:
    keep_kind(session, member=anna.id, kind="festival", wanted=True)
    person(session, customer(session, anna).id or 0, phone=phone)
    look = Look(datetime.combine(today, MONDAY.timetz()), today, ZoneInfo("UTC"))
    found = [one for one in planned(session, "festival", look) if one.endswith(str(today + timedelta(days=1)))]
    assert found == occasions


def test_festivals_are_for_those_alone_who_want_them(session: Session, anna: Member) -> None:
    person(session, customer(session, anna).id or 0, phone="+6591230000")
    look = Look(datetime(2026, 2, 16, 8, tzinfo=UTC), date(2026, 2, 16), ZoneInfo("UTC"))
    assert planned(session, "festival", look) == []


def test_one_message_of_a_festival_for_all_customers(session: Session, anna: Member) -> None:
    keep_kind(session, member=anna.id, kind="festival", wanted=True)
    for name in ("Acme Tools", "Globex"):
        person(session, customer(session, anna, name).id or 0, phone="+6591230000")
    look = Look(datetime(2026, 2, 16, 8, tzinfo=UTC), date(2026, 2, 16), ZoneInfo("UTC"))
    assert planned(session, "festival", look) == ["spring:2026-02-17"]
