"""Orders as arrays: days counted once, returns left out."""

import numpy as np

from sales.foresight.book import book_of
from sales.foresight.histories import histories
from tests.foresight.books import TODAY, book


def whole(*numbers: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array(numbers, dtype=np.int64)


def test_rows_come_in_any_order_and_days_count_once() -> None:
    orders = book_of(whole(1, 0, 1, 1), whole(20, 10, 20, 5))
    assert orders.customer.tolist() == [0, 1, 1]
    assert orders.day.tolist() == [10, 5, 20]


def test_a_return_is_no_order_but_nothing_is_one() -> None:
    orders = book_of(whole(0, 0, 0), whole(1, 2, 3), np.array([50.0, -50.0, 0.0]))
    assert orders.day.tolist() == [1, 3]


def test_who_only_returned_something_had_bought_it() -> None:
    orders = book_of(whole(0, 0), whole(8, 4), np.array([-1.0, -2.0]))
    assert orders.day.tolist() == [4]


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
