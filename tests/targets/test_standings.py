"""Targets are kept one for a measure and span, and counted within what the reader may see."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlmodel import Session, col, select

from sales.exchange import Rate
from sales.hands import Hand
from sales.kinds import Kind
from sales.measures import Measure
from sales.targets import Span, Target
from storage.figures.rates import remember_currency, set_rate
from storage.tables.events import EventRow
from storage.targets.keeping import drop_targets, set_target, targets_of
from storage.targets.standings import own_standing, standings
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
TODAY = date(2026, 3, 16)
VISITS = Target(Measure.VISITS, Span.MONTH, 40)


@pytest.fixture
def company(session: Session) -> Company:
    remember_currency(session, "CNY")
    return found_company(session)


def tell(company: Company, who: str, what: tuple[int, Kind], on: date, *, minor: int | None = None) -> None:
    currency = "CNY" if minor else None
    put_entry(company.session, company[who].id, what, on, NOW, amount_minor=minor, currency=currency)


def aim(company: Company, who: str, target: Target) -> None:
    set_target(company.session, member=company[who].id, target=target, by=Hand(company["Boris"].id, NOW))


def test_a_newer_target_replaces_the_one_before(company: Company, session: Session) -> None:
    aim(company, "Anna", VISITS)
    aim(company, "Anna", Target(Measure.VISITS, Span.MONTH, 30))
    aim(company, "Anna", Target(Measure.VISITS, Span.QUARTER, 90))
    anna = company["Anna"].id
    assert [one.number for one in targets_of(session, [anna])[anna]] == [30, 90]
    actions = session.exec(select(EventRow.action).where(col(EventRow.subject_id) == anna)).all()
    assert list(actions).count("target.set") == 3


def test_what_is_dropped_is_gone_for_that_span(company: Company, session: Session) -> None:
    aim(company, "Anna", VISITS)
    aim(company, "Anna", Target(Measure.VISITS, Span.QUARTER, 90))
    anna, by = company["Anna"].id, Hand(company["Boris"].id, NOW)
    drop_targets(session, member=anna, measures=[Measure.VISITS], span=Span.QUARTER, by=by)
    assert targets_of(session, [anna])[anna] == [VISITS]
    drop_targets(session, member=anna, measures=[Measure.VISITS], span=None, by=by)
    assert targets_of(session, [anna]) == {}


def test_each_is_counted_for_whose_it_is_within_the_period(company: Company, session: Session) -> None:
    acme, globex = customer_of(company, "Anna", "Acme"), customer_of(company, "Max", "Globex")
    for who, customer, day in (("Anna", acme, 2), ("Anna", acme, 16), ("Max", globex, 3)):
        tell(company, who, (customer, Kind.VISIT), date(2026, 3, day))
    tell(company, "Anna", (acme, Kind.VISIT), date(2026, 2, 28))
    aim(company, "Anna", VISITS)
    aim(company, "Anna", Target(Measure.VISITS, Span.QUARTER, 90))
    aim(company, "Max", VISITS)
    found = standings(session, company["Dora"], [company["Anna"], company["Max"]], TODAY)
    assert [[one.done for one in each.progress] for each in found] == [[2, 3], [1]]
    second = date(2026, 3, 2)
    found = standings(session, company["Dora"], [company["Anna"], company["Max"]], second, until=second)
    assert [[one.done for one in each.progress] for each in found] == [[1, 2], [0]]


def test_a_manager_counts_nothing_that_they_may_not_see(company: Company, session: Session) -> None:
    globex = customer_of(company, "Max", "Globex")
    tell(company, "Anna", (globex, Kind.VISIT), date(2026, 3, 2))
    aim(company, "Anna", VISITS)
    [seen] = standings(session, company["Boris"], [company["Anna"]], TODAY)
    [seen_by_all] = standings(session, company["Dora"], [company["Anna"]], TODAY)
    assert (seen.progress[0].done, seen_by_all.progress[0].done) == (0, 1)


def test_sums_count_in_what_the_company_counts_in_now(company: Company, session: Session) -> None:
    acme = customer_of(company, "Anna", "Acme")
    set_rate(session, Rate("USD", date(2026, 1, 1), Decimal(7)), Hand(None, NOW))
    tell(company, "Anna", (acme, Kind.PAYMENT), date(2026, 3, 2), minor=70_000)
    aim(company, "Anna", Target(Measure.PAID, Span.MONTH, 20_000, "USD"))
    standing = own_standing(session, company["Anna"], TODAY)
    assert (standing.progress[0].target.number, standing.progress[0].percent) == (140_000, 50)
    assert Measure.PAID not in dict(standing.others)


def test_what_has_no_target_is_told_all_the_same(company: Company, session: Session) -> None:
    acme = customer_of(company, "Anna", "Acme")
    tell(company, "Anna", (acme, Kind.CALL), date(2026, 3, 2))
    assert (Measure.CALLS, 1) in own_standing(session, company["Anna"], TODAY).others
