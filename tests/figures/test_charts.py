"""What pictures show is what their reader may see, as it stands now."""

from dataclasses import asdict
from datetime import timedelta

import pytest
from sqlmodel import Session

from sales.customers import Stage
from sales.pictures.facts import Segmented, SegmentSum
from sales.scores.quiet import QuietReason
from sales.scores.rfm import Segment
from storage.company.settings import set_setting
from storage.foresight.charts import course, risks, segmented
from storage.foresight.summary import Summary
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow, QuietKnownRow
from tests.people.company import NOON, Company, customer_of, found_company

TODAY = NOON.date()
BOUGHT = {
    "Acme": ("Anna", 0.9, 100),
    "Globex": ("Anna", 0.5, 1_000),
    "恒大": ("小李", 0.2, 9_000),
    "West": ("Max", 0.8, 50),
}


@pytest.fixture
def company(session: Session) -> Company:
    return found_company(session)


@pytest.fixture
def ids(session: Session, company: Company) -> dict[str, int]:
    """Customers with scores; the night is over."""
    made = {name: customer_of(company, owner, name) for name, (owner, _, _) in BOUGHT.items()}
    for name, (_, lost, minor) in BOUGHT.items():
        session.get_one(CustomerRow, made[name]).stage = Stage.SLIPPING
        session.add(scored(made[name], lost, minor))
        session.add(
            CustomerFiguresRow(customer_id=made[name], orders=4, last_order=TODAY - timedelta(days=30), currency="USD")
        )
    night = Summary(TODAY.isoformat(), customers=4, buyers=4, total_minor=10_150, currency="USD")
    set_setting(session, "foresight.summary", asdict(night))
    session.flush()
    return made


def scored(customer: int, lost: float, minor: int) -> CustomerScoreRow:
    quintile = 5 if lost < 0.6 else 1
    row = CustomerScoreRow(customer_id=customer, scored_on=TODAY, currency="USD", lost=lost, value_minor=minor)
    row.value_before_minor = minor // 2
    row.recency = row.frequency = row.monetary = quintile
    return row


def order(customer: int, ago: int, minor: int = 500) -> BookedOrderRow:
    day = TODAY - timedelta(days=ago)
    return BookedOrderRow(customer_id=customer, number=str(ago), on_day=day, amount_minor=minor, currency="USD")


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize(
    ("who", "dearest"),
    [
        ("Ada", ["恒大", "Globex", "Acme", "West"]),
        ("Boris", ["恒大", "Globex", "Acme"]),
        ("Max", ["West"]),
        ("Carl", []),
    ],
)
def test_managers_see_the_dearest_of_theirs(session: Session, company: Company, who: str, dearest: list[str]) -> None:
    found = risks(session, company[who], today=TODAY)
    assert found
    assert [one.name for one in found.named] == dearest


def test_who_is_lost_or_quiet_for_a_reason_is_left_out(session: Session, company: Company, ids: dict[str, int]) -> None:
    session.get_one(CustomerRow, ids["恒大"]).stage = Stage.LOST
    boris = company["Boris"].id
    for name, until in (("Globex", TODAY), ("Acme", TODAY - timedelta(days=1))):
        said = QuietKnownRow(customer_id=ids[name], reason=QuietReason.SEASONAL, until=until, member_id=boris, at=NOON)
        session.add(said)
    session.flush()
    found = risks(session, company["Boris"], today=TODAY)
    assert found
    assert [one.name for one in found.named] == ["Acme"]


def test_who_is_not_due_yet_is_drawn_and_not_named(session: Session, company: Company, ids: dict[str, int]) -> None:
    session.get_one(CustomerRow, ids["恒大"]).stage = Stage.ACTIVE
    session.flush()
    found = risks(session, company["Boris"], today=TODAY)
    assert found
    assert ([one.name for one in found.named], len(found.points)) == (["Globex", "Acme"], 3)


@pytest.mark.usefixtures("ids")
def test_who_bought_nothing_for_two_years_is_only_counted(session: Session, company: Company) -> None:
    session.add(scored(customer_of(company, "Anna", "Long ago"), 1.0, 0))
    session.flush()
    found = risks(session, company["Boris"], today=TODAY)
    assert found
    assert (len(found.points), found.without) == (3, 1)


@pytest.mark.usefixtures("ids")
def test_the_map_counts_those_that_the_reader_may_see(session: Session, company: Company) -> None:
    assert segmented(session, company["Boris"]) == Segmented(
        TODAY, "USD", (SegmentSum(Segment.CHAMPIONS, 2, 10_000), SegmentSum(Segment.LOST, 1, 100))
    )
    assert segmented(session, company["Carl"]) == Segmented(TODAY, "USD")


def test_before_the_first_night_there_is_nothing_to_show(session: Session, company: Company) -> None:
    assert segmented(session, company["Ada"]) is None
    assert risks(session, company["Ada"], today=TODAY) is None


def test_the_course_of_a_customer(session: Session, company: Company, ids: dict[str, int]) -> None:
    session.add_all(order(ids["West"], ago) for ago in (10, 40, 70, 800))
    session.flush()
    found = course(session, company["Max"], ids["West"], today=TODAY)
    assert found
    assert [one.day for one in found.orders] == [TODAY - timedelta(days=ago) for ago in (70, 40, 10)]
    # The usual gap is 30 days: from two thirds of it to half as much again.
    assert found.expected == (TODAY + timedelta(days=10), TODAY + timedelta(days=35))


def test_what_the_night_expected_comes_first(session: Session, company: Company, ids: dict[str, int]) -> None:
    session.add_all(order(ids["West"], ago) for ago in (10, 40, 70))
    session.get_one(CustomerScoreRow, ids["West"]).expected_on = TODAY + timedelta(days=80)
    session.flush()
    found = course(session, company["Max"], ids["West"], today=TODAY)
    assert found
    assert found.expected == (TODAY + timedelta(days=30), TODAY + timedelta(days=80))


@pytest.mark.parametrize("bought", [(), (10,), (10, 40)])
def test_too_few_orders_let_nobody_expect_another(
    session: Session, company: Company, ids: dict[str, int], bought: tuple[int, ...]
) -> None:
    session.add_all(order(ids["West"], ago) for ago in bought)
    session.flush()
    found = course(session, company["Max"], ids["West"], today=TODAY)
    assert found
    assert found.expected is None


def test_returns_and_days_to_come_are_no_orders(session: Session, company: Company, ids: dict[str, int]) -> None:
    session.add_all([order(ids["West"], 10, -500), order(ids["West"], -5), order(ids["West"], 20, 10**18)])
    session.flush()
    found = course(session, company["Max"], ids["West"], today=TODAY)
    assert found
    assert [one.minor for one in found.orders] == [10**18]


def test_nobody_sees_what_is_not_theirs(session: Session, company: Company, ids: dict[str, int]) -> None:
    session.add(order(ids["West"], 10))
    session.flush()
    assert course(session, company["Anna"], ids["West"], today=TODAY) is None
    care = course(session, company["Carl"], ids["West"], today=TODAY)
    assert care
    assert care.is_empty
