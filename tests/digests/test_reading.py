"""A digest counts within what its reader may see, by the days on which things happened."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from sales.customers import Stage
from sales.digests import Asked, BigOrder, Digest, LateAnswer, Moved, Pace, Share, until
from sales.kinds import Category, Kind
from sales.measures import Measure
from sales.money import Money
from storage.company.teams import add_team
from storage.digests.reading import digest
from storage.figures.rates import remember_currency
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow, ReceivableRow
from storage.tables.followups import FollowUpRow
from storage.tables.foresight import StageChangeRow
from storage.tables.people import TeamRow
from storage.tables.tellings import ComplaintRow, EntryRow
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
TODAY = date(2026, 3, 5)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def company(session: Session) -> Company:
    """Acme is Anna's in East, 恒大 小李's in South below it, Globex Max's in West."""
    remember_currency(session, "CNY")
    there = found_company(session)
    for owner, name in (("Anna", "Acme"), ("小李", "恒大"), ("Max", "Globex")):
        customer_of(there, owner, name)
    return there


def tell(company: Company, who: str, customer: int, kind: Kind, day: date = TODAY, **more: Any) -> int:  # noqa: ANN401 - columns of the row
    return put_entry(company.session, company[who].id, (customer, kind), day, NOW, **more).id or 0


def read(company: Company, who: str, pace: Pace = Pace.DAY) -> Digest:
    return digest(company.session, company[who], Asked(pace, until(pace, TODAY)), NOW)


def test_by_rep_against_the_usual_day(company: Company) -> None:
    for _ in range(3):
        tell(company, "Anna", 1, Kind.VISIT)
    for ago in range(1, 21):
        tell(company, "Anna", 1, Kind.VISIT, TODAY - timedelta(days=ago))
    found = read(company, "Boris")
    assert {line.name: line.now.get(Measure.VISITS, 0) for line in found.reps} == {"Anna": 3, "Rita": 0, "小李": 0}
    assert (found.total.now[Measure.VISITS], found.total.before[Measure.VISITS]) == (3, 1)
    assert set(found.silent) == {"Rita", "小李"}


def test_what_happened_yesterday_is_yesterdays_whenever_it_was_told(company: Company) -> None:
    tell(company, "Anna", 1, Kind.VISIT, YESTERDAY)
    assert not read(company, "Boris").total.now.get(Measure.VISITS)
    assert read(company, "Boris", Pace.WEEK).total.now[Measure.VISITS] == 1


def test_others_teams_are_not_counted_and_a_director_has_a_line_for_each(company: Company) -> None:
    tell(company, "Anna", 1, Kind.VISIT)
    tell(company, "小李", 2, Kind.VISIT)
    tell(company, "Max", 3, Kind.VISIT)
    assert read(company, "Max").total.now[Measure.VISITS] == 1
    assert read(company, "Dora").total.now[Measure.VISITS] == 3
    assert {team.name: team.now[Measure.VISITS] for team in read(company, "Dora").teams} == {"East": 2, "West": 1}
    assert {team.name: team.now[Measure.VISITS] for team in read(company, "Boris").teams} == {"East": 1, "South": 1}
    assert not read(company, "Max").teams


def test_where_one_team_stands_between_its_own_teams_have_the_lines(company: Company) -> None:
    session = company.session
    between = session.exec(select(TeamRow).where(col(TeamRow.name) == "South")).one()
    below = [add_team(session, name=name, parent=between.id or 0) for name in ("Canton", "Hainan")]
    for customer, team in zip((1, 2), below, strict=True):
        session.get_one(CustomerRow, customer).team_id = team
        tell(company, "Anna", customer, Kind.VISIT)
    assert {team.name: team.now[Measure.VISITS] for team in read(company, "Boris").teams} == {"Canton": 1, "Hainan": 1}


def test_late_answers_need_the_reader_and_others_do_not_see_them(company: Company) -> None:
    told = tell(company, "Anna", 1, Kind.COMPLAINT, YESTERDAY, category=Category.DELIVERY)
    since = NOW - timedelta(hours=2)
    row = ComplaintRow(entry_id=told, customer_id=1, answer_by=since)
    company.session.add(row)
    company.session.flush()
    assert read(company, "Boris").needs == (LateAnswer(row.id or 0, "Acme", since, 1),)
    assert not read(company, "Max").needs


def test_promises_by_the_readers_days(company: Company) -> None:
    """Done at 1:00 in Shanghai is a day late there, and in time by those of London, where the day is not over."""
    note = company.session.get_one(EntryRow, tell(company, "Anna", 1, Kind.NOTE)).telling_id
    for slot, closed in enumerate((NOW, datetime(2026, 3, 5, 17, tzinfo=UTC), None)):
        state = "done" if closed else "open"
        company.session.add(
            FollowUpRow(
                telling_id=note,
                slot=slot,
                customer_id=1,
                owner_id=company["Anna"].id,
                action="call",
                day=TODAY,
                state=state,
                closed_at=closed,
            )
        )
    company.session.flush()
    assert read(company, "Boris").promises == Share(1, 3)
    in_london = replace(company["Boris"], zone=ZoneInfo("Europe/London"))
    asked = Asked(Pace.DAY, until(Pace.DAY, TODAY))
    assert digest(company.session, in_london, asked, NOW).promises == Share(2, 2)


def test_who_came_back_who_went_quiet_and_who_ordered_most(company: Company) -> None:
    for customer, stage in ((1, Stage.WON_BACK), (2, Stage.SLIPPING), (3, Stage.SLIPPING)):
        company.session.get_one(CustomerRow, customer).stage = stage
        company.session.add(StageChangeRow(customer_id=customer, on_day=TODAY, stage=stage, at=NOW))
    tell(company, "Anna", 1, Kind.ORDER, amount_minor=90_000, currency="CNY")
    tell(company, "小李", 2, Kind.ORDER, amount_minor=10_000, currency="CNY")
    found = read(company, "Boris")
    assert (found.back, found.slipping) == (Moved((("Acme", "Anna"),), first=1), Moved((("恒大", "小李"),), first=2))
    assert found.big == BigOrder("Acme", Money(90_000, "CNY"), "Anna", 1)


def test_debts_and_deals_that_ended(company: Company) -> None:
    for number, due in enumerate((YESTERDAY, TODAY)):
        company.session.add(
            ReceivableRow(customer_id=1, number=str(number), due_day=due, open_minor=500, currency="CNY")
        )
    for state, closed in (("won", NOW), ("lost", NOW), ("won", NOW - timedelta(days=2)), ("open", None)):
        company.session.add(
            OpportunityRow(
                customer_id=1,
                member_id=company["Anna"].id,
                title="…",
                stage="…",
                opened_at=NOW,
                state=state,
                closed_at=closed,
            )
        )
    company.session.flush()
    assert read(company, "Boris").overdue == 500
    assert read(company, "Boris").deals == Share(1, 2)


def test_what_customers_spoke_of_in_their_words(company: Company) -> None:
    for words in ("too dear", "a bit pricey"):
        tell(company, "Anna", 1, Kind.FEEDBACK, category=Category.PRICE, text=words)
    tell(company, "Anna", 1, Kind.FEEDBACK, category=Category.QUALITY, text="fine")
    theme = read(company, "Boris").theme
    assert theme is not None
    assert (theme.category, theme.number, theme.quote) == (Category.PRICE, 2, "a bit pricey")


def test_a_day_on_which_nothing_happened_has_no_news(company: Company) -> None:
    assert not read(company, "Boris").has_news
    tell(company, "Anna", 1, Kind.CALL)
    assert read(company, "Boris").has_news
