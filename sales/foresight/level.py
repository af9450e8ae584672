"""How far what was learned is trusted about how many order at all: the fewer days taught it, the less."""

import numpy as np

from sales.foresight.book import Real
from sales.foresight.signed_logistic import chance

_DAYS_TO_TRUST = 2
_FARTHEST, _HALVINGS = 8.0, 50


def doubt(days: float) -> float:
    """Between 1, when no past day was learned from, and 0; with two of them a half."""
    return 1 / (1 + (days / _DAYS_TO_TRUST) ** 2)


def lift(odds: Real, expected: float, doubted: float) -> float:
    """What to add to log odds so that their mean chance comes as near to the expected one as they are doubted."""
    wanted = (1 - doubted) * float(chance(odds).mean()) + doubted * expected
    low, high = -_FARTHEST, _FARTHEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if float(np.mean(chance(odds + middle))) < wanted else (low, middle)
    return low
