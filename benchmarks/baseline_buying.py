"""The baseline of `foresight`: BG/NBD as the package lifetimes fits it, and CDNOW's orders, which come with it."""

import importlib
from importlib.resources import files

import numpy as np

from sales.foresight.book import Book, Real, book_of
from sales.foresight.buying import Buying
from sales.foresight.histories import Histories


def cdnow() -> Book | None:
    """The orders of 23,570 customers who first bought at the beginning of 1997; None: lifetimes is not installed."""
    try:
        path = files("lifetimes").joinpath("datasets", "CDNOW_master.txt")
    except ModuleNotFoundError:
        print("lifetimes is not installed: make bench installs it.")
        return None
    rows = [line.split() for line in path.read_text("utf-8").splitlines()[1:]]
    days = {word: _ordinal(word) for word in {row[1] for row in rows}}
    _, customer = np.unique([int(row[0]) for row in rows], return_inverse=True)
    return book_of(customer.astype(np.int64), np.array([days[row[1]] for row in rows]))


def _ordinal(word: str) -> int:
    day = np.datetime64(f"{word[:4]}-{word[4:6]}-{word[6:]}", "D")
    return int((day - np.datetime64("0001-01-01", "D")).astype(int)) + 1


def fitted_by_lifetimes(known: Histories, within: int) -> Real:
    """P(no purchase within so many days) by BG/NBD with the parameters that lifetimes finds."""
    fitter = importlib.import_module("lifetimes").BetaGeoFitter()
    fitter.fit(known.orders - 1, known.span, known.span + known.silence)
    r, alpha, a, b = (float(fitter.params_[name]) for name in ("r", "alpha", "a", "b"))
    return Buying(r, alpha, a, b, first=False).nothing(known, within)
