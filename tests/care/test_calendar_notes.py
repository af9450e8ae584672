"""What stands in whose calendar, and that the address ends where it must; on both engines."""

from datetime import date, time

import pytest
from sqlmodel import Session

from sales.care.calendar import Noted, Sort
from sales.tellings import Party
from storage.care import calendar_feeds
from storage.care.calendar_notes import noted
from storage.tables.care import CalendarFeedRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from tests.people.company import NOON, Company, customer_of
from tests.reminders.office import promise

TODAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)


def planned(company: Company, owner: str, customer: int | None, day: date | None, at: time | None = None) -> int:
    party = Party("Acme", customer) if customer else None
    return promise(company.session, company[owner], day, at, party)


def row_of(company: Company, follow_up: int) -> FollowUpRow:
    return company.session.get_one(FollowUpRow, follow_up)


def person(company: Company, customer: int, name: str, birthday: str, calendar: str | None = None) -> int:
    row = ContactRow(customer_id=customer, name=name, birthday=birthday, calendar=calendar)
    company.session.add(row)
    company.session.flush()
    return row.id or 0


def of(company: Company, name: str, today: date = TODAY) -> list[Noted]:
    return list(noted(company.session, company[name], today=today))


def test_plans_have_their_day_and_their_moment_if_a_time_was_told(company: Company) -> None:
    acme = customer_of(company, "Anna", "Acme")
    at_four, any_time = planned(company, "Anna", acme, FRIDAY, time(16)), planned(company, "Anna", None, FRIDAY)
    planned(company, "Anna", acme, None)

    first, second = of(company, "Anna")

    assert (first.name, first.customer, first.what) == (str(at_four), "Acme", "send the new quote")
    assert first.at is not None
    assert first.at.isoformat() == "2026-03-06T08:00:00+00:00"
    assert (second.name, second.at, second.customer) == (str(any_time), None, "")


def test_a_visit_is_one_and_what_is_done_is_gone(company: Company) -> None:
    visit, done = planned(company, "Anna", None, FRIDAY), planned(company, "Anna", None, FRIDAY)
    row_of(company, visit).purpose = "visit"
    row_of(company, done).state = "done"
    company.session.flush()

    assert [one.sort for one in of(company, "Anna")] == [Sort.VISIT]


def test_what_a_colleague_took_on_stands_in_theirs(company: Company) -> None:
    acme = customer_of(company, "Anna", "Acme")
    number = planned(company, "Anna", acme, FRIDAY)
    row_of(company, number).given_to = company.members["Boris"]
    company.session.flush()
    before = of(company, "Boris")
    row_of(company, number).accepted = True
    company.session.flush()

    assert before == []
    assert [one.name for one in of(company, "Boris")] == [str(number)]


def test_a_customer_who_went_to_somebody_else_is_gone_with_all(company: Company) -> None:
    acme = customer_of(company, "Anna", "Acme")
    planned(company, "Anna", acme, FRIDAY, time(16))
    person(company, acme, "S. Lee", "--05-01")
    assert len(of(company, "Anna")) == 2

    row = company.session.get_one(CustomerRow, acme)
    row.owner_id, row.team_id = company.members["Max"], company.teams["West"]
    company.session.flush()

    assert of(company, "Anna") == []


def test_birthdays_are_those_of_own_customers_not_of_all_that_a_manager_sees(company: Company) -> None:
    person(company, customer_of(company, "Anna", "Acme"), "S. Lee", "--05-01")
    person(company, customer_of(company, "Boris", "Globex"), "T. Ray", "1980-05-02")

    assert [one.what for one in of(company, "Boris")] == ["T. Ray"]
    assert of(company, "Carl") == []


def test_a_solar_birthday_stands_there_once_with_its_rule(company: Company) -> None:
    acme = customer_of(company, "Anna", "Acme")
    person(company, acme, "S. Lee", "1980-02-29")

    (found,) = of(company, "Anna")

    assert (found.day, found.yearly) == (date(2027, 2, 28), "02-29")


def test_a_lunar_birthday_stands_there_the_next_three_times(company: Company) -> None:
    acme = customer_of(company, "Anna", "Acme")
    number = person(company, acme, "王总", "--08-15", "lunar")

    found = of(company, "Anna")

    assert [one.day.isoformat() for one in found] == ["2026-09-25", "2027-09-15", "2028-10-03"]
    assert [one.name for one in found] == [f"{number}-{one.day}" for one in found]
    assert {one.yearly for one in found} == {""}


def test_whoever_wants_no_greetings_or_is_gone_is_left_out(company: Company) -> None:
    acme = customer_of(company, "Anna", "Acme")
    shy, gone = person(company, acme, "S. Lee", "--05-01"), person(company, acme, "T. Ray", "--05-02")
    company.session.get_one(ContactRow, shy).greetings = False
    company.session.get_one(ContactRow, gone).withdrawn = True
    company.session.flush()

    assert of(company, "Anna") == []


def test_a_new_address_ends_the_old_one_and_only_a_digest_is_kept(company: Company) -> None:
    session, anna = company.session, company.members["Anna"]
    old = calendar_feeds.renew(session, anna, now=NOON)
    opened = calendar_feeds.whose(session, old)
    new = calendar_feeds.renew(session, anna, now=NOON)

    assert opened is not None
    assert opened.id == anna
    assert calendar_feeds.whose(session, old) is None
    assert calendar_feeds.whose(session, new) is not None
    assert new not in session.get_one(CalendarFeedRow, anna).address_digest


def test_an_address_that_is_switched_off_leads_nowhere(company: Company) -> None:
    session, anna = company.session, company.members["Anna"]
    token = calendar_feeds.renew(session, anna, now=NOON)
    calendar_feeds.switch_off(session, anna)
    calendar_feeds.switch_off(session, anna)

    assert calendar_feeds.whose(session, token) is None
    assert calendar_feeds.since(session, anna) is None


@pytest.mark.parametrize("token", ["", "x", "%", "王", "0" * 10_000])
def test_a_guess_leads_nowhere(company: Company, token: str) -> None:
    calendar_feeds.renew(company.session, company.members["Anna"], now=NOON)
    assert calendar_feeds.whose(company.session, token) is None


def test_the_calendar_ends_when_its_member_leaves(company: Company, session: Session) -> None:
    token = calendar_feeds.renew(session, company.members["Anna"], now=NOON)
    session.get_one(MemberRow, company.members["Anna"]).active = False
    session.flush()

    assert calendar_feeds.whose(session, token) is None
