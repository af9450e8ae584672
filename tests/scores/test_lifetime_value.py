"""Lifetime values: believable means, intervals that hold eight of ten, and nothing said of too little."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales.scores.amounts import Floats
from sales.scores.lifetime_value import (
    Spending,
    Terms,
    lifetime_values,
    order_value,
    orders_to_come,
    spending,
)

HERE = Spending(mean=1000, within=0.5, between=1.0, buyers=100)
FLAT = Terms(discount=0.0)


@pytest.mark.parametrize(
    ("orders", "amount", "value"),
    [
        pytest.param(0, 0, 1000, id="never bought: as others"),
        pytest.param(1, 4000, 3000, id="one order: two thirds their own"),
        pytest.param(2, 8000, 3400, id="two orders: four fifths"),
        pytest.param(1000, 4_000_000, 3998.5, id="a thousand: their own"),
        pytest.param(1, -500, 1000 / 3, id="a return is worth nothing"),
    ],
)
def test_one_s_own_mean_counts_more_with_each_order(orders: int, amount: int, value: float) -> None:
    assert order_value([orders], [amount], HERE)[0] == pytest.approx(value, rel=1e-4)


def test_orders_to_come_fade_with_those_who_leave() -> None:
    assert orders_to_come([10], [0.8], 3)[0].tolist() == pytest.approx([9.0, 7.2, 5.76])
    assert orders_to_come([float("nan"), -3, 4], [2, 0.5, float("nan")], 2).tolist() == [[0, 0], [0, 0], [2, 0]]


def test_later_money_is_worth_less_and_the_margin_counts() -> None:
    to_come = np.array([[10.0, 10.0]])
    known = ([1000], [1_000_000])
    assert lifetime_values(*known, to_come, HERE, FLAT).value[0] == pytest.approx(20_000)
    half = lifetime_values(*known, to_come, HERE, Terms(0.21, 0.5)).value[0]
    assert half == pytest.approx(5000 / 1.1 + 5000 / 1.331)


def test_who_will_hardly_order_has_nothing_as_the_lower_end() -> None:
    found = lifetime_values([1, 200], [1000, 200_000], np.array([[0.3], [20.0]]), HERE, FLAT)
    assert (found.low[0], found.low[1] > 10_000) == (0.0, True)
    nobody = lifetime_values([1], [1000], np.array([[0.0]]), HERE)
    assert (nobody.value[0], nobody.low[0], nobody.high[0]) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("buyers", [0, 1, 9])
def test_of_few_buyers_nothing_is_said(buyers: int) -> None:
    assert spending([3] * buyers + [0], [300] * buyers + [0]) is None
    assert np.isnan(lifetime_values([3], [300], np.ones((1, 3)), None).value[0])


def test_who_never_bought_has_no_value() -> None:
    found = lifetime_values([0, 4], [0, 4000], np.ones((2, 3)), HERE, FLAT)
    assert np.isnan(found.value[0])
    assert (found.value[1], found.order[1], found.expected[1]) == (pytest.approx(3000), pytest.approx(1000), 3.0)
    assert 0 < found.low[1] < 3000 < found.high[1]


def test_all_alike_and_absurd_sums_are_borne() -> None:
    alike = spending([2] * 20, [200] * 20)
    assert alike is not None
    assert alike.mean == pytest.approx(100)
    absurd = spending([2] * 200, [*([200] * 198), 1e300, float("inf")])
    assert absurd is not None
    assert absurd.mean < 1000


def a_world(seed: int) -> tuple[tuple[Floats, Floats], Floats, Floats]:
    """Two years of orders that were seen, the expected ones of the next two years, and what came of it."""
    chance = np.random.default_rng(seed)
    rate, worth = chance.gamma(1.2, 3, 4000), np.exp(chance.normal(8, 1, 4000))

    def sums(orders: Floats) -> Floats:
        each = (chance.lognormal(-0.18, 0.6, int(count)).sum() for count in orders.tolist())
        return np.fromiter(each, dtype=float) * worth

    seen = chance.poisson(2 * rate).astype(float)
    to_come = np.repeat(((seen + 1.2) / (2 + 1 / 3))[:, None], 2, axis=1)
    return (seen, sums(seen)), to_come, sums(chance.poisson(2 * rate).astype(float))


def test_intervals_hold_eight_of_ten_and_values_add_up() -> None:
    known, to_come, came = a_world(3)
    found = lifetime_values(*known, to_come, spending(*known), FLAT)
    buyers = known[0] > 0
    held = np.mean(((found.low <= came) & (came <= found.high))[buyers])
    assert 0.75 < held < 0.85
    assert np.sum(found.value[buyers]) == pytest.approx(np.sum(came[buyers]), rel=0.05)


@given(st.integers(1, 50), st.integers(1, 10**9), st.floats(0, 500))
def test_the_value_lies_in_its_interval_or_under_it_and_scales(orders: int, amount: int, expected: float) -> None:
    def of(times: int) -> tuple[float, float, float]:
        here = Spending(1000 * times, 0.5, 1.0, 100)
        found = lifetime_values([orders], [amount * times], np.array([[expected]]), here)
        return float(found.low[0]), float(found.value[0]), float(found.high[0])

    low, value, high = of(1)
    assert 0 <= low <= high
    assert low <= value
    assert of(7) == pytest.approx((7 * low, 7 * value, 7 * high))
