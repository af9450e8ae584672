"""Past weeks lived once more: when the chance would have warned, and when a rule of so many silent days did."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from sales.foresight.book import Book, Real
from sales.foresight.histories import ordered_between
from sales.foresight.model import Model, fit
from sales.foresight.situations import situation

RULE = 90
"""Days of silence after which the rule warns."""
_FEWEST_ORDERS = 3
_WEEK = timedelta(7)
_REFITTED = 4
_CONFIRMED = 60
"""Who stayed silent so many days after the rule had warned counts as lost."""


@dataclass(frozen=True, slots=True)
class Replay:
    """How both fared over silences that began after the first day, of customers with three orders or more.

    At `threshold` the chance gives as many `false` alarms as the rule: warnings after which an order came. `lost`
    silences were warned of by the rule and stayed; of them the chance warned `sooner` days earlier on average.
    """

    threshold: float
    false: int
    lost: int
    sooner: float


@dataclass(frozen=True, slots=True)
class _Week:
    """One look: for each customer of the book the chance, days of silence, and whether the silence counts."""

    on: date
    chances: Real
    silence: Real
    counts: NDArray[np.bool_]


def replay(book: Book, begin: date, end: date, within: int) -> Replay | None:
    """Look every week from `begin` to `end`, the day up to which the book is whole; None: nobody was lost or returned.

    A model is learned every four weeks from what was known then.
    """
    weeks = list(_weeks(book, begin, end, within))
    returned, stayed = _silences(weeks, book, end)
    warned = sum(1 for one in returned if one[-1][1] > RULE)
    lost = [one for one in stayed if _day(one, 1, RULE + 1) <= (end - timedelta(_CONFIRMED)).toordinal()]
    if not warned or not lost:
        return None
    threshold = sorted((one[-1][0] for one in returned), reverse=True)[warned - 1]
    sooner = [_day(one, 1, RULE + 1) - min(_day(one, 0, threshold), end.toordinal()) for one in lost]
    return Replay(threshold, warned, len(lost), float(np.mean(sooner)))


Silence = list[tuple[float, float, int]]
"""Week by week: the chance, the days of silence, the day."""


def _weeks(book: Book, begin: date, end: date, within: int) -> Iterator[_Week]:
    model: Model | None = None
    for number in range((end - begin).days // 7):
        on = begin + number * _WEEK
        if model is None or number % _REFITTED == 0:
            model = fit(book, on, within)
        known = situation(book, on, within).known
        silence, counts = np.zeros(book.customers), np.zeros(book.customers, dtype=bool)
        silence[known.who] = known.silence
        counts[known.who] = (known.orders >= _FEWEST_ORDERS) & (known.silence <= (on - begin).days)
        yield _Week(on, model.lost(book, on, within), silence, counts)


def _silences(weeks: list[_Week], book: Book, end: date) -> tuple[list[Silence], list[Silence]]:
    """Those that an order ended, and those that lasted until the end."""
    found: dict[tuple[int, int], Silence] = {}
    for week in weeks:
        for who in np.flatnonzero(week.counts):
            silence, today = float(week.silence[who]), week.on.toordinal()
            key = (int(who), today - int(silence))
            found.setdefault(key, []).append((float(week.chances[who]), silence, today))
    last = _last_orders(book, end)
    stayed = [one for (who, since), one in found.items() if last[who] == since]
    returned = [one for (who, since), one in found.items() if last[who] != since]
    return returned, stayed


def _last_orders(book: Book, end: date) -> NDArray[np.int64]:
    known = book.until(end)
    last = np.zeros(book.customers, dtype=np.int64)
    np.maximum.at(last, known.customer, known.day)
    return last


def _day(silence: Silence, measure: int, least: float) -> int:
    """The first day on which a measure reached the least; the day after the calendar's end if it never did."""
    return next((week[2] for week in silence if week[measure] >= least), date.max.toordinal())


def nothing_came(book: Book, on: date, within: int) -> NDArray[np.bool_]:
    """For each customer of the book, whether no order came in (on, on + within]."""
    nothing: NDArray[np.bool_] = ordered_between(book, on.toordinal(), on.toordinal() + within) == 0
    return nothing
