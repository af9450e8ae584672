"""How good the chances would have been on past days of this very book, said only where there is enough of it."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from sales.foresight.book import Book, Real
from sales.foresight.histories import histories
from sales.foresight.model import fit
from sales.foresight.replay import Replay, nothing_came, replay

ALERT = 0.7
"""From this chance on a customer with three orders or more counts as warned of."""
_CUTS, _FEWEST_CASES, _FEWEST_LOST = 6, 60, 10
_FEWEST_ORDERS = 3
_STEPS = 10


@dataclass(frozen=True, slots=True)
class Step:
    """Of `count` customers with chances between `low` and a tenth more, `said` on average, the share `lost` was."""

    low: float
    count: int
    said: float
    lost: float


@dataclass(frozen=True, slots=True)
class Backtest:
    """Over `cuts` past days: `alerts` were given, of which the share `right` ordered nothing; `lost` did in all.

    `brier` is the mean square of chance less outcome, `plain` that of always saying the share that is lost.
    """

    cuts: tuple[date, ...]
    cases: int
    lost: float
    alerts: int
    right: float
    brier: float
    plain: float
    steps: tuple[Step, ...]
    warning: Replay | None


@dataclass(frozen=True, slots=True)
class TooLittle:
    """The book is too short or too small: only so many `cases` on past days, of which so few were `lost` or were not.

    `cuts` past days could be asked about.
    """

    cuts: int
    cases: int
    lost: int


def backtest(book: Book, on: date, within: int) -> Backtest | TooLittle:
    """Ask on days `within` apart, up to `on` less `within`, with what was known then, and compare with what came."""
    cuts = _cuts(book, on, within)
    asked = [_asked(book, cut, within) for cut in cuts]
    chances, lost, often = (np.concatenate([one[part] for one in asked] or [np.array([])]) for part in range(3))
    if len(lost) < _FEWEST_CASES or min(lost.sum(), (1 - lost).sum()) < _FEWEST_LOST:
        return TooLittle(len(cuts), len(lost), int(lost.sum()))
    alerts = (chances >= ALERT) & (often > 0)
    right = float(lost[alerts].mean()) if alerts.any() else 0.0
    share = float(lost.mean())
    measured = float(np.mean((chances - lost) ** 2)), share * (1 - share)
    warning = replay(book.until(on), cuts[-1], on, within)
    return Backtest(
        tuple(cuts), len(lost), share, int(alerts.sum()), right, *measured, reliability(chances, lost), warning
    )


def reliability(chances: Real, lost: Real) -> tuple[Step, ...]:
    """What was said beside what came, in tenths of the chance; tenths that were never said are left out."""
    place = np.minimum((chances * _STEPS).astype(np.int64), _STEPS - 1)
    steps = [(number, place == number) for number in range(_STEPS)]
    return tuple(
        Step(number / _STEPS, int(within.sum()), float(chances[within].mean()), float(lost[within].mean()))
        for number, within in steps
        if within.any()
    )


def _cuts(book: Book, on: date, within: int) -> list[date]:
    """The newest first; before the oldest lies as much time as is looked ahead."""
    if not book.day.size:
        return []
    first = date.fromordinal(int(book.day.min()))
    cuts = [on - timedelta(within * number) for number in range(1, _CUTS + 1)]
    return [cut for cut in cuts if (cut - first).days >= within]


def _asked(book: Book, cut: date, within: int) -> tuple[Real, Real, Real]:
    """Chance, outcome, and whether an alert may be given, for each customer who had ordered by then."""
    known = histories(book, cut)
    chances = fit(book, cut, within).lost(book, cut, within)[known.who]
    lost = nothing_came(book, cut, within)[known.who]
    return chances, lost.astype(float), (known.orders >= _FEWEST_ORDERS).astype(float)
