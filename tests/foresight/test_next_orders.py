"""When the next order is expected, and how a chance is said."""

from datetime import date, timedelta

import numpy as np
import pytest

from sales.foresight.next_orders import next_orders, of_ten
from tests.foresight.books import TODAY, book, every


def test_a_monthly_buyer_is_expected_in_a_month() -> None:
    found = next_orders(book(every(30, 12, silent=10), [5]), TODAY)
    early, likely, late = (date.fromordinal(int(days[0])) for days in (found.early, found.likely, found.late))
    assert found.who.tolist() == [0]
    assert TODAY < early <= likely <= late
    assert abs(likely - (TODAY + timedelta(20))) <= timedelta(3)


def test_who_is_far_beyond_their_rhythm_is_not_expected() -> None:
    found = next_orders(book(every(7, 30, silent=200), every(30, 9, silent=3)), TODAY)
    assert np.isnan(found.likely).tolist() == [True, False]


def test_an_expected_day_is_never_over() -> None:
    found = next_orders(book(every(30, 6, silent=33), [40, 51, 99, 130]), TODAY)
    days = np.stack([found.early, found.likely, found.late])
    assert np.nanmin(days) > TODAY.toordinal()


def test_nobody_is_expected_of_an_empty_book() -> None:
    assert len(next_orders(book([1]), TODAY - timedelta(5)).who) == 0


@pytest.mark.parametrize(("chance", "said"), [(0, 0), (0.01, 1), (0.55, 6), (0.81, 8), (0.97, 9), (0.999, 10)])
def test_a_chance_is_said_of_ten_customers(chance: float, said: int) -> None:
    assert of_ten(chance) == said
