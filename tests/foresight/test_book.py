"""Orders as arrays: days counted once, returns and samples left out."""

from datetime import date

import numpy as np
import pytest

from sales.exchange import Exchange
from sales.foresight.book import book_of
from sales.foresight.histories import histories
from sales.money import Money
from sales.order_book import Ordered, occasions
from tests.foresight.books import TODAY, book


def whole(*numbers: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array(numbers, dtype=np.int64)


def test_rows_come_in_any_order_and_days_count_once() -> None:
    orders = book_of(whole(1, 0, 1, 1), whole(20, 10, 20, 5))
    assert orders.customer.tolist() == [0, 1, 1]
    assert orders.day.tolist() == [10, 5, 20]


@pytest.mark.parametrize(
    ("amounts", "days"),
    [
        pytest.param([50, -50, 20], [1, 3], id="a return is no order"),
        pytest.param([50, 0, 20], [1, 3], id="a free sample is none"),
        pytest.param([50, None, 20], [1, 2, 3], id="an order without a sum is one"),
    ],
)
def test_which_days_count_is_the_rule_of_the_store(amounts: list[int | None], days: list[int]) -> None:
    known = np.array([np.nan if one is None else one for one in amounts], dtype=float)
    assert book_of(whole(0, 0, 0), whole(3, 2, 1), known[::-1]).day.tolist() == days
    told = [
        Ordered(date(2026, 1, day), None if one is None else Money(one, "USD"))
        for day, one in enumerate(amounts, start=1)
    ]
    assert [one.day.day for one in occasions(told, Exchange("USD").worth) if one.is_purchase] == days


def test_who_has_nothing_but_returns_and_samples_stands_there_with_the_first() -> None:
    orders = book_of(whole(0, 1, 1), whole(8, 6, 4), np.array([5.0, -1.0, 0.0]))
    assert (orders.customer.tolist(), orders.day.tolist()) == ([0, 1], [8, 4])


def test_a_day_counts_by_what_it_comes_to() -> None:
    orders = book_of(whole(0, 0, 0, 0), whole(5, 5, 8, 8), np.array([9.0, -9.0, 9.0, -1.0]))
    assert orders.day.tolist() == [8]


def test_an_empty_book() -> None:
    assert book_of(whole(), whole()).customers == 0


def test_a_history_tells_rhythm_and_silence() -> None:
    known = histories(book([5, 15, 35, 95], [7]), TODAY)
    assert known.orders.tolist() == [4, 1]
    assert known.silence.tolist() == [5, 7]
    assert known.span.tolist() == [90, 0]
    assert known.gap.tolist() == [20, 0]
    assert known.newest.tolist() == [10, 0]
    assert known.passed.tolist() == [0, 0]
