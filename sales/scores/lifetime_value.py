"""What customers will buy in the years to come: expected orders times what an order of theirs is worth, discounted.

    value of an order   v = (x m + k M) / (x + k)
    lifetime value      L = margin * v * sum over years t of n_t / (1 + d)^(t - 1/2)

m is the mean of the customer's own x orders, M that of all, n_t the expected orders of year t, d the discount a year. k
says after how many orders one's own mean counts as much as that of all. That is the conditional expectation of the
gamma-gamma model (Fader, Hardie: "The Gamma-Gamma Model of Monetary Value", 2013, with k = (q - 1) / p), and
credibility theory's (Bühlmann 1967). k = s2 / t2 is fitted on logarithms, where a few huge orders do little harm: over
customers with x orders the variance of log m is about t2 + s2 / x.

The interval holds eight of ten: n is Poisson with a gamma rate of shape x + 1 (little was seen, much is possible), the
sum of the orders, if there is any, log-normal. A customer who may well not order at all has 0 as the lower end.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sales.scores.amounts import Floats, bought, ratio

_FEWEST = 10
"""Fewer buyers say nothing of what others buy."""
_UPPER, _LOWER = 0.9, 0.1
_MOST_SPREAD = 4.0
_LEAST_SPREAD = 0.01
_TOP = 0.99
_LEVELS = np.linspace(0.001, 0.999, 999)
_NORMAL = np.array([NormalDist().inv_cdf(level) for level in _LEVELS.tolist()])


@dataclass(frozen=True, slots=True)
class Terms:
    """`discount` a year, and what share of the sales is `margin` (1: the value is in sales)."""

    discount: float = 0.1
    margin: float = 1.0


@dataclass(frozen=True, slots=True)
class Spending:
    """What orders are worth here: `mean` over all; `within` and `between`: variances of logarithms; from `buyers`."""

    mean: float
    within: float
    between: float
    buyers: int

    @property
    def k(self) -> float:
        return self.within / self.between


def spending(orders: ArrayLike, amounts: ArrayLike) -> Spending | None:
    """Fitted to numbers of orders and sums of all customers; None: too few of them have bought."""
    counts, sums = bought(orders), bought(amounts)
    buys = (counts > 0) & (sums > 0)
    counts, means = counts[buys], sums[buys] / counts[buys]
    if len(means) < _FEWEST:
        return None
    calm = np.minimum(means, np.quantile(means, _TOP, method="lower"))
    within, between = _spreads(counts, np.log(means))
    return Spending(float(np.average(calm, weights=np.minimum(counts, 100))), within, between, len(means))


def _spreads(counts: Floats, logs: Floats) -> tuple[float, float]:
    """s2 and t2: squares of log m against 1 / x, by least squares; each within what can be believed."""
    off = (logs - np.mean(logs)) ** 2
    shares = 1.0 / counts
    around = shares - np.mean(shares)
    slope = float(np.sum(around * off) / max(np.sum(around**2), 1e-9))
    within = float(np.clip(slope, _LEAST_SPREAD, _MOST_SPREAD))
    between = float(np.clip(np.mean(off) - within * np.mean(shares), _LEAST_SPREAD, _MOST_SPREAD))
    return within, between


def order_value(orders: ArrayLike, amounts: ArrayLike, here: Spending) -> Floats:
    """v: one's own mean, drawn toward that of all the more, the fewer orders there are."""
    counts, sums = bought(orders), bought(amounts)
    values: Floats = (np.where(counts > 0, sums, 0.0) + here.k * here.mean) / (counts + here.k)
    return values


def orders_to_come(a_year: ArrayLike, staying: ArrayLike, years: int = 3) -> Floats:
    """n_t, a column a year: orders `a_year` while `staying` (the share that is still there a year later) lasts.

    Who leaves in the course of a year is there for half of it.
    """
    rate = np.clip(np.nan_to_num(np.asarray(a_year, dtype=np.float64)), 0, None)[..., None]
    stay = np.clip(np.nan_to_num(np.asarray(staying, dtype=np.float64)), 0, 1)[..., None]
    year = np.arange(years)
    to_come: Floats = rate * (stay**year + stay ** (year + 1)) / 2
    return to_come


@dataclass(frozen=True, slots=True)
class LifetimeValues:
    """Of all customers, in minor units; nan where there is too little data. `expected` orders in all years."""

    value: Floats
    low: Floats
    high: Floats
    expected: Floats
    order: Floats


def lifetime_values(
    orders: ArrayLike,
    amounts: ArrayLike,
    to_come: NDArray[np.float64],
    here: Spending | None,
    terms: Terms | None = None,
) -> LifetimeValues:
    """`orders` and `amounts` so far, `to_come` as of `orders_to_come`. Who never bought has no value of their own."""
    terms, counts = terms or Terms(), bought(orders)
    if here is None:
        nothing = np.full(counts.shape, np.nan)
        return LifetimeValues(nothing, nothing, nothing, nothing, nothing)
    order = order_value(orders, amounts, here) * terms.margin
    now = (1 + terms.discount) ** -(np.arange(to_come.shape[-1]) + 0.5)
    expected, discounted = np.sum(to_come, axis=-1), np.sum(to_come * now, axis=-1)
    value = order * discounted
    low, high = _interval(value, expected, counts, here)
    known = np.where(counts > 0, 1.0, np.nan)
    return LifetimeValues(value * known, low * known, high * known, expected * known, order * known)


def _interval(value: Floats, expected: Floats, counts: Floats, here: Spending) -> tuple[Floats, Floats]:
    shape = counts + 1.0
    none = (1.0 + expected / shape) ** -shape
    some = np.maximum(1.0 - none, 1e-12)
    # Relative variance of the sum: of single orders, of their number, of the rate, of the customer's own mean.
    single = np.expm1(here.within)
    of_mean = np.expm1(here.between * here.within / (here.between * counts + here.within))
    number = ratio(1.0 + single, expected) + 1.0 / shape
    square = 1.0 + np.nan_to_num(number, nan=0.0) * (1.0 + of_mean) + of_mean
    spread = np.log(np.maximum(square * some, 1.0))
    middle = value / some
    low, high = (
        middle * np.exp(_normal((level - none) / some) * np.sqrt(spread) - spread / 2) for level in (_LOWER, _UPPER)
    )
    return np.where(none >= _LOWER, 0.0, low), np.where(none >= _UPPER, 0.0, high)


def _normal(level: Floats) -> Floats:
    """The quantile of the normal distribution."""
    quantile: Floats = np.interp(level, _LEVELS, _NORMAL)
    return quantile


@dataclass(frozen=True, slots=True)
class LifetimeReason:
    """One customer's value with what it is made of; sums in minor units, `years` ahead. None: too little data."""

    value: int | None
    low: int
    high: int
    expected: float
    order: int
    orders: int
    years: int
    terms: Terms
