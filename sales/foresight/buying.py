"""The chance that somebody buys nothing, when buyers buy at random, each at a rate of their own, until they leave.

Sources: Fader, Hardie and Lee, "Counting Your Customers the Easy Way", Marketing Science 24 (2005), for BG/NBD;
Batislam, Denizel and Filiztekin, International Journal of Research in Marketing 24 (2007), for MBG/NBD, in which one
may leave after the very first purchase, too.
"""

from dataclasses import dataclass
from math import exp, lgamma, log

import numpy as np

from sales.foresight.book import Real
from sales.foresight.descent import lowest
from sales.foresight.histories import Histories

_START = (0.0, 0.0, 0.0, 0.5)
# Very weak, in units of customers: it keeps a handful of equal histories from driving the rates to infinity.
_PULL = 0.5


@dataclass(frozen=True, slots=True)
class Buying:
    """A fitted law.

    `shape` (r) and `rate` (alpha, in days) are of the gamma of buying rates; `leave` and `stay` (a, b) of the beta of
    the chance to leave after a purchase; `first`: one may leave after the first one (MBG/NBD), too.
    """

    shape: float
    rate: float
    leave: float
    stay: float
    first: bool

    def alive(self, known: Histories) -> Real:
        """The chance that each still buys at all (Fader et al. 2005; Batislam et al. 2007), by customer."""
        repeats = known.orders - 1
        before = repeats + self.stay - (not self.first)
        waited = (self.shape + repeats) * np.log1p(known.silence / (self.rate + known.span))
        odds = np.exp(np.minimum(waited, 700)) * self.leave / np.where(before > 0, before, 1)
        alive: Real = 1 / (1 + np.where((repeats > 0) | self.first, odds, 0))
        return alive

    def nothing(self, known: Histories, within: float) -> Real:
        """The chance of no purchase in the next `within` days, by customer: left already, or at a pause.

        The rate of who is there is gamma with r + x and alpha + T (Fader et al. 2005, equation 8 and appendix).
        """
        age = self.rate + known.span + known.silence
        pause = np.exp(-(self.shape + known.orders - 1) * np.log1p(within / age))
        nothing: Real = 1 - self.alive(known) * (1 - pause)
        return nothing


def fit_buying(known: Histories, *, first: bool) -> Buying:
    """The law under which these histories are likeliest (maximum of the closed likelihoods of the two papers)."""
    unit = max(float(np.mean(known.span + known.silence)), 1.0)
    cases = _Cases(known, unit)

    def cost(at: Real) -> float:
        return (_PULL * float(at @ at) - cases.likelihood(at, first=first)) / max(len(known), 1)

    shape, rate, leave, stay = (exp(one) for one in lowest(cost, np.array(_START)))
    return Buying(shape, rate * unit, leave, stay, first)


class _Cases:
    """Histories with times in units of `unit` days, and their counts once each: gammas are dear."""

    def __init__(self, known: Histories, unit: float) -> None:
        self._x = known.orders - 1
        self._counts, self._place = np.unique(self._x, return_inverse=True)
        self._bought = known.span / unit
        self._age = (known.span + known.silence) / unit

    def likelihood(self, logarithms: Real, *, first: bool) -> float:
        r, alpha, a, b = np.exp(np.clip(logarithms, -12, 12))
        terms = np.array([_of_count(x, (r, a, b), first=first) for x in self._counts])
        common, stayed, left = terms[self._place].T
        common = common + r * log(alpha)
        stays = stayed - (r + self._x) * np.log(alpha + self._age)
        leaves = left - (r + self._x) * np.log(alpha + self._bought)
        return float(np.sum(common + np.logaddexp(stays, leaves)))


def _of_count(x: float, at: tuple[float, float, float], *, first: bool) -> tuple[float, float, float]:
    """What the likelihood of x repeats has in common, for having stayed, for having left; as logarithms."""
    r, a, b = at
    chances = x + first
    stayed = _beta(a, b + chances) - _beta(a, b)
    left = _beta(a + 1, b + chances - 1) - _beta(a, b) if chances else -np.inf
    return lgamma(r + x) - lgamma(r), stayed, left


def _beta(one: float, other: float) -> float:
    return lgamma(one) + lgamma(other) - lgamma(one + other)
