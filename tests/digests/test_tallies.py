"""All that is counted together is what is counted one by one."""

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlmodel import Session

from sales.digests import Asked, Pace, compared, until
from sales.exchange import Rate
from sales.hands import Hand
from sales.kinds import Category, Kind
from sales.measures import By, Measure, Tally
from storage.digests.tallies import Tallies, tallies
from storage.figures.rates import remember_currency, set_rate
from storage.measures.counting import count
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.tellings import ComplaintRow
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 19, 10, 30, tzinfo=UTC)
TODAY = date(2026, 3, 19)
COUNTED = (
    *(Measure.VISITS, Measure.CALLS, Measure.ORDERS, Measure.ORDERED, Measure.PAID),
    *(Measure.NEW_CUSTOMERS, Measure.COMPLAINTS, Measure.SOLVED, Measure.FEEDBACK),
)
KINDS = (Kind.VISIT, Kind.CALL, Kind.ORDER, Kind.PAYMENT, Kind.COMPLAINT, Kind.FEEDBACK, Kind.NOTE)


@pytest.fixture
def company(session: Session) -> Company:
    """A book of half a year, made by dice that fall the same each time."""
    remember_currency(session, "USD")
    there, dice = found_company(session), random.Random(7)  # noqa: S311 - the same each time
    set_rate(session, Rate("CNY", date(2025, 1, 1), Decimal("0.14")), Hand(None, NOW))
    for number in range(12):
        who = dice.choice(["Anna", "Rita", "小李", "Max", None])
        customer = customer_of(there, who, f"C{number}", team=dice.choice(["East", "West", "South"]))
        made = NOW - timedelta(days=dice.randrange(180))
        session.get_one(CustomerRow, customer).created_at = made
    for number in range(300):
        _happen(there, dice, number)
    session.flush()
    return there


def _happen(company: Company, dice: random.Random, number: int) -> None:
    session, customer, kind = company.session, dice.randrange(12) + 1, dice.choice(KINDS)
    day = TODAY - timedelta(days=dice.choice([0, dice.randrange(8), dice.randrange(180)]))
    worth: dict[str, Any] = {
        "amount_minor": dice.randrange(-500, 9_999),
        "currency": dice.choice(["USD", "CNY", "EUR"]),
    }
    more = {"category": Category.PRICE, "attempt": dice.random() < 0.1, "live": dice.random() < 0.9}
    who = company[dice.choice(["Anna", "Rita", "小李", "Max"])].id
    entry = put_entry(session, who, (customer, kind), day, NOW, **more, **worth)
    if kind is Kind.ORDER and dice.random() < 0.5:
        booked = day + timedelta(days=dice.randrange(20))
        session.add(BookedOrderRow(customer_id=customer, number=str(number), on_day=booked, **worth))
    if kind is Kind.COMPLAINT:
        closed = NOW - timedelta(days=dice.randrange(100))
        session.add(ComplaintRow(entry_id=entry.id or 0, customer_id=customer, closed_at=closed, closed_by=who))


def together(found: Tallies, measure: Measure, by: By, *, is_now: bool) -> dict[str | None, int]:
    numbers: Counter[str | None] = Counter()
    for cell, number in found.cells.items():
        if cell.measure is measure and cell.is_now is is_now:
            key = cell.rep if by is By.REP else cell.team
            numbers[None if key is None else str(key)] += number
    return {key: number for key, number in numbers.items() if number}


@pytest.mark.parametrize("who", ["Ada", "Boris", "Anna", "Carl"])
def test_together_is_one_by_one(company: Company, who: str) -> None:
    for pace in Pace:
        asked = Asked(pace, until(pace, TODAY))
        found = tallies(company.session, company[who], asked, TODAY)
        for period, is_now in ((asked.period, True), (compared(pace, asked.period), False)):
            for measure in COUNTED:
                for by in (By.REP, By.TEAM):
                    alone = count(company.session, company[who], Tally(measure, period, by), TODAY)
                    expected = {one.key: one.number for one in alone}
                    assert together(found, measure, by, is_now=is_now) == expected, (pace, measure, by, is_now)


def test_what_each_customer_ordered_for(company: Company) -> None:
    asked = Asked(Pace.QUARTER, until(Pace.QUARTER, TODAY))
    bought = tallies(company.session, company["Dora"], asked, TODAY).bought
    alone = count(company.session, company["Dora"], Tally(Measure.ORDERED, asked.period, By.CUSTOMER), TODAY)
    assert {str(key): number for key, number in bought.items() if number} == {one.key: one.number for one in alone}
