"""All orders as arrays say what the orders of each customer say."""

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from sales.exchange import Exchange, Rate
from sales.hands import Hand
from sales.kinds import Kind
from sales.money import Money
from sales.order_arrays import OrderArrays, made_one
from sales.order_book import Ordered, occasions
from sales.tellings import Entry, Party
from storage.figures.rates import remember_currency, set_rate
from storage.foresight.reading import read_orders
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.told import journal
from storage.told.journal import By
from tests.journal.conftest import draft

DAY = date(2026, 3, 1)
an_order = st.tuples(st.integers(0, 3), st.integers(0, 60), st.none() | st.integers(-200, 200), st.booleans())


@given(st.lists(an_order, max_size=25))
def test_many_customers_at_once_are_what_each_is_alone(orders: list[tuple[int, int, int | None, bool]]) -> None:
    arrays = OrderArrays(
        np.array([who for who, *_ in orders], dtype=np.int64),
        np.array([DAY.toordinal() + day for _, day, *_ in orders], dtype=np.int64),
        np.array([np.nan if minor is None else minor for *_, minor, _ in orders]),
        np.array([booked for *_, booked in orders], dtype=bool),
    )
    found = made_one(arrays)
    rows = zip(found.customer, found.day, found.worth, found.purchase, strict=True)
    together = [(int(who), date.fromordinal(int(on)), int(sum_), bool(buys)) for who, on, sum_, buys in rows]
    assert together == [
        (who, one.day, one.minor, one.is_purchase)
        for who in sorted({order[0] for order in orders})
        for one in occasions([_ordered(order) for order in orders if order[0] == who], Exchange("USD").worth)
    ]


def _ordered(order: tuple[int, int, int | None, bool]) -> Ordered:
    _, day, minor, booked = order
    return Ordered(DAY + timedelta(days=day), None if minor is None else Money(minor, "USD"), booked=booked)


def test_orders_are_read_with_their_days_and_worth(session: Session, by: By) -> None:
    remember_currency(session, "SGD")
    set_rate(session, Rate("JPY", DAY, Decimal("0.009")), Hand(by.member.id, by.now))
    entries = [
        Entry(Kind.ORDER, Party("Acme"), DAY, amount=Money(10000, "SGD")),
        Entry(Kind.ORDER, Party("Globex"), DAY + timedelta(days=1), amount=Money(1000, "JPY")),
        Entry(Kind.ORDER, Party("Globex"), DAY + timedelta(days=40)),
        Entry(Kind.VISIT, Party("Globex"), DAY),
    ]
    slip = Entry(Kind.ORDER, Party("Globex"), DAY.replace(year=2062), amount=Money(100, "SGD"))
    journal.record(session, draft=draft(*entries, slip), by=by)
    supplier = CustomerRow(name="Our supplier", relation="supplier", created_at=by.now)
    session.add(supplier)
    session.flush()
    for one in (2, supplier.id or 0):
        session.add(BookedOrderRow(customer_id=one, number="1", amount_minor=500, currency="EUR", on_day=DAY))
    session.flush()
    read = read_orders(session, DAY + timedelta(days=40))
    assert (read.currency, read.ids.tolist()) == ("SGD", [1, 2])
    rows = zip(read.ids[read.orders.customer], read.orders.day - DAY.toordinal(), read.orders.worth, strict=True)
    assert sorted((int(who), int(day), str(float(worth))) for who, day, worth in rows) == [
        (1, 0, "10000.0"),
        (2, 0, "nan"),
        (2, 1, "900.0"),
        (2, 40, "nan"),
    ]


def test_a_company_without_orders(session: Session) -> None:
    read = read_orders(session, DAY)
    assert (len(read.ids), len(read.orders), len(made_one(read.orders).day)) == (0, 0, 0)
