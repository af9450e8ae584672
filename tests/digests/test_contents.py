"""What a digest tells besides what was done: promises, sources, targets, themes, birthdays, cards, as wanted."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from sales.comments import EntryPlace
from sales.customers import Stage
from sales.dealings import WinRate
from sales.digest_sections import Section, name_of
from sales.digests import Asked, Digest, Moved, Pace, Share, the_one_before, until
from sales.freshness import ALL, Weights
from sales.hands import Hand
from sales.kinds import Category, Kind
from sales.measures import Measure
from sales.targets import Span, Target
from sales.team_targets import Behind, TeamTargets
from storage.company.habits import keep_kind
from storage.digests.reading import digest
from storage.figures.rates import remember_currency
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.dealings import BookedOrderRow, OpportunityRow
from storage.tables.followups import FollowUpRow
from storage.tables.foresight import StageChangeRow
from storage.tables.people import MembershipRow
from storage.tables.tellings import EntryRow
from storage.targets.keeping import set_target
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 19, 10, 30, tzinfo=UTC)
TODAY = date(2026, 3, 19)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def company(session: Session) -> Company:
    """Acme is Anna's in East, Initech Rita's there, Globex Max's in West, Umbrella Rita's in West."""
    remember_currency(session, "CNY")
    there = found_company(session)
    for owner, name, team in (
        ("Anna", "Acme", "East"),
        ("Rita", "Initech", "East"),
        ("Max", "Globex", "West"),
        ("Rita", "Umbrella", "West"),
    ):
        customer_of(there, owner, name, team=team)
    return there


def tell(company: Company, who: str, customer: int, kind: Kind, day: date = TODAY, **more: Any) -> EntryRow:  # noqa: ANN401 - columns of the row
    return put_entry(company.session, company[who].id, (customer, kind), day, NOW, **more)


def read(company: Company, who: str = "Boris", pace: Pace = Pace.WEEK) -> Digest:
    return digest(company.session, company[who], Asked(pace, until(pace, TODAY)), NOW)


def promise(company: Company, who: str, customer: int, day: date, closed: datetime | None = None) -> None:
    told = tell(company, who, customer, Kind.NOTE).telling_id
    row = FollowUpRow(telling_id=told, slot=0, customer_id=customer, owner_id=company[who].id, action="call", day=day)
    row.state, row.closed_at = ("done", closed) if closed else ("open", None)
    company.session.add(row)
    company.session.flush()


def deal(company: Company, source: str | None, state: str) -> None:
    row = OpportunityRow(customer_id=1, member_id=company["Anna"].id, title="…", stage="lead", opened_at=NOW)
    row.source, row.state, row.closed_at = source, state, NOW
    company.session.add(row)
    company.session.flush()


def test_broken_promises_are_named_with_who_gave_them_the_oldest_first(company: Company) -> None:
    promise(company, "Rita", 2, TODAY)
    promise(company, "Anna", 1, YESTERDAY)
    promise(company, "Anna", 1, YESTERDAY - timedelta(days=1), closed=NOW)
    promise(company, "Rita", 2, YESTERDAY, closed=NOW - timedelta(days=2))
    promise(company, "Rita", 4, YESTERDAY)
    found = read(company)
    assert (found.promises, found.broken) == (Share(1, 4), Moved((("Acme", "Anna"), ("Initech", "Rita"))))
    everything = read(company, "Dora").broken
    assert (everything.named, everything.more) == ((("Acme", "Anna"), ("Umbrella", "Rita")), 1)


def test_deals_are_told_by_where_they_came_from_the_best_first(company: Company) -> None:
    for source, state in (
        *(("fair", "won"), ("fair", "won"), ("fair", "lost"), ("website", "lost"), (None, "won")),
        ("website", "open"),
    ):
        deal(company, source, state)
    assert read(company).sources == (WinRate("fair", 2, 3), WinRate("website", 0, 1))
    assert read(company).deals == Share(3, 5)
    assert read(company, pace=Pace.DAY).sources == ()
    assert read(company, "Max").deals == Share()


def test_how_the_team_stands_with_its_targets_and_who_is_behind(company: Company) -> None:
    by = Hand(company["Boris"].id, NOW)
    for who in ("Anna", "Rita"):
        set_target(company.session, member=company[who].id, target=Target(Measure.VISITS, Span.MONTH, 10), by=by)
    for _ in range(8):
        tell(company, "Anna", 1, Kind.VISIT)
    tell(company, "Rita", 2, Kind.VISIT)
    visits = ((Measure.VISITS, 45),)
    assert read(company).targets == TeamTargets(visits, (Behind("Rita", Measure.VISITS, 10),), 2)
    assert read(company, pace=Pace.QUARTER).targets == TeamTargets()
    assert read(company, "Max").targets == TeamTargets(((Measure.VISITS, 0),), (Behind("Rita", Measure.VISITS, 0),), 1)


def test_a_month_that_is_over_is_measured_by_its_own_targets(company: Company) -> None:
    by = Hand(company["Boris"].id, NOW)
    set_target(company.session, member=company["Anna"].id, target=Target(Measure.VISITS, Span.MONTH, 2), by=by)
    tell(company, "Anna", 1, Kind.VISIT, date(2026, 2, 27))
    asked = Asked(Pace.MONTH, the_one_before(Pace.MONTH, TODAY))
    assert digest(company.session, company["Boris"], asked, NOW).targets.reached == ((Measure.VISITS, 50),)


def test_the_longer_the_days_the_more_themes(company: Company) -> None:
    for category, words in (
        *((Category.PRICE, "too dear"), (Category.PRICE, "贵"), (Category.PRICE, "dear")),
        *((Category.QUALITY, "fine"), (Category.QUALITY, "solid"), (Category.DELIVERY, "slow"), (None, "well")),
    ):
        tell(company, "Anna", 1, Kind.FEEDBACK, category=category, text=words)
    found = [(Category.PRICE, 3, "dear"), (Category.QUALITY, 2, "solid"), (Category.DELIVERY, 1, "slow")]
    assert [_themes(read(company, pace=pace)) for pace in Pace] == [found[:1], found[:2], found, found]


def _themes(view: Digest) -> list[tuple[Category, int, str]]:
    return [(one.category, one.number, one.quote) for one in (view.theme, *view.more_themes) if one]


def test_one_may_thank_for_what_is_praised(company: Company) -> None:
    tell(company, "Anna", 1, Kind.ORDER, amount_minor=900, currency="CNY")
    big = tell(company, "Rita", 2, Kind.ORDER, amount_minor=90_000, currency="CNY")
    assert read(company).praised == EntryPlace(big.telling_id, 0)
    company.session.get_one(CustomerRow, 1).stage = Stage.WON_BACK
    company.session.add(StageChangeRow(customer_id=1, on_day=TODAY, stage=Stage.WON_BACK, at=NOW))
    back = tell(company, "Anna", 1, Kind.ORDER, amount_minor=100, currency="CNY")
    assert read(company).praised == EntryPlace(back.telling_id, 0)


def test_nobody_is_thanked_for_what_only_the_books_tell_or_the_reader_sold(company: Company) -> None:
    booked = BookedOrderRow(customer_id=1, number="S1", on_day=TODAY, amount_minor=9_000, currency="CNY")
    company.session.add(booked)
    company.session.flush()
    assert (read(company).big is not None, read(company).praised) == (True, None)
    tell(company, "Max", 3, Kind.ORDER, amount_minor=9_000, currency="CNY")
    assert (read(company, "Max").big is not None, read(company, "Max").praised) == (True, None)


def test_birthdays_of_the_next_week_and_how_complete_the_cards_are(company: Company) -> None:
    for name, day in (("Lee", date(1980, 3, 21)), ("Wu", date(1990, 3, 19)), ("Chen", date(1990, 3, 27))):
        company.session.add(ContactRow(customer_id=1, name=name, birthday=f"--{day:%m-%d}"))
    company.session.flush()
    found = read(company)
    assert [(one.name, one.day) for one in found.birthdays] == [("Lee", date(2026, 3, 21))]
    assert found.cards.all == 2 * ALL
    assert (read(company, pace=Pace.DAY).birthdays, read(company, pace=Pace.DAY).cards) == ((), Weights())


def test_what_is_not_wanted_is_not_told(company: Company) -> None:
    tell(company, "Anna", 1, Kind.ORDER, amount_minor=900, currency="CNY")
    tell(company, "Anna", 1, Kind.FEEDBACK, category=Category.PRICE)
    deal(company, "fair", "won")
    by = Hand(company["Boris"].id, NOW)
    set_target(company.session, member=company["Anna"].id, target=Target(Measure.VISITS, Span.MONTH, 10), by=by)
    for section in Section:
        keep_kind(company.session, member=company["Boris"].id, kind=name_of(section), wanted=False)
    found = read(company)
    assert (found.big, found.deals, found.theme, found.targets, found.sections) == (
        *(None, Share(), None, TeamTargets()),
        frozenset(),
    )
    assert read(company, "Dora").sections == frozenset(Section)


def test_a_rep_in_two_teams_counts_once_in_the_total_and_in_each_teams_line(company: Company) -> None:
    tell(company, "Rita", 2, Kind.VISIT)
    tell(company, "Rita", 4, Kind.VISIT)
    found = read(company, "Dora")
    assert found.total.now[Measure.VISITS] == 2
    assert {team.name: team.now[Measure.VISITS] for team in found.teams} == {"East": 1, "West": 1}
    assert [line.now.get(Measure.VISITS) for line in found.reps if line.name == "Rita"] == [2]


def test_who_leads_no_team_reads_of_none_and_sees_nobody(company: Company) -> None:
    his = select(MembershipRow).where(col(MembershipRow.member_id) == company.members["Boris"])
    for row in company.session.exec(his).all():
        company.session.delete(row)
    company.session.flush()
    found = read(company)
    assert (found.whose, found.reps, found.is_empty) == ("", (), True)


def test_days_of_which_nothing_was_told_are_empty_even_if_something_waits(company: Company) -> None:
    assert read(company).is_empty
    tell(company, "Anna", 1, Kind.CALL)
    assert not read(company).is_empty
