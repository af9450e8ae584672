"""The chance that somebody buys nothing, when buyers buy at random, each at a rate of their own, until they leave.

Sources: Fader, Hardie and Lee, "Counting Your Customers the Easy Way", Marketing Science 24 (2005), for BG/NBD;
Batislam, Denizel and Filiztekin, International Journal of Research in Marketing 24 (2007), for MBG/NBD, in which one
may leave after the very first purchase, too.
"""

from dataclasses import dataclass
from math import exp, log

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
        """The chance of no purchase in the next `within` days, by customer: left already, or at a pause."""
        nothing: Real = 1 - self.alive(known) * (1 - self.pause(known, within))
        return nothing

    def pause(self, known: Histories, within: float | Real) -> Real:
        """The chance that who is still there buys nothing in the next `within` days.

        Their rate is gamma with r + x and alpha + T (Fader et al. 2005, equation 8 and appendix).
        """
        age = self.rate + known.span + known.silence
        pause: Real = np.exp(-(self.shape + known.orders - 1) * np.log1p(within / age))
        return pause


def fit_buying(known: Histories, *, first: bool) -> Buying:
    """The law under which these histories are likeliest (maximum of the closed likelihoods of the two papers)."""
    unit = max(float(np.mean(known.span + known.silence)), 1.0)
    cases = _Cases(known, unit)

    def cost(at: Real) -> float:
        return (_PULL * float(at @ at) - cases.likelihood(at, first=first)) / max(len(known), 1)

    shape, rate, leave, stay = (exp(one) for one in lowest(cost, np.array(_START)))
    return Buying(shape, rate * unit, leave, stay, first)


class _Cases:
    """Histories with times in units of `unit` days."""

    def __init__(self, known: Histories, unit: float) -> None:
        self._repeats = (known.orders - 1).astype(np.int64)
        self._most = int(self._repeats.max(initial=0)) + 1
        self._bought = known.span / unit
        self._age = (known.span + known.silence) / unit

    def likelihood(self, logarithms: Real, *, first: bool) -> float:
        """The gammas and betas of the papers are products over the repeats; their logarithms are summed up once."""
        r, alpha, a, b = np.exp(np.clip(logarithms, -12, 12))
        x = self._repeats
        chances = x + first
        rates = self._product(r)[x] + r * log(alpha)
        stayed = (self._product(b) - self._product(a + b))[chances]
        left = stayed + np.log(a) - np.log(b + np.maximum(chances - 1, 0))
        stays = stayed - (r + x) * np.log(alpha + self._age)
        leaves = np.where(chances > 0, left - (r + x) * np.log(alpha + self._bought), -np.inf)
        return float(np.sum(rates + np.logaddexp(stays, leaves)))

    def _product(self, start: float) -> Real:
        """The logarithms of 1, start, start (start + 1), and so on."""
        return np.append(0.0, np.cumsum(np.log(start + np.arange(self._most))))
