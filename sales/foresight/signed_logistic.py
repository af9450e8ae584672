"""Logistic regression in which some weights may not be negative, drawn to weights that are believed beforehand."""

from dataclasses import dataclass

import numpy as np

from sales.foresight.book import Real

_ROUNDS, _SWEEPS, _HALVINGS = 40, 60, 14
_CLOSE = 1e-7
_FARTHEST = 30.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is learned from.

    `signs`: one row a case, one column a sign; `lost`: 1 or 0 a case; `weight`: how much each case counts; `signed`: so
    many of the first columns may not count negatively.
    """

    signs: Real
    lost: Real
    weight: Real
    signed: int


def learn(lesson: Lesson, believed: Real, pull: Real) -> Real:
    """The likeliest weights less half of `pull` times the squared distance from those `believed`, a sign each.

    By Newton's method; each step minimises the quadratic over the weights that are allowed, one weight after the other.
    """
    weights = believed.copy()
    cost = _cost(lesson, weights, believed, pull)
    for _ in range(_ROUNDS):
        step = _newton(lesson, weights, believed, pull)
        length, after = _shortened(lesson, weights, step, (believed, pull, cost))
        if cost - after < _CLOSE * max(1.0, abs(cost)):
            break
        weights, cost = weights + length * step, after
    # An allowed weight that rounding left just below nought.
    weights[: lesson.signed] = np.maximum(weights[: lesson.signed], 0)
    return weights


def chance(odds: Real) -> Real:
    """The probability whose log odds these are."""
    return 1 / (1 + np.exp(-np.clip(odds, -_FARTHEST, _FARTHEST)))


def _cost(lesson: Lesson, weights: Real, believed: Real, pull: Real) -> float:
    odds = lesson.signs @ weights
    surprise = lesson.weight @ (np.logaddexp(0, odds) - lesson.lost * odds)
    return float(surprise + pull @ (weights - believed) ** 2 / 2)


def _newton(lesson: Lesson, weights: Real, believed: Real, pull: Real) -> Real:
    now = chance(lesson.signs @ weights)
    slope = lesson.signs.T @ (lesson.weight * (now - lesson.lost)) + pull * (weights - believed)
    bent = lesson.signs * (lesson.weight * now * (1 - now))[:, None]
    bend = bent.T @ lesson.signs + np.diag(pull)
    floor = np.full(len(weights), -np.inf)
    floor[: lesson.signed] = -weights[: lesson.signed]
    return _lowest_above(slope, bend, floor)


def _lowest_above(slope: Real, bend: Real, floor: Real) -> Real:
    """The step d >= floor with the least slope·d + d·bend·d / 2, by cyclic coordinate descent."""
    step, bent = np.zeros(len(slope)), np.zeros(len(slope))
    for _ in range(_SWEEPS):
        farthest = 0.0
        for place in range(len(slope)):
            there = max(step[place] - (slope[place] + bent[place]) / bend[place, place], floor[place])
            moved = there - step[place]
            bent += bend[:, place] * moved
            step[place] = there
            farthest = max(farthest, abs(moved))
        if farthest < _CLOSE:
            break
    return step


def _shortened(lesson: Lesson, weights: Real, step: Real, at: tuple[Real, Real, float]) -> tuple[float, float]:
    """How much of the step to go so that the cost falls, and the cost there."""
    believed, pull, before = at
    for halving in range(_HALVINGS):
        length = 0.5**halving
        after = _cost(lesson, weights + length * step, believed, pull)
        if after < before:
            return length, after
    return 0.0, before
