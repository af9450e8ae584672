"""Past weeks lived once more: which alerts would have been told with what was known then, and what became of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from sales.foresight.book import Book, Real, Whole
from sales.foresight.histories import histories, ordered_between
from sales.foresight.model import Model, fit
from sales.order_arrays import Occasions
from sales.scores.abc import Borders, classes
from sales.scores.amounts import Flags
from sales.scores.outlook import book_of_occasions, latest_days
from sales.scores.stage import StageRules

SILENT = 90
"""The plain rule that the alerts are compared with: so many days without an order."""
FEWEST = 20
"""Of fewer alerts nothing can be said."""
_WEEK, _WEEKS, _REFITTED = timedelta(7), 26, 13
_LEARNED_FROM = timedelta(120)
"""No alert is told of a book that is shorter."""
_YEAR = 365
_NEVER = -1
_TEACHING = 2_000
"""So many customers teach the models of a past day; more cost minutes and change little."""
MOST = 20_000
"""So many customers are looked at; of a larger company every second, third, ... one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How it would have been asked: days ahead of each place in GRADES and, last, of who has no class."""

    ahead: tuple[int, ...]
    borders: Borders = field(default_factory=Borders)
    rules: StageRules = field(default_factory=StageRules)


@dataclass(frozen=True, slots=True)
class Alerts:
    """One element an alert: the place of its customer, its day (`date.toordinal`) and the horizon in days.

    `chance` that nothing comes was known then; `right`: nothing came within the horizon;
    `sooner`: days from it to the 91st silent one,
    nan for customers without a rhythm of their own.
    """

    customer: Whole
    day: Whole
    within: Whole
    chance: Real
    right: Flags
    sooner: Real


@dataclass(frozen=True, slots=True)
class PastAlerts:
    """Ours and those of the plain rule, of silences that reached their alert from `since` to `until`.

    Each horizon has passed since. `every`: of so many customers one was looked at.
    """

    since: date
    until: date
    ours: Alerts
    plain: Alerts
    every: int = 1


@dataclass(frozen=True, slots=True)
class _Look:
    """What was known of each customer on a day; nan: nothing."""

    on: date
    last: Whole
    silence: Real
    chance: Real
    within: Whole
    overdue: Flags
    rhythm: Flags


def past_alerts(found: Occasions, customers: int, today: date, asked: Asked) -> PastAlerts | None:
    """None: the book is too short to look back."""
    every = max(-(-customers // MOST), 1)
    found = found.of(found.customer % every == 0)
    book = book_of_occasions(found, customers)
    days = _days(book, today, asked)
    if not days:
        return None
    first = days[0]
    ours, plain = _Telling(book, first, today), _Telling(book, first, today)
    for look in _looks(found, book, days, asked):
        ours.tell(look, look.overdue)
        plain.tell(look, look.silence > SILENT)
    return PastAlerts(first, days[-1], ours.told(), plain.told(), every)


def enough_on(found: Occasions, asked: Asked) -> date | None:
    """From which day on something can be said; None: there is no order."""
    if not found.day.size:
        return None
    return date.fromordinal(int(found.day.min())) + _LEARNED_FROM + timedelta(min(asked.ahead)) + _WEEK


def _days(book: Book, today: date, asked: Asked) -> list[date]:
    """Every week up to the last of which the nearest horizon has passed."""
    if not book.day.size:
        return []
    whole = date.fromordinal(int(book.day.min())) + _LEARNED_FROM
    first = max(whole, today - timedelta(max(asked.ahead)) - _WEEKS * _WEEK)
    count = (today - timedelta(min(asked.ahead)) - first).days // 7 + 1
    return [first + number * _WEEK for number in range(max(count, 0))]


def _looks(found: Occasions, book: Book, days: list[date], asked: Asked) -> Iterator[_Look]:
    models: dict[int, Model] = {}
    teaching = _every(book, max(-(-int(np.unique(book.customer).size) // _TEACHING), 1))
    within = np.zeros(book.customers, dtype=np.int64)
    for number, on in enumerate(days):
        if number % _REFITTED == 0:
            within = np.array(asked.ahead)[_grades(found, book, on, asked.borders)]
            models = {int(one): fit(teaching, on, int(one)) for one in np.unique(within)}
        yield _look(book, on, within, models, asked.rules)


def _every(book: Book, step: int) -> Book:
    """Customers keep their numbers; all of them where nobody of the chosen ever ordered."""
    chosen = book.customer % step == 0
    return Book(book.customer[chosen], book.day[chosen], book.customers) if chosen.any() else book


def _grades(found: Occasions, book: Book, on: date, borders: Borders) -> Whole:
    until = on.toordinal()
    seen = found.of((found.day > until - _YEAR) & (found.day <= until))
    ever = np.bincount(book.until(on).customer, minlength=book.customers) > 0
    return classes(np.bincount(seen.customer, seen.worth, book.customers), ever, borders).grade


def _look(book: Book, on: date, within: Whole, models: Mapping[int, Model], rules: StageRules) -> _Look:
    known = histories(book, on)
    silence, expected, chance = (np.full(book.customers, np.nan) for _ in range(3))
    silence[known.who] = known.silence
    expected[known.who] = latest_days(known, next(iter(models.values())).company.gap)
    for days, model in models.items():
        chance = np.where(within == days, model.lost(book, on, days), chance)
    patience = np.where(np.isfinite(expected), expected, rules.patience)
    last = np.full(book.customers, _NEVER)
    last[known.who] = on.toordinal() - known.silence.astype(np.int64)
    return _Look(
        on, last, silence, chance, within, (silence > patience) & (chance >= rules.slipping), np.isfinite(expected)
    )


class _Telling:
    """Tells of each silence once; what it would tell of on the first day began before it, and does not count."""

    def __init__(self, book: Book, first: date, today: date) -> None:
        self._book, self._first, self._today = book, first, today
        self._told_of = np.full(book.customers, _NEVER)
        self._parts: list[Alerts] = []

    def tell(self, look: _Look, warned: Flags) -> None:
        fresh = np.flatnonzero(warned & (self._told_of != look.last))
        self._told_of[fresh] = look.last[fresh]
        counts = fresh[look.on.toordinal() + look.within[fresh] <= self._today.toordinal()]
        self._parts.append(self._judged(look, counts if look.on > self._first else counts[:0]))

    def _judged(self, look: _Look, who: Whole) -> Alerts:
        on = look.on.toordinal()
        later = ordered_between(self._book, on, on + look.within)[who]
        sooner = np.where(look.rhythm[who], look.last[who] + SILENT + 1.0 - on, np.nan)
        return Alerts(who, np.full(len(who), on), look.within[who], look.chance[who], later == 0, sooner)

    def told(self) -> Alerts:
        fields = Alerts.__dataclass_fields__
        return Alerts(*(np.concatenate([getattr(part, name) for part in self._parts]) for name in fields))
