"""Amounts as arrays, made fit for reckoning: returns, gaps and absurd sums must not tip a whole company's classes."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

MOST = 1e15
"""In minor units: more than anybody buys, and a million of them still add up without losing a cent's sense."""


_LEAST = 1e-9


def bought(amounts: ArrayLike) -> Floats:
    """What was bought, at least nothing: what is negative (returns) or no number is 0, what is absurd is `MOST`."""
    clean = np.nan_to_num(np.asarray(amounts, dtype=np.float64), nan=0.0, posinf=MOST, neginf=0.0)
    return np.clip(clean, 0.0, MOST)


def ratio(part: ArrayLike, whole: ArrayLike) -> Floats:
    """Part by whole; no number (nan) where the whole is nothing, or next to it."""
    parts, wholes = np.broadcast_arrays(np.asarray(part, dtype=np.float64), np.asarray(whole, dtype=np.float64))
    shares: Floats = np.divide(parts, wholes, out=np.full(parts.shape, np.nan), where=wholes > _LEAST)
    return shares
