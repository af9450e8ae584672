"""Customers of the company of the stories, with what a plan of visits is made from."""

from datetime import date, datetime, timedelta

from sales.tellings import Party
from storage.tables.access import AbsenceRow
from storage.tables.customers import CustomerRow
from storage.tables.facts import FactRow
from storage.tables.followups import FollowUpRow
from storage.tables.foresight import CustomerScoreRow
from storage.tables.tellings import ComplaintRow
from tests.people.company import NOON, Company, customer_of
from tests.people.entries import put_entry
from tests.reminders.office import promise

LONG_AGO = NOON - timedelta(days=400)
MONDAY = date(2026, 3, 2)
NEXT = MONDAY + timedelta(days=7)
PUDONG, HONGQIAO, SUZHOU = "31.22,121.54", "31.20,121.33", "31.30,120.60"


def known(company: Company, owner: str, name: str, **columns: object) -> int:
    """A customer that is long on record."""
    number = customer_of(company, owner, name)
    row = company.session.get_one(CustomerRow, number)
    row.created_at = LONG_AGO
    for column, value in columns.items():
        setattr(row, column, value)
    company.session.flush()
    return number


def says(company: Company, customer: int, field: str, value: str, at: datetime = NOON) -> None:
    company.session.add(FactRow(customer_id=customer, field=field, value=value, source="text", at=at))
    company.session.flush()


def scored(company: Company, customer: int, expected_on: date | None, lost: float | None = None) -> None:
    row = CustomerScoreRow(customer_id=customer, scored_on=MONDAY, currency="CNY", expected_on=expected_on, lost=lost)
    company.session.add(row)
    company.session.flush()


def complains(company: Company, owner: str, customer: int, state: str = "open") -> None:
    entry = put_entry(company.session, company[owner].id, (customer, "complaint"), MONDAY, NOON)
    company.session.add(ComplaintRow(entry_id=entry.id or 0, customer_id=customer, state=state))
    company.session.flush()


def visits(company: Company, owner: str, customer: int, day: date) -> int:
    entry = put_entry(company.session, company[owner].id, (customer, "visit"), day, NOON)
    return entry.id or 0


def promises(company: Company, owner: str, customer: int, day: date, purpose: str = "") -> int:
    number = promise(company.session, company[owner], day, None, Party("", customer))
    company.session.get_one(FollowUpRow, number).purpose = purpose
    company.session.flush()
    return number


def away(company: Company, owner: str, first: date, last: date, state: str = "planned") -> None:
    row = AbsenceRow(member_id=company[owner].id, first_day=first, last_day=last, asked_at=NOON, state=state)
    company.session.add(row)
    company.session.flush()
