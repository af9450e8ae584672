"""All customers scored at once: what each is told agrees with what they did."""

from datetime import date

import numpy as np
import pytest

from sales.customers import Stage
from sales.order_arrays import Occasions, OrderArrays, made_one
from sales.scores.everyone import Everyone, Said, score
from sales.scores.outlook import outlook
from sales.scores.stage import WHYS
from sales.scores.stage_reasons import STAGE_OF

TODAY = date(2026, 3, 2)


def orders(*customers: list[tuple[int, float]]) -> Occasions:
    """Of each customer the orders: days ago, and sum."""
    rows = [(who, ago, worth) for who, one in enumerate(customers) for ago, worth in one]
    return made_one(
        OrderArrays(
            np.array([who for who, _, _ in rows], dtype=np.int64),
            np.array([TODAY.toordinal() - ago for _, ago, _ in rows], dtype=np.int64),
            np.array([worth for *_, worth in rows], dtype=np.float64),
            np.ones(len(rows), dtype=bool),
        )
    )


def weekly(since: int, until: int = 0, worth: float = 100.0) -> list[tuple[int, float]]:
    return [(ago, worth) for ago in range(until, since, 7)]


def scored(found: Occasions, customers: int, *, lost: dict[int, int] | None = None) -> Everyone:
    said = np.full(customers, np.nan)
    for who, ago in (lost or {}).items():
        said[who] = TODAY.toordinal() - ago
    ahead = outlook(found, customers, TODAY, {60: np.ones(customers, dtype=bool)})
    return score(found, ahead, Said(said, said), TODAY)


def stage(scores: Everyone, who: int) -> Stage:
    return STAGE_OF[WHYS[int(scores.stages.why[who])]]


def test_customers_stand_where_their_orders_put_them() -> None:
    steady = [weekly(700, worth=100 + who) for who in range(20)]
    found = orders(
        *steady,
        weekly(700, until=120),
        weekly(700, until=400),
        [],
        weekly(40),
        [*weekly(700, until=365, worth=10), *weekly(365, worth=1000)],
    )
    scores = scored(found, 25)
    assert [stage(scores, who) for who in (0, 20, 21, 22, 23, 24)] == [
        *(Stage.ACTIVE, Stage.LOST, Stage.LOST, Stage.PROSPECT),
        *(Stage.NEW, Stage.GROWING),
    ]
    assert scores.outlook.lost[20] > scores.outlook.lost[0]
    assert np.isnan(scores.outlook.lost[22])
    assert scores.outlook.of_ten[0] == 0
    assert scores.bought.year[22] == 0
    assert scores.life.value[19] > scores.life.value[20]
    assert np.isnan(scores.life.value[22])


def test_one_that_is_said_to_be_lost_is_until_they_order() -> None:
    found = orders(*[weekly(700) for _ in range(12)], weekly(700, until=20))
    assert stage(scored(found, 13, lost={12: 10}), 12) is Stage.LOST
    assert stage(scored(found, 13, lost={12: 60}), 12) is Stage.WON_BACK


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(orders([], []), id="nobody has ordered"),
        pytest.param(orders([(3, 100.0)], []), id="one customer, one order"),
        pytest.param(orders(*[[(3, 100.0)] for _ in range(50)]), id="all orders on one day"),
        pytest.param(orders([(3650, 1.0), (1, 1.0)], [(2, 1e300)]), id="ten years of gaps, absurd sums"),
        pytest.param(orders([(-10, 100.0), (5, -3.0)], [(5, 0.0)]), id="days to come, returns and samples"),
    ],
)
def test_whatever_is_on_record_can_be_scored(found: Occasions) -> None:
    customers = 50
    scores = scored(found, customers)
    known = scores.outlook.lost[~np.isnan(scores.outlook.lost)]
    assert np.all((known >= 0) & (known <= 1))
    assert len(scores.stages.why) == customers


def test_orders_of_days_to_come_change_nothing() -> None:
    past = [weekly(300) for _ in range(10)]
    future = [[*one, (-30, 1e6)] for one in past]
    now, then = (scored(orders(*each), 10) for each in (past, future))
    assert np.array_equal(now.outlook.lost, then.outlook.lost)
    assert np.array_equal(now.bought.sum, then.bought.sum)
