"""The company's own past as lessons: what could be seen on earlier days, and who then ordered nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from sales.foresight.book import Book, Real, Whole
from sales.foresight.buying import fit_buying
from sales.foresight.histories import Histories, ordered_between
from sales.foresight.signs import Company, Signs, signs
from sales.foresight.situations import situation

MOST = 10_000
"""So many customers are drawn of a larger book: more change nothing that can be measured."""
_CUTS, _FEWEST = 8, 5
_YEAR = 365
_SHORTEST_AHEAD, _SHORTEST_BEFORE = 7, 14
_CAN_LOOK = 1.8
"""A book has to be so many times as long as the days looked ahead; of a shorter one a third is looked ahead."""
_USUAL = 60.0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One earlier day: the signs then, one column a customer, and 1 for each who ordered nothing afterwards, else 0.

    It `counts` as one day; as half of one where fewer days were looked ahead than are asked about.
    """

    signs: Signs
    lost: Real
    counts: float


def snapshots(book: Book, on: date, within: int) -> Iterator[Snapshot]:
    """Of days up to `on` less the days looked ahead; nothing after `on` is looked at."""
    book = book.until(on)
    if not book.day.size:
        return
    first = date.fromordinal(int(book.day.min()))
    ahead = days_ahead((on - first).days, within)
    for cut in _cuts(first, on, ahead, same_season=ahead == within):
        now = situation(book, cut, ahead)
        if len(now.known) >= _FEWEST:
            now = now.of(drawn(now.known))
            later = ordered_between(book, cut.toordinal(), cut.toordinal() + ahead)[now.known.who]
            lost = (later == 0).astype(float)
            yield Snapshot(signs(now, company_of(now.known)), lost, 1.0 if ahead == within else 0.5)


def company_of(known: Histories) -> Company:
    """What these histories have in common."""
    return Company(fit_buying(known, first=False), fit_buying(known, first=True), _usual_gap(known))


def drawn(known: Histories) -> Whole:
    """The places of at most `MOST` of them, drawn evenly, always the same."""
    if len(known) <= MOST:
        return np.arange(len(known))
    return np.sort(np.random.default_rng(len(known)).permutation(len(known))[:MOST])


def days_ahead(length: int, within: int) -> int:
    """How far ahead the past can be looked at in a book of so many days."""
    return within if length >= _CAN_LOOK * within else max(length // 3, _SHORTEST_AHEAD)


def _cuts(first: date, on: date, ahead: int, *, same_season: bool) -> list[date]:
    """The newest first, half a look ahead between them; the day a year ago, too, whose season is the coming one."""
    enough = timedelta(max(ahead // 2, _SHORTEST_BEFORE))
    newest, step = on - timedelta(ahead), timedelta(max(ahead // 2, 1))
    cuts = [newest - number * step for number in range(_CUTS)]
    if same_season and ahead <= _YEAR:
        cuts.append(on - timedelta(_YEAR))
    return [cut for cut in dict.fromkeys(cuts) if cut - first >= enough]


def _usual_gap(known: Histories) -> float:
    """The geometric mean of the customers' median gaps; who ordered often counts more, up to five times."""
    several = known.orders > 1
    if not several.any():
        return _USUAL
    gaps, often = np.maximum(known.gap[several], 0.5), np.minimum(known.orders[several] - 1, 5)
    return float(np.exp(np.average(np.log(gaps), weights=often)))
