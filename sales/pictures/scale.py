"""Scales of pictures: round steps of an axis, and where to cut it off when one value dwarfs all others."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

_STEPS = (1.0, 2.0, 5.0, 10.0)
_DWARFS = 5.0
"""A value so many times the next one is cut off, so that the others can be read."""
_ROOM = 1.25
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis with its words."""

    at: float
    label: str


def steps(most: float, about: int = 4) -> tuple[float, ...]:
    """Zero and the round numbers up to `most`, in steps of 1, 2 or 5 times a power of ten."""
    if most <= 0:
        return (0.0,)
    rough = most / about
    power = 10.0 ** floor(log10(rough))
    step = next(one * power for one in _STEPS if one * power >= rough * 0.999)
    return tuple(number * step for number in range(floor(most / step * 1.001) + 1))


def top(heights: Sequence[float]) -> float:
    """Where the axis ends: at the largest, or a little above the second largest where the first would dwarf it."""
    largest, second = ([0.0, 0.0, *sorted(heights)])[:-3:-1]
    return second * _ROOM if second > 0 and largest > _DWARFS * second else largest


def powers(low: float, high: float) -> tuple[float, ...]:
    """Powers of ten from `low` to `high`, both above zero, outer ones included; every other one where they are many."""
    first, last = floor(log10(low)), ceil(log10(high))
    last = max(last, first + 1)
    apart = max(1, ceil((last - first) / MOST_TICKS))
    return tuple(10.0**power for power in range(first, last + apart, apart))
