"""How it would have fared is measured on the past alone, and said only where there is enough of it."""

from datetime import timedelta

import numpy as np
import pytest

from benchmarks.order_worlds import BEGIN, World, order_book
from sales.foresight.backtest import Backtest, TooLittle, backtest, reliability
from sales.foresight.book import Book
from sales.foresight.replay import replay
from tests.foresight.books import TODAY, book, every

CLOCKS = order_book(World(customers=80, gap=14, unlike=0.3, regular=20, stay=250, years=2))
ON = BEGIN + timedelta(700)


@pytest.fixture(scope="module")
def found() -> Backtest:
    found = backtest(CLOCKS, ON, 60)
    assert isinstance(found, Backtest)
    return found


def test_alerts_are_counted_and_compared_with_what_came(found: Backtest) -> None:
    assert found.cuts == tuple(ON - timedelta(60 * number) for number in range(1, 7))
    assert found.alerts > 50
    assert found.right > 0.85
    assert found.brier < found.plain / 2
    assert sum(step.count for step in found.steps) == found.cases


def test_where_rhythms_differ_the_chance_warns_sooner_than_the_rule() -> None:
    mixed = order_book(World(customers=200, unlike=1.2, gap=30, stay=300, years=2))
    found = replay(mixed, ON - timedelta(250), ON, 60)
    assert found
    assert found.false > 5
    assert found.sooner > 15


@pytest.mark.parametrize(
    ("orders", "cuts"),
    [
        pytest.param(book([3]), 0, id="one order"),
        pytest.param(book(every(20, 40, silent=4)), 6, id="one customer"),
        pytest.param(book(*[[0]] * 300), 0, id="all on one day"),
    ],
)
def test_too_little_is_said_to_be_too_little(orders: Book, cuts: int) -> None:
    found = backtest(orders, TODAY, 60)
    assert isinstance(found, TooLittle)
    assert found.cuts == cuts


def test_nothing_is_replayed_where_nobody_was_warned_of() -> None:
    assert replay(book(every(7, 50, silent=1)), TODAY - timedelta(200), TODAY, 60) is None


def test_reliability_puts_what_was_said_beside_what_came() -> None:
    low, high = reliability(np.array([0.02, 0.08, 0.95, 1.0]), np.array([0.0, 1.0, 1.0, 1.0]))
    assert (low.low, low.count, low.said, low.lost) == (0.0, 2, 0.05, 0.5)
    assert (high.low, high.count, high.lost) == (0.9, 2, 1.0)
