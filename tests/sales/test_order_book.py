"""What was told and what was booked, as one book."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales.exchange import Exchange, Rate
from sales.money import Money
from sales.order_book import Ordered, Purchases, occasions, purchases

FIRST = date(2026, 1, 5)
DOLLARS = Exchange("USD")


def told(day: int, minor: int | None = 100) -> Ordered:
    return Ordered(FIRST + timedelta(days=day), None if minor is None else Money(minor, "USD"))


def booked(day: int, minor: int = 100) -> Ordered:
    return Ordered(FIRST + timedelta(days=day), Money(minor, "USD"), booked=True)


@pytest.mark.parametrize(
    ("orders", "days", "minor"),
    [
        pytest.param([], [], 0, id="none"),
        pytest.param([told(0), told(9)], [0, 9], 200, id="two that were told"),
        pytest.param([told(0), told(0)], [0], 200, id="two on one day are one occasion"),
        pytest.param([told(0), booked(2)], [2], 100, id="told, then booked: once, as booked"),
        pytest.param([told(3), booked(0)], [0], 100, id="booked on the day before it was told"),
        pytest.param([told(0), booked(15)], [0, 15], 200, id="too late to be the same"),
        pytest.param([told(4), booked(0)], [0, 4], 200, id="told too long after it"),
        pytest.param([told(0), booked(0), booked(7)], [0, 7], 200, id="the book-keeping's own are all counted"),
        pytest.param([booked(0), booked(5, -100)], [0], 0, id="a return is no order and takes its sum away"),
        pytest.param([booked(0, 0)], [], 0, id="a free sample is no order"),
        pytest.param([told(0, None)], [0], 0, id="an order without a sum is one"),
    ],
)
def test_orders_as_occasions(orders: list[Ordered], days: list[int], minor: int) -> None:
    found = occasions(orders, DOLLARS.worth)
    assert [(one.day - FIRST).days for one in found if one.is_purchase] == days
    assert purchases(found).minor == minor


def test_the_usual_gap_is_the_median() -> None:
    found = occasions([told(0), told(10), told(20), told(90)], DOLLARS.worth)
    assert purchases(found) == Purchases(4, FIRST, FIRST + timedelta(days=90), 10.0, 400)
    assert purchases(found[:1]).usual_gap is None


@given(st.lists(st.builds(told, st.integers(0, 400)) | st.builds(booked, st.integers(0, 400)), max_size=20))
def test_the_order_of_telling_changes_nothing(orders: list[Ordered]) -> None:
    assert occasions(orders, DOLLARS.worth) == occasions(orders[::-1], DOLLARS.worth)


RATES = Exchange(
    "USD",
    [Rate("CNY", date(2026, 2, 1), Decimal("0.15")), Rate("CNY", date(2026, 1, 1), Decimal("0.14"))],
)


@pytest.mark.parametrize(
    ("amount", "day", "minor"),
    [
        pytest.param(Money(500, "USD"), FIRST, 500, id="the reporting currency itself"),
        pytest.param(Money(10000, "CNY"), date(2026, 1, 31), 1400, id="the rate of that day"),
        pytest.param(Money(10000, "CNY"), date(2026, 2, 1), 1500, id="a new rate from its day on"),
        pytest.param(Money(10000, "CNY"), date(2020, 1, 1), 1400, id="before the first rate: the first"),
        pytest.param(Money(100, "EUR"), FIRST, None, id="no rate"),
    ],
)
def test_what_amounts_are_worth(amount: Money, day: date, minor: int | None) -> None:
    assert RATES.worth(amount, day) == minor


def test_a_currency_without_minor_units_is_worth_as_much() -> None:
    yen = Exchange("USD", [Rate("JPY", FIRST, Decimal("0.0065"))])
    assert yen.worth(Money(1000, "JPY"), FIRST) == 650
