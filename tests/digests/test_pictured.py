"""What the picture of a digest shows: within what its reader may see, by the days on which things happened."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from sales.complaints import Step
from sales.customers import Stage
from sales.digests import Asked, Pace, until
from sales.kinds import Kind
from sales.measures import By, Period
from sales.pictures.digest_facts import Answers, DigestFacts, RepDays, Slipping, columns, shown, stretches
from sales.pictures.folding import MOST_ROWS, NAMED, folded
from storage.digests.pictured import digest_facts
from storage.figures.rates import remember_currency
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerScoreRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
TODAY = date(2026, 3, 5)
A_DAY = timedelta(days=1)
MORNING = datetime(2026, 3, 4, 2, tzinfo=UTC)
"""At ten in Shanghai, where the company is: eight working hours later it is the next morning."""


@pytest.fixture
def company(session: Session) -> Company:
    """Acme is Anna's in East, 恒大 小李's in South below it, Globex Max's in West."""
    remember_currency(session, "CNY")
    there = found_company(session)
    for owner, name in (("Anna", "Acme"), ("小李", "恒大"), ("Max", "Globex")):
        customer_of(there, owner, name)
    return there


def read(company: Company, who: str, pace: Pace = Pace.DAY) -> DigestFacts:
    return digest_facts(company.session, company[who], Asked(pace, until(pace, TODAY)), NOW)


def test_who_did_what_on_which_day_as_far_as_the_reader_sees(company: Company) -> None:
    for who, customer, kind, ago in (
        *(("Anna", 1, Kind.VISIT, 0), ("Anna", 1, Kind.CALL, 0), ("Anna", 1, Kind.VISIT, 13)),
        *(("Anna", 1, Kind.VISIT, 14), ("Anna", 1, Kind.NOTE, 0), ("Max", 3, Kind.VISIT, 1)),
    ):
        put_entry(company.session, company[who].id, (customer, kind), TODAY - ago * A_DAY, NOW)
    put_entry(company.session, company["Anna"].id, (1, Kind.VISIT), TODAY, NOW, attempt=True)
    found = {rep.name: (rep.team, dict(rep.numbers)) for rep in read(company, "Boris").reps}
    assert found["Anna"] == ("East", {TODAY: 2, TODAY - 13 * A_DAY: 1})
    assert found.keys() == {"Anna", "Rita", "小李"}
    assert {rep.name: rep.total for rep in read(company, "Max").reps} == {"Max": 1, "Rita": 0}


def test_orders_and_payments_by_stretch(company: Company) -> None:
    for kind, ago, minor in ((Kind.ORDER, 0, 900), (Kind.ORDER, 7, 500), (Kind.PAYMENT, 0, 70)):
        about, day = {"amount_minor": minor, "currency": "CNY"}, TODAY - ago * A_DAY
        put_entry(company.session, company["Anna"].id, (1, kind), day, NOW, **about)
    weeks = read(company, "Boris", Pace.WEEK)
    monday = date(2026, 3, 2)
    assert (weeks.ordered, weeks.paid) == ({monday: 900, monday - 7 * A_DAY: 500}, {monday: 70})
    assert read(company, "Boris").ordered == {TODAY: 900, TODAY - 7 * A_DAY: 500}
    assert not read(company, "Max").ordered


def complain(company: Company, *steps: tuple[Step, timedelta], customer: int = 1, state: str = "open") -> None:
    """Told in the morning; each step so much later."""
    entry = put_entry(company.session, company["Anna"].id, (customer, Kind.COMPLAINT), TODAY - A_DAY, MORNING)
    row = ComplaintRow(entry_id=entry.id or 0, customer_id=customer, state=state)
    company.session.add(row)
    company.session.flush()
    for step, later in steps:
        day = TODAY + A_DAY if step is Step.PROMISE else None
        taken = ComplaintStepRow(
            complaint_id=row.id or 0, step=step, at=MORNING + later, member_id=company["Anna"].id, day=day
        )
        company.session.add(taken)
    company.session.flush()


def test_answers_in_time_by_the_clock_that_ran_then(company: Company) -> None:
    hour = timedelta(hours=1)
    complain(company)
    complain(company, (Step.ANSWER, 2 * hour))
    complain(company, (Step.ANSWER, 90 * hour))
    complain(company, (Step.PROMISE, hour), (Step.RESOLVE, 30 * hour), state="resolved")
    complain(company, (Step.CLOSE, hour), state="closed", customer=3)
    assert read(company, "Boris").answers == Answers(told=4, in_time=2, promised=1, solved=1, open=3)
    assert read(company, "Max").answers == Answers(told=1, in_time=1, solved=1)


def test_what_slips_away_by_owner_the_dearest_first(company: Company) -> None:
    for customer, minor in ((1, 500), (2, 900), (3, 700)):
        company.session.get_one(CustomerRow, customer).stage = Stage.SLIPPING
        score = CustomerScoreRow(customer_id=customer, scored_on=TODAY, currency="CNY", lost=0.5, value_minor=minor)
        company.session.add(score)
    company.session.flush()
    assert read(company, "Boris").slipping == (Slipping("小李", 1, 900), Slipping("Anna", 1, 500))


def test_a_reader_who_leads_nobody_sees_nothing(company: Company) -> None:
    assert read(company, "Carl").is_empty


@pytest.mark.parametrize(
    ("pace", "first", "number", "by", "stretch"),
    [
        (Pace.DAY, date(2026, 2, 20), 14, By.DAY, date(2026, 2, 20)),
        (Pace.WEEK, date(2026, 2, 20), 14, By.WEEK, date(2026, 1, 12)),
        (Pace.MONTH, date(2026, 3, 1), 5, By.MONTH, date(2025, 10, 1)),
        (Pace.QUARTER, date(2026, 1, 1), 10, By.MONTH, date(2025, 10, 1)),
    ],
)
def test_which_days_are_drawn(pace: Pace, first: date, number: int, by: By, stretch: date) -> None:
    asked = Asked(pace, until(pace, TODAY))
    assert (shown(asked), len(columns(asked))) == (Period(first, TODAY), number)
    told, firsts, days = stretches(asked)
    assert (told, firsts[0], days) == (by, stretch, Period(stretch, TODAY))


def test_many_are_folded_by_team_and_nobody_is_lost() -> None:
    reps = [RepDays(f"Rep {n:03}", ("East", "West", "")[n % 3], {TODAY: n}) for n in range(200)]
    page = folded(reps)
    assert [rep.name for rep in page.busiest] == [f"Rep {n}" for n in range(199, 199 - NAMED, -1)]
    assert [rep.total for rep in page.quietest] == [4, 3, 2, 1, 0]
    assert sum(team.people for team in page.teams) + 2 * NAMED == 200
    assert [team.name for team in page.teams] == ["East", "West", ""]
    assert sum(team.numbers[TODAY] * team.people for team in page.teams) == pytest.approx(sum(range(5, 195)))
    assert folded(reps[:MOST_ROWS]).teams == ()
