"""Every measure, told apart in every way, within what the one who asks may see."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlmodel import Session

from sales.exchange import Rate
from sales.hands import Hand
from sales.kinds import Category, Kind
from sales.known import About, Statement
from sales.measures import By, Counted, Measure, Period, Tally, ranked
from sales.segments import Chosen, Segment
from sales.tellings import Source
from storage.cards.facts import set_fact
from storage.figures.rates import remember_currency, set_rate
from storage.measures.counting import count
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.tellings import ComplaintRow
from tests.people.company import Company, found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
TODAY = date(2026, 3, 31)
MARCH = Period(date(2026, 3, 1), TODAY)


@pytest.fixture
def company(session: Session) -> Company:
    """Anna (East) has Acme, class A in Jiangsu, Max (West) has Globex, class B in Zhejiang; a month went by."""
    remember_currency(session, "USD")
    there = found_company(session)
    set_rate(session, Rate("CNY", date(2026, 1, 1), Decimal("0.14")), Hand(None, NOW))
    for name, owner, grade, region in (("Acme", "Anna", "A", "Jiangsu"), ("Globex", "Max", "B", "Zhejiang")):
        team = there.teams["East" if owner == "Anna" else "West"]
        row = CustomerRow(name=name, owner_id=there[owner].id, team_id=team, grade=grade, created_at=NOW)
        session.add(row)
        session.flush()
        said = Statement("region", region, None, Source.BUTTON)
        set_fact(session, said, of=About(row.id or 0), by=Hand(None, NOW))
    for told in _TOLD:
        _tell(session, there, told)
    for name, on in (("S1", date(2026, 3, 12)), ("S2", date(2026, 3, 30))):
        session.add(BookedOrderRow(customer_id=1, number=name, on_day=on, amount_minor=20_000, currency="USD"))
    session.flush()
    return there


_TOLD = [
    ("Anna", 1, Kind.VISIT, 2),
    ("Anna", 1, Kind.VISIT, 3),
    ("Max", 2, Kind.VISIT, 9),
    ("Anna", 1, Kind.CALL, 4),
    ("Anna", 1, Kind.ORDER, 10),
    ("Max", 2, Kind.ORDER, 20),
    ("Anna", 1, Kind.COMPLAINT, 11),
    ("Anna", 1, Kind.PAYMENT, 15),
]


def _tell(session: Session, company: Company, told: tuple[str, int, Kind, int]) -> None:
    who, customer, kind, day = told
    at = NOW.replace(day=day)
    paid = {"amount_minor": 100_000, "currency": "CNY"} if kind in (Kind.ORDER, Kind.PAYMENT) else {}
    late = {"category": Category.DELIVERY} if kind is Kind.COMPLAINT else {}
    entry = put_entry(session, company[who].id, (customer, kind), date(2026, 3, day), at, **paid, **late)
    if kind is Kind.COMPLAINT:
        session.add(ComplaintRow(entry_id=entry.id or 0, customer_id=customer, closed_at=at + timedelta(days=2)))


def counted(session: Session, company: Company, tally: Tally, who: str = "Ada") -> dict[str | None, int]:
    return {one.key: one.number for one in count(session, company[who], tally, TODAY)}


@pytest.mark.parametrize(
    ("measure", "number"),
    [
        (Measure.VISITS, 3),
        (Measure.CALLS, 1),
        # What Anna told on the tenth was booked on the twelfth.
        (Measure.ORDERS, 3),
        (Measure.ORDERED, 20_000 + 20_000 + 14_000),
        (Measure.PAYMENTS, 1),
        (Measure.PAID, 14_000),
        (Measure.NEW_CUSTOMERS, 2),
        (Measure.COMPLAINTS, 1),
        (Measure.SOLVED, 1),
        (Measure.FEEDBACK, 0),
        (Measure.OPPORTUNITIES, 0),
    ],
)
def test_a_month_in_numbers(session: Session, company: Company, measure: Measure, number: int) -> None:
    assert counted(session, company, Tally(measure, MARCH)) == {None: number}
    assert counted(session, company, Tally(measure, MARCH.before())) == {None: 0}


@pytest.mark.parametrize(
    ("by", "visits"),
    [
        (By.GRADE, {"A": 2, "B": 1}),
        (By.REGION, {"Jiangsu": 2, "Zhejiang": 1}),
        (By.STAGE, {"prospect": 3}),
        (By.INDUSTRY, {None: 3}),
        (By.CUSTOMER, {"1": 2, "2": 1}),
        (By.DAY, {"2026-03-02": 1, "2026-03-03": 1, "2026-03-09": 1}),
        (By.WEEK, {"2026-03-02": 2, "2026-03-09": 1}),
        (By.MONTH, {"2026-03-01": 3}),
    ],
)
def test_told_apart(session: Session, company: Company, by: By, visits: dict[str | None, int]) -> None:
    assert counted(session, company, Tally(Measure.VISITS, MARCH, by)) == visits


def test_by_rep_and_team(session: Session, company: Company) -> None:
    anna, max_ = (str(company[name].id) for name in ("Anna", "Max"))
    assert counted(session, company, Tally(Measure.VISITS, MARCH, By.REP)) == {anna: 2, max_: 1}
    assert counted(session, company, Tally(Measure.ORDERS, MARCH, By.REP)) == {anna: 2, max_: 1}
    east = Tally(Measure.VISITS, MARCH, By.TEAM, members=frozenset({company["Anna"].id}))
    assert counted(session, company, east) == {str(company.teams["East"]): 2}


def test_of_a_segment_and_a_category(session: Session, company: Company) -> None:
    only_b = Segment((Chosen("grade", ("B",)),))
    assert counted(session, company, Tally(Measure.VISITS, MARCH, segment=only_b)) == {None: 1}
    late = Tally(Measure.COMPLAINTS, MARCH, By.CATEGORY, category=Category.DELIVERY)
    assert counted(session, company, late) == {"delivery": 1}
    assert counted(session, company, Tally(Measure.SOLVED, MARCH, category=Category.PRICE)) == {None: 0}


def test_whoever_asks_hears_of_their_own_customers_only(session: Session, company: Company) -> None:
    visits = Tally(Measure.VISITS, MARCH, By.REP)
    assert counted(session, company, visits, "Anna") == {str(company["Anna"].id): 2}
    assert counted(session, company, visits, "Boris") == {str(company["Anna"].id): 2}
    # Care sees neither visits nor money.
    assert counted(session, company, Tally(Measure.ORDERED, MARCH), "Carl") == {None: 0}


def test_the_largest_come_first() -> None:
    some = [Counted("b", 1), Counted("c", 5), Counted("a", 1)]
    assert [one.key for one in ranked(some)] == ["c", "a", "b"]
