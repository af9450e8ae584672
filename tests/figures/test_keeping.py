"""The figures of customers change together with what they are counted from, and are what a count from nothing gives."""

import asyncio
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import partial

from sqlmodel import Session, col, select

from sales.exchange import Rate
from sales.hands import Hand
from sales.kinds import Kind
from sales.money import Money
from sales.tellings import Entry, Party, Source, Telling
from storage.cards import directory
from storage.duplicates import undoing
from storage.duplicates.merging import Two, merge_customers
from storage.figures.keeping import keep_figures
from storage.figures.rates import rates, remember_currency, reporting_currency, set_rate
from storage.figures.rebuilding import rebuild, stretches
from storage.store import Store
from storage.tables.foresight import CustomerFiguresRow
from storage.told import journal
from storage.told.journal import By, Revision
from tests.figures.conftest import told_by
from tests.journal.conftest import draft, employ

MARCH = date(2026, 3, 1)


def figures(session: Session) -> dict[int, dict[str, object]]:
    rows = session.exec(select(CustomerFiguresRow).order_by(col(CustomerFiguresRow.customer_id)))
    return {row.customer_id: row.model_dump() for row in rows}


def counted_from_nothing(session: Session) -> dict[int, dict[str, object]]:
    for row in session.exec(select(CustomerFiguresRow)):
        session.delete(row)
    session.flush()
    for stretch in stretches(session):
        rebuild(session, stretch=stretch)
    session.expire_all()
    return figures(session)


def order(customer: Party, day: int, sum_: int | None = 100, currency: str = "USD") -> Entry:
    amount = None if sum_ is None else Money.of(sum_, currency)
    return Entry(Kind.ORDER, customer, date(2026, 3, day), "bolts", amount=amount)


def known(session: Session, by: By, name: str) -> Party:
    found = next(one for one in directory.directory(session, by.member) if one.name == name)
    return Party(found.name, found.id)


def only(session: Session, customer: Party) -> CustomerFiguresRow:
    session.expire_all()
    return session.get_one(CustomerFiguresRow, customer.id)


def test_what_is_told_counts_at_once_and_what_is_undone_no_more(session: Session, by: By) -> None:
    acme = Party("Acme")
    telling = journal.record(session, draft=draft(order(acme, 2), order(acme, 12)), by=by)
    acme = known(session, by, "Acme")
    row = only(session, acme)
    assert (row.orders, row.first_order, row.last_order) == (2, date(2026, 3, 2), date(2026, 3, 12))
    assert (row.usual_gap, row.ordered_minor, row.unpriced) == (10.0, 20000, 0)
    less = Revision(Telling((order(acme, 2),)), Source.EDIT, "less")
    journal.amend(session, telling=telling, revision=less, by=by)
    assert (only(session, acme).orders, only(session, acme).ordered_minor) == (1, 10000)
    journal.undo(session, telling=telling, by=by)
    assert (only(session, acme).orders, only(session, acme).last_order) == (0, None)


def test_visits_calls_and_payments(session: Session, by: By) -> None:
    acme = Party("Acme")
    entries = (
        Entry(Kind.VISIT, acme, date(2026, 3, 3)),
        Entry(Kind.VISIT, acme, date(2026, 3, 9), attempt=True),
        Entry(Kind.CALL, acme, date(2026, 3, 4)),
        Entry(Kind.CALL, acme, date(2026, 3, 5)),
        Entry(Kind.PAYMENT, acme, date(2026, 3, 6), amount=Money.of(40, "USD")),
    )
    journal.record(session, draft=draft(*entries), by=by)
    row = only(session, known(session, by, "Acme"))
    assert (row.visits, row.last_visit, row.calls, row.last_call) == (1, date(2026, 3, 3), 2, date(2026, 3, 5))
    assert (row.payments, row.last_payment, row.paid_minor) == (1, date(2026, 3, 6), 4000)


def test_other_currencies_count_by_the_rate_of_their_day(session: Session, by: By) -> None:
    remember_currency(session, "SGD")
    acme, hand = Party("Acme"), Hand(by.member.id, by.now)
    journal.record(session, draft=draft(order(acme, 2, 100), order(acme, 5, 100, "SGD")), by=by)
    acme = known(session, by, "Acme")
    assert (only(session, acme).ordered_minor, only(session, acme).unpriced) == (10000, 1)
    set_rate(session, Rate("USD", MARCH, Decimal("1.35")), hand)
    keep_figures(session, [acme.id])
    row = only(session, acme)
    assert (row.ordered_minor, row.unpriced, row.currency) == (23500, 0, "SGD")
    assert reporting_currency(session) == "SGD"
    assert rates(session, until=MARCH) == [Rate("USD", MARCH, Decimal("1.35"))]


def test_a_merge_adds_up_and_its_undoing_parts_again(session: Session, by: By) -> None:
    for number, name in enumerate(("Acme", "Acme Tools"), start=1):
        journal.record(session, draft=draft(order(Party(name), 2 + number), message=number), by=by)
    one, other = known(session, by, "Acme"), known(session, by, "Acme Tools")
    hand = Hand(by.member.id, by.now)
    change = merge_customers(session, Two(one.id or 0, other.id or 0), choices={}, by=hand)
    assert [only(session, party).orders for party in (one, other)] == [2, 0]
    undoing.undo(session, change, by=hand)
    assert [only(session, party).orders for party in (one, other)] == [1, 1]
    kept = figures(session)
    assert counted_from_nothing(session) == kept


async def test_those_who_tell_of_one_customer_at_once_are_all_counted(any_store: Store) -> None:
    with any_store.transaction() as session:
        by = By(employ(session), datetime(2026, 3, 2, 2, tzinfo=UTC), time(9))
        journal.record(session, draft=draft(order(Party("Acme"), 1), message=1), by=by)
        acme = known(session, by, "Acme")
    tellings = [draft(order(acme, 1 + number), message=1 + number) for number in range(1, 21)]
    await asyncio.gather(*(any_store.write(partial(told_by, draft=one, by=by)) for one in tellings))
    kept = await any_store.read(figures)
    assert kept[acme.id or 0]["orders"] == 21
    assert await any_store.write(counted_from_nothing) == kept
