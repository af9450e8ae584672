"""Whose birthday is planned: by class, by zone, each person once, nobody who wants none, and nothing twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.known import About, Statement
from storage.cards import facts
from storage.care import agenda_lines, greeted
from storage.care.about.celebrations import birthday
from storage.care.planners import PLANNERS
from storage.care.planning.celebrating import BIRTHDAYS
from storage.care.planning.look import Look
from storage.care.reminders import State, plan
from storage.company.company_settings import set_company
from storage.tables.care import ReminderRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.people import MemberRow
from tests.people.company import Company, customer_of

SHANGHAI = ZoneInfo("Asia/Shanghai")
NIGHT = datetime(2026, 3, 1, 17, tzinfo=UTC)
"""One o'clock on Monday 2 March in Shanghai."""
TODAY = date(2026, 3, 2)


def person(company: Company, customer: int, name: str, birthday: str, **more: object) -> int:
    row = ContactRow(customer_id=customer, name=name, birthday=birthday, calendar=str(more.pop("calendar", "solar")))
    for column, value in more.items():
        setattr(row, column, value)
    company.session.add(row)
    company.session.flush()
    return row.id or 0


def looked(session: Session, kind: str, now: datetime = NIGHT) -> list[tuple[int, str]]:
    """What the look at that moment plans of the kind: who, and on which day; all is put on record."""
    look = Look(now, now.astimezone(SHANGHAI).date(), SHANGHAI)
    found = list(PLANNERS[kind](session, look))
    plan(session, found)
    return [(one.subject_id, one.occasion) for one in found]


def look_all(session: Session, now: datetime = NIGHT) -> None:
    for kind in BIRTHDAYS:
        looked(session, kind, now)


def rows(session: Session) -> list[ReminderRow]:
    session.expire_all()
    return list(session.exec(select(ReminderRow).order_by(col(ReminderRow.id))))


@pytest.fixture
def acme(company: Company) -> int:
    return customer_of(company, "Anna", "Acme Tools")


@pytest.mark.parametrize(
    ("told", "calendar"),
    [
        pytest.param("1980-03-04", "solar", id="by the sun, with a year"),
        pytest.param("--03-04", "solar", id="without a year"),
        pytest.param("--01-16", "lunar", id="by the moon: a lunar date without a year stays lunar"),
        pytest.param("1980-01-16", "lunar", id="by the moon, with a year"),
        pytest.param("--01+-16", "lunar", id="in a leap month that this year lacks"),
    ],
)
def test_the_evening_before(session: Session, company: Company, acme: int, told: str, calendar: str) -> None:
    lee = person(company, acme, "S. Lee", told, calendar=calendar)
    assert looked(session, "birthday_eve", NIGHT + timedelta(days=1)) == [(lee, "2026-03-04")]
    assert rows(session)[0].due_at == datetime(2026, 3, 3, 10, tzinfo=UTC)
    assert looked(session, "birthday", NIGHT + timedelta(days=2)) == [(lee, "2026-03-04")]
    assert rows(session)[1].due_at == datetime(2026, 3, 4, 0, 30, tzinfo=UTC)


def test_a_gift_is_thought_of_by_class(session: Session, company: Company, acme: int) -> None:
    set_company(session, name="gift", value={"A": 7, "B": 5}, by=Hand(company.members["Ada"], NIGHT))
    session.get_one(CustomerRow, acme).grade = "A"
    others = {grade: customer_of(company, "Anna", f"Class {grade}") for grade in "BC"}
    for grade, number in others.items():
        session.get_one(CustomerRow, number).grade = grade
    lee = person(company, acme, "S. Lee", "--03-08")
    person(company, others["B"], "B. Tan", "--03-08")
    person(company, others["C"], "C. Lim", "--03-05")
    assert looked(session, "birthday_gift") == [(lee, "2026-03-08")]
    set_company(session, name="gift", value={}, by=Hand(company.members["Ada"], NIGHT))
    assert looked(session, "birthday_gift", NIGHT + timedelta(days=2)) == []


@pytest.mark.parametrize(("day", "there"), [(8, True), (9, False)])
def test_no_gift_once_the_birthday_is_over(
    session: Session, company: Company, acme: int, day: int, *, there: bool
) -> None:
    """Put off over the day, too, when by its moment alone it would last a week longer."""
    person(company, acme, "S. Lee", "--03-08")
    assert looked(session, "birthday_gift", NIGHT + timedelta(days=4))
    (gift,) = rows(session)
    gift.state, gift.due_at = State.OPEN, datetime(2026, 3, 7, tzinfo=UTC)
    noon = datetime(2026, 3, day, 4, tzinfo=UTC)
    lines = agenda_lines.of(session, company["Anna"], now=noon, until=noon).lines
    assert [line.kind for line in lines] == ["birthday_gift"] * there


def test_the_hours_are_the_owners(session: Session, company: Company, acme: int) -> None:
    owner = session.get_one(MemberRow, company.members["Anna"])
    owner.zone, owner.habits = "America/New_York", {"wrap": "17:30", "agenda": "07:15"}
    person(company, acme, "S. Lee", "--03-03")
    look_all(session)
    due = {row.kind: row.due_at for row in rows(session)}
    assert due["birthday_eve"] == datetime(2026, 3, 2, 22, 30, tzinfo=UTC)
    assert due["birthday"] == datetime(2026, 3, 3, 12, 15, tzinfo=UTC)


def test_a_zone_that_nobody_knows_stops_nobody_else(session: Session, company: Company, acme: int) -> None:
    session.get_one(MemberRow, company.members["Anna"]).zone = "Mars/Base"
    person(company, acme, "S. Lee", "--03-03")
    west = person(company, customer_of(company, "Max", "Globex"), "T. Wong", "--03-03")
    assert looked(session, "birthday_eve") == [(west, "2026-03-03")]


def test_told_in_the_evening_for_tomorrow(session: Session, company: Company, acme: int) -> None:
    lee = person(company, acme, "S. Lee", "--03-03")
    at_eight, at_eleven = (datetime(2026, 3, 2, hour, tzinfo=UTC) for hour in (12, 15))
    assert looked(session, "birthday_eve", at_eleven) == []
    assert looked(session, "birthday_eve", at_eight) == [(lee, "2026-03-03")]
    assert rows(session)[0].due_at == at_eight


def test_told_in_the_afternoon_of_the_day(session: Session, company: Company, acme: int) -> None:
    person(company, acme, "S. Lee", "--03-02")
    assert looked(session, "birthday", datetime(2026, 3, 2, 5, tzinfo=UTC)) == []
    assert len(looked(session, "birthday", datetime(2026, 3, 2, 3, tzinfo=UTC))) == 1


@pytest.mark.parametrize(
    "twin",
    [
        pytest.param({"name": "s. lee", "birthday": "1980-03-03"}, id="same name and birthday"),
        pytest.param({"phone": "+6591234567", "birthday": "--03-04"}, id="same name and telephone, another day"),
    ],
)
def test_one_person_as_two_contacts_is_greeted_once(
    session: Session, company: Company, acme: int, twin: dict[str, str]
) -> None:
    lee = person(company, acme, "S. Lee", "--03-03", phone="+6591234567")
    person(company, customer_of(company, "Anna", "Globex"), **{"name": "S. Lee", **twin})
    for days in range(3):
        look_all(session, NIGHT + timedelta(days=days))
    assert {row.subject_id for row in rows(session)} == {lee}
    assert [row.kind for row in rows(session)] == ["birthday_eve", "birthday"]


def test_others_of_that_name_are_others(session: Session, company: Company, acme: int) -> None:
    person(company, acme, "S. Lee", "1980-03-03")
    person(company, acme, "S. Lee", "1985-03-03")
    person(company, customer_of(company, "Max", "Globex"), "S. Lee", "1980-03-03")
    assert len(looked(session, "birthday_eve")) == 3


@pytest.mark.parametrize("column", ["greetings", "withdrawn"])
def test_who_wants_none_gets_none(session: Session, company: Company, acme: int, column: str) -> None:
    person(company, acme, "S. Lee", "--03-03", **{column: column == "withdrawn"})
    person(company, customer_of(company, None, "Pool", team="East"), "P. Ool", "--03-03")
    look_all(session)
    assert rows(session) == []


def test_no_greetings_holds_for_every_contact_of_that_person(session: Session, company: Company, acme: int) -> None:
    person(company, acme, "S. Lee", "--03-03", greetings=False)
    person(company, customer_of(company, "Anna", "Globex"), "S. Lee", "--03-03")
    assert looked(session, "birthday_eve") == []


def test_an_edit_adds_no_second_greeting(session: Session, company: Company, acme: int) -> None:
    lee, by = person(company, acme, "S. Lee", "--03-03"), Hand(company.members["Anna"], NIGHT)
    look_all(session)
    eve = rows(session)[0]
    eve.state = State.TOLD
    assert greeted.settle(session, reminder=eve.id or 0, answer="sent", by=by)
    facts.set_fact(
        session, Statement("birthday", "--03-05"), of=About(acme, lee), by=replace(by, now=NIGHT + timedelta(days=1))
    )
    assert session.get_one(ContactRow, lee).birthday in ("--03-04", "--03-05")
    for days in range(4):
        look_all(session, NIGHT + timedelta(days=days))
    assert [(row.kind, row.occasion) for row in rows(session)] == [
        ("birthday_eve", "2026-03-03"),
        ("birthday", "2026-03-03"),
    ]


def test_what_was_planned_for_another_day_has_lost_its_point(session: Session, company: Company, acme: int) -> None:
    lee, by = person(company, acme, "S. Lee", "--03-03"), Hand(company.members["Anna"], NIGHT)
    look_all(session)
    facts.set_fact(
        session, Statement("birthday", "--03-04"), of=About(acme, lee), by=replace(by, now=NIGHT + timedelta(days=1))
    )
    assert session.get_one(ContactRow, lee).birthday in ("--03-04", "--03-05")
    look_all(session, NIGHT + timedelta(days=1))
    standing = [row for row in rows(session) if birthday(session, row)]
    assert [(row.kind, row.occasion) for row in standing] == [
        ("birthday_eve", "2026-03-04"),
        ("birthday", "2026-03-04"),
    ]


def test_skipped_means_this_year(session: Session, company: Company, acme: int) -> None:
    person(company, acme, "S. Lee", "--03-05")
    look_all(session)
    (gift,) = (row for row in rows(session) if row.kind == "birthday_gift")
    by = Hand(company.members["Anna"], NIGHT)
    assert greeted.settle(session, reminder=gift.id or 0, answer="skipped", by=by)
    for days in range(4):
        look_all(session, NIGHT + timedelta(days=days))
    assert {row.answer for row in rows(session)} == {"skipped"}
    assert looked(session, "birthday_eve", datetime(2027, 3, 3, 17, tzinfo=UTC)) != []


def test_no_greetings_can_be_taken_back(session: Session, company: Company, acme: int) -> None:
    lee, by = person(company, acme, "S. Lee", "--03-03"), Hand(company.members["Anna"], NIGHT)
    look_all(session)
    eve, day = rows(session)
    eve.state = State.TOLD
    assert greeted.settle(session, reminder=eve.id or 0, answer="no_greetings", by=by)
    assert not greeted.settle(session, reminder=eve.id or 0, answer="sent", by=by)
    assert not session.get_one(ContactRow, lee).greetings
    assert day.state == State.ANSWERED
    assert greeted.take_back(session, reminder=eve.id or 0, by=by)
    assert session.get_one(ContactRow, lee).greetings
    assert (eve.state, day.state) == (State.TOLD, State.WAITING)
    assert not greeted.take_back(session, reminder=eve.id or 0, by=by)
