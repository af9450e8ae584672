"""What is to be expected of customers: who is late is expected no more than their chance to be lost allows."""

from datetime import date

import numpy as np

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


def _weekly_buyers() -> OrderArrays:
    """All but one until today; that one until two months ago."""
    today = TODAY.toordinal()
    days = [(who, today - 7 * week - who % 7) for who in range(BUYERS) for week in range(100)]
    kept = [(who, day) for who, day in days if who != STOPPED or day < today - 60]
    customer, day = (np.array(column, dtype=np.int64) for column in zip(*kept, strict=True))
    return OrderArrays(customer, day, np.full(len(kept), 100_00.0), np.ones(len(kept), dtype=bool))
