"""RFM: how recently, how often and for how much a customer bought, in quintiles, and what such customers are called.

Each of the three is a rank among all buyers, 1 to 5: 5 is the best fifth. Alike values have alike quintiles, by the
middle of the ranks they share; so with all alike everybody is in the middle. Names are read off recency and the rounded
mean of the other two, in the eleven groups that are usual. Who never bought has neither quintiles nor a name.
Source: Hughes, "Strategic Database Marketing" (1994); the names as in Makhija, "RFM Segmentation" (Putler, 2018).
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from sales.scores.amounts import Flags, Floats, Ints, bought

QUINTILES = 5
NO_QUINTILE = 0


class Segment(StrEnum):
    """What customers of a recency and a weight are called; the best first."""

    CHAMPIONS = "champions"
    LOYAL = "loyal"
    POTENTIAL_LOYALIST = "potential_loyalist"
    NEW = "new"
    PROMISING = "promising"
    NEED_ATTENTION = "need_attention"
    ABOUT_TO_SLEEP = "about_to_sleep"
    AT_RISK = "at_risk"
    CANT_LOSE = "cant_lose"
    HIBERNATING = "hibernating"
    LOST = "lost"


_CHAMPIONS, _LOYAL, _POTENTIAL, _NEW, _PROMISING, _ATTENTION, _SLEEPY, _RISK, _DEAR, _WINTER, _LOST = Segment
_MAP: tuple[tuple[Segment, ...], ...] = (
    # Frequency and amount together: 1, 2, 3, 4, 5.
    (_LOST, _WINTER, _RISK, _RISK, _DEAR),  # recency 1: longest ago
    (_WINTER, _WINTER, _RISK, _RISK, _DEAR),
    (_SLEEPY, _SLEEPY, _ATTENTION, _LOYAL, _LOYAL),
    (_PROMISING, _POTENTIAL, _POTENTIAL, _LOYAL, _LOYAL),
    (_NEW, _POTENTIAL, _POTENTIAL, _CHAMPIONS, _CHAMPIONS),
)
SEGMENTS = tuple(Segment)
_NUMBER = np.array([[SEGMENTS.index(one) for one in row] for row in _MAP], dtype=np.int64)
UNNAMED = -1


@dataclass(frozen=True, slots=True)
class RfmReason:
    """A customer's quintiles with what they are made of; `days` since the last order, `amount` in minor units."""

    segment: Segment
    recency: int
    frequency: int
    monetary: int
    days: int
    orders: int
    amount: int


@dataclass(frozen=True, slots=True)
class Rfm:
    """Quintiles (1 to 5, 0: never bought) and segments (places in SEGMENTS, or `UNNAMED`) of all customers."""

    recency: Ints
    frequency: Ints
    monetary: Ints
    segment: Ints


def rfm(days: ArrayLike, orders: ArrayLike, amounts: ArrayLike) -> Rfm:
    """`days` since the last order (nan: none; in the future counts as today), number of `orders`, sum of `amounts`."""
    silent = np.asarray(days, dtype=np.float64)
    often, much = bought(orders), bought(amounts)
    buyers = (often > 0) & np.isfinite(silent)
    recency = _among(-np.maximum(silent, 0.0), buyers)
    frequency, monetary = _among(often, buyers), _among(much, buyers)
    named = _NUMBER[recency - 1, (frequency + monetary + 1) // 2 - 1]
    return Rfm(recency, frequency, monetary, np.where(buyers, named, UNNAMED))


def _among(values: Floats, buyers: Flags) -> Ints:
    scores = np.full(values.shape, NO_QUINTILE, dtype=np.int64)
    scores[buyers] = quintiles(values[buyers])
    return scores


def quintiles(values: Floats) -> Ints:
    """1 for the lowest fifth to 5 for the highest, by the middle rank of those who are alike."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    less = np.cumsum(count) - count
    # (less + count / 2) / n, in whole numbers.
    scores: Ints = 1 + QUINTILES * (2 * less + count) // (2 * max(len(values), 1))
    return np.minimum(scores, QUINTILES)[place]


def segment_of(recency: int, frequency: int, monetary: int) -> Segment:
    """The name for three quintiles of 1 to 5, as the store keeps them."""
    return _MAP[recency - 1][(frequency + monetary + 1) // 2 - 1]
