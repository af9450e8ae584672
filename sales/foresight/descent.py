"""The lowest point of a smooth function of a few numbers, without its derivatives at hand."""

from collections.abc import Callable

import numpy as np

from sales.foresight.book import Real

_STEP, _ROUNDS, _HALVINGS = 1e-5, 100, 20
_FLAT = 1e-6
_LONGEST = 2.0


def lowest(cost: Callable[[Real], float], start: Real) -> Real:
    """By BFGS (Nocedal and Wright, "Numerical Optimization", chapter 6) with derivatives by central differences."""
    at, value, slope = start, cost(start), _slope(cost, start)
    inverse = np.eye(len(start))
    for _ in range(_ROUNDS):
        step = _stepped(-inverse @ slope)
        after = _further(cost, at, value, step)
        if after is None or np.abs(slope).max() < _FLAT:
            break
        moved = after - at
        at, value = after, cost(after)
        turned = _slope(cost, at)
        inverse = _updated(inverse, moved, turned - slope)
        slope = turned
    return at


def _stepped(step: Real) -> Real:
    length = float(np.abs(step).max())
    return step * (_LONGEST / length) if length > _LONGEST else step


def _further(cost: Callable[[Real], float], at: Real, value: float, step: Real) -> Real | None:
    """The first of ever shorter steps that leads down; None: none does."""
    for halving in range(_HALVINGS):
        after = at + step * 0.5**halving
        if cost(after) < value:
            return after
    return None


def _slope(cost: Callable[[Real], float], at: Real) -> Real:
    sides = np.eye(len(at)) * _STEP
    return np.array([(cost(at + side) - cost(at - side)) / (2 * _STEP) for side in sides])


def _updated(inverse: Real, moved: Real, turned: Real) -> Real:
    bend = float(moved @ turned)
    if bend <= 0:
        return inverse
    turn = np.eye(len(moved)) - np.outer(moved, turned) / bend
    updated: Real = turn @ inverse @ turn.T + np.outer(moved, moved) / bend
    return updated
