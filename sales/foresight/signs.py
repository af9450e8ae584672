"""The signs by which a customer is judged, as rows of numbers: those that can only grow in silence, and the others.

That the first kind never shrinks while nothing is ordered, and never counts negatively (`signed_logistic`), is why the
chance of being lost never falls while somebody stays silent.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sales.foresight.book import Real
from sales.foresight.buying import Buying
from sales.foresight.histories import Histories
from sales.foresight.situations import Situation

_SURE = 1e-5
_LEAST_LOGIT = 12.0
_TIMES_GAP = np.log([0.25, 0.5, 1, 1.5, 2.2, 3.5, 6, 12])
_TIMES_WITHIN = (-4, -2.5, -1.5, -0.7, 0, 0.7, 1.5, 3)
"""Logarithms of how often the days looked ahead fit into the silence."""
FEW, SOME, MANY = 3, 5, 10


@dataclass(frozen=True, slots=True)
class Company:
    """What holds for all customers of a book: two laws of buying, and the usual days between orders."""

    leaving: Buying
    leaving_at_once: Buying
    gap: float


@dataclass(frozen=True, slots=True)
class Signs:
    """`growing` and `standing` have one row a sign, one column a customer."""

    growing: Real
    standing: Real


def signs(now: Situation, company: Company) -> Signs:
    known = now.known
    gap = own_gap(known, company.gap)
    growing = np.array([*_laws(now, company), *_silence(known, gap), *_windows(now)])
    return Signs(growing, np.array(_standing(now, gap)))


def laws_chance(now: Situation, company: Company) -> Real:
    """The chance of no order by the mean of the two laws alone, by customer."""
    one, other = (law.nothing(now.known, now.within) for law in (company.leaving, company.leaving_at_once))
    mean: Real = (one + other) / 2
    return mean


def own_gap(known: Histories, usual: float) -> Real:
    """Each customer's days between orders: the median's logarithm, drawn to the usual one as if by one more gap."""
    gaps = known.orders - 1
    own: Real = np.exp((np.log(usual) + gaps * np.log(np.maximum(known.gap, 0.5))) / (1 + gaps))
    return own


def logit(chance: Real) -> Real:
    safe = np.clip(chance, _SURE, 1 - _SURE)
    odds: Real = np.log(safe / (1 - safe))
    return odds


def _laws(now: Situation, company: Company) -> list[Real]:
    """The two laws' chances of no order; the first two signs, which count half each where nothing is learned."""
    known, orders = now.known, now.known.orders
    one, other = (logit(law.nothing(known, now.within)) for law in (company.leaving, company.leaving_at_once))
    # Lifted above nought: what is switched on by the number of orders may only add.
    lifted, first = one + _LEAST_LOGIT, other + _LEAST_LOGIT
    return [one, other, lifted * (orders > FEW), lifted * (orders >= MANY), first * (orders == 1)]


def _silence(known: Histories, gap: Real) -> list[Real]:
    """How far the silence is beyond the own gap, in steps, for who ordered twice, and more so for who did often."""
    beyond = np.log((known.silence + 0.5) / gap)
    several, often = known.orders > 1, known.orders >= SOME
    steps = [_ramp(beyond, low, high) for low, high in pairwise(_TIMES_GAP)]
    weight = np.where(known.orders >= FEW, 1 - 1 / np.maximum(known.orders - 1, 1), 0)
    once = np.maximum(beyond + 4, 0) * (known.orders == 1)
    return [*(step * several for step in steps), *(step * often for step in steps), once, known.passed * weight]


def _windows(now: Situation) -> list[Real]:
    known = now.known
    ahead = np.log((known.silence + 0.5) / now.within)
    steps = [_ramp(ahead, low, high) for low, high in pairwise(_TIMES_WITHIN)]
    return [*steps, *-np.log1p(now.lately), np.log1p(now.missed), np.log1p(known.span + known.silence)]


def _standing(now: Situation, gap: Real) -> list[Real]:
    """What silence does not change."""
    known, orders = now.known, now.known.orders
    pace = np.clip(np.log(gap / now.within), -4, 3)
    newest = np.log((known.newest + 1) / (known.gap + 1))
    kinds = [np.ones(len(known)), np.log(orders), orders == 1.0, orders == FEW - 1.0]
    rhythm = [pace, pace**2, pace * (orders > FEW), known.uneven * (orders >= FEW), newest * (orders >= FEW)]
    return [*kinds, *rhythm, np.log1p(known.span / now.within)]


def _ramp(value: Real, low: float, high: float) -> Real:
    """0 up to `low`, 1 from `high` on, a straight line between."""
    return np.clip((value - low) / (high - low), 0, 1)
