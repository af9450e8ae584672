"""The chance of being lost: bounded, never falling in silence, learned from the past alone, whatever the book."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sales.foresight.book import Book, book_of
from sales.foresight.model import NoOrdersError, fit
from tests.foresight.books import TODAY, WITHIN, book, company, every

COMPANY = company()
MODEL = fit(COMPANY, TODAY, WITHIN)
SLACK = 1e-9
EARLIER = st.lists(st.integers(1, 1500), min_size=0, max_size=30)


@settings(deadline=None, max_examples=60)
@given(EARLIER, st.integers(1, 400))
def test_the_chance_never_falls_while_a_customer_stays_silent(gaps: list[int], within: int) -> None:
    one = book([0, *np.cumsum(gaps).tolist()])
    days = [*range(0, 400, 7), *range(400, 3000, 97)]
    chances = [MODEL.lost(one, TODAY + timedelta(later), within)[0] for later in days]
    assert np.diff(chances).min() >= -SLACK
    assert 0 <= chances[0] <= chances[-1] <= 1


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.lists(st.integers(0, 1200), min_size=1, max_size=12), min_size=1, max_size=25),
    st.integers(7, 200),
)
def test_nor_does_it_under_whatever_a_company_taught(customers: list[list[int]], within: int) -> None:
    orders = book(*customers)
    model = fit(orders, TODAY, within)
    chances = np.array([model.lost(orders, TODAY + timedelta(later), within) for later in range(0, 800, 29)])
    assert np.isfinite(chances).all()
    assert np.diff(chances, axis=0).min() >= -SLACK
    assert chances.min() >= 0
    assert chances.max() <= 1


def test_what_comes_afterwards_changes_nothing() -> None:
    days = COMPANY.day + 0
    later = book_of(np.append(COMPANY.customer, [0, 1, 1]), np.append(days, TODAY.toordinal() + np.array([1, 5, 9])))
    before = MODEL.lost(COMPANY, TODAY, WITHIN)
    assert fit(later, TODAY, WITHIN).lost(later, TODAY, WITHIN) == pytest.approx(before, abs=0)


def test_a_weekly_buyer_is_lost_sooner_than_a_yearly_one() -> None:
    both = book(every(7, 20, silent=60), every(360, 5, silent=60))
    weekly, yearly = MODEL.lost(both, TODAY, 365)
    assert weekly > yearly + 0.2


def test_the_longer_one_looks_ahead_the_less_is_lost() -> None:
    near, far = (MODEL.lost(COMPANY, TODAY, within).mean() for within in (30, 180))
    assert near > far


def test_several_orders_of_one_day_are_one() -> None:
    assert MODEL.lost(book([5, 5, 5, 40]), TODAY, WITHIN) == MODEL.lost(book([5, 40]), TODAY, WITHIN)


def test_who_never_ordered_has_no_chance() -> None:
    orders = Book(np.array([1]), np.array([TODAY.toordinal()]), 3)
    assert np.isnan(MODEL.lost(orders, TODAY, WITHIN)).tolist() == [True, False, True]


@pytest.mark.parametrize(
    "orders",
    [
        pytest.param(book([3]), id="one order"),
        pytest.param(book(every(20, 12, silent=9)), id="one customer"),
        pytest.param(book(*[[0]] * 30), id="all on one day"),
        pytest.param(book(*[[1, 3650, 7300]] * 12), id="ten years between"),
        pytest.param(book(*[[ago] for ago in range(30)]), id="nobody came twice"),
        pytest.param(book(*[every(1, 300, silent=0)] * 8), id="every day"),
    ],
)
def test_odd_books_have_an_answer(orders: Book) -> None:
    chances = fit(orders, TODAY, WITHIN).lost(orders, TODAY, WITHIN)
    assert np.isfinite(chances).all()


def test_without_an_order_nothing_is_learned() -> None:
    with pytest.raises(NoOrdersError):
        fit(book([1], [2]), TODAY - timedelta(10), WITHIN)
