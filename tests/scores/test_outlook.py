"""What is to be expected of customers: who is late is expected no more than their chance to be lost allows."""

from datetime import date

import numpy as np
import pytest

from sales.order_arrays import OrderArrays, made_one
from sales.scores.outlook import outlook

TODAY = date(2026, 3, 2)
BUYERS = 30
WEEKLY, STOPPED = 0, 1
WITHIN = 60


def test_who_is_late_and_hardly_expected_back_has_few_orders_to_come() -> None:
    found = outlook(made_one(_weekly_buyers()), BUYERS, TODAY, {WITHIN: np.ones(BUYERS, dtype=bool)})
    assert found.lost[STOPPED] > 0.7
    left = 1 - found.lost[STOPPED]
    assert found.a_year[STOPPED] <= 1.1 * left * found.a_year[WEEKLY]
    assert found.a_year[WEEKLY] > 40


@pytest.mark.parametrize(("years_ago", "latest"), [((1.0, 0.5), 548), ((2.0, 1.25, 0.5), 821), ((0.5, 0.4), None)])
def test_among_weekly_buyers_a_yearly_one_is_late_by_their_own_rhythm(
    years_ago: tuple[float, ...], latest: int | None
) -> None:
    weekly = _weekly_buyers()
    days = np.array([TODAY.toordinal() - round(730 * ago) for ago in years_ago], dtype=np.int64)
    rare = OrderArrays(np.full(len(days), BUYERS), days, np.full(len(days), 100_00.0), np.ones(len(days), dtype=bool))
    both = [
        np.concatenate([getattr(weekly, one), getattr(rare, one)]) for one in ("customer", "day", "worth", "booked")
    ]
    found = outlook(made_one(OrderArrays(*both)), BUYERS + 1, TODAY, {WITHIN: np.ones(BUYERS + 1, dtype=bool)})
    assert found.latest[WEEKLY] == 11
    assert np.isnan(found.latest[BUYERS]) if latest is None else abs(found.latest[BUYERS] - latest) <= 1


def _weekly_buyers() -> OrderArrays:
    """All but one until today; that one until two months ago."""
    today = TODAY.toordinal()
    days = [(who, today - 7 * week - who % 7) for who in range(BUYERS) for week in range(100)]
    kept = [(who, day) for who, day in days if who != STOPPED or day < today - 60]
    customer, day = (np.array(column, dtype=np.int64) for column in zip(*kept, strict=True))
    return OrderArrays(customer, day, np.full(len(kept), 100_00.0), np.ones(len(kept), dtype=bool))
