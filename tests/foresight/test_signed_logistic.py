"""Weights are the likeliest ones that are allowed, and stay where they were believed to be without lessons."""

import numpy as np
import pytest

from sales.foresight.level import doubt, lift
from sales.foresight.signed_logistic import Lesson, chance, learn

CHANCE = np.random.default_rng(7)
SEEN = np.column_stack([CHANCE.normal(size=(4_000, 2)), np.ones(4_000)])
TRUE = np.array([1.5, -1.0, 0.5])
LOST = (CHANCE.random(4_000) < chance(SEEN @ TRUE)).astype(float)
NOTHING = np.zeros(3)
LOOSE = np.full(3, 1e-6)


def learned(signed: int, pull: float = 1e-6) -> list[float]:
    weights = learn(Lesson(SEEN, LOST, np.ones(len(LOST)), signed), NOTHING, np.full(3, pull))
    return [float(weight) for weight in weights]


def test_free_weights_are_found_again() -> None:
    assert learned(signed=0) == pytest.approx(TRUE.tolist(), abs=0.15)


def test_a_weight_that_may_not_be_negative_is_nought_and_the_others_are_best_without_it() -> None:
    first, second, last = learned(signed=2)
    alone = learn(Lesson(SEEN[:, [0, 2]], LOST, np.ones(len(LOST)), 0), NOTHING[:2], LOOSE[:2])
    assert second == 0
    assert [first, last] == pytest.approx(alone.tolist(), abs=1e-3)


def test_a_strong_pull_holds_what_was_believed() -> None:
    assert learned(signed=0, pull=1e9) == pytest.approx([0, 0, 0], abs=1e-4)


def test_the_level_goes_as_far_to_the_expected_one_as_it_is_doubted() -> None:
    odds = np.linspace(-2, 1, 50)
    before = chance(odds).mean()
    assert chance(odds + lift(odds, 0.8, 1.0)).mean() == pytest.approx(0.8)
    assert chance(odds + lift(odds, 0.8, 0.5)).mean() == pytest.approx((before + 0.8) / 2)
    assert lift(odds, 0.8, 0.0) == pytest.approx(0, abs=1e-9)


def test_doubt_fades_with_the_days_that_taught() -> None:
    assert [doubt(0), doubt(2)] == [1, 0.5]
    assert doubt(8) < 0.1
