"""What is to be expected of each customer: from the model of their orders, for the scores."""

from collections.abc import Mapping
from datetime import date

import numpy as np

from sales.foresight.book import Book
from sales.foresight.buying import Buying
from sales.foresight.histories import Histories, histories
from sales.foresight.model import Model, NoOrdersError, fit
from sales.foresight.signs import own_gap
from sales.order_arrays import Occasions
from sales.scores.amounts import Flags, Floats
from sales.scores.everyone import Outlook
from sales.scores.stage import StageRules

_YEAR = 365.0
LATE = 1.5
"""An order is late once half the usual time again has gone by."""
RHYTHM = 3
"""Fewer orders show no rhythm of one's own."""


def outlook(found: Occasions, customers: int, today: date, horizons: Mapping[int, Flags]) -> Outlook:
    """`horizons`: days to look ahead, with the customers for whom they hold; together they are all."""
    book = book_of_occasions(found, customers)
    chances, ahead = np.full(customers, np.nan), np.zeros(customers)
    model: Model | None = None
    try:
        for within, whose in horizons.items():
            model = fit(book, today, within)
            chances[whose] = model.lost(book, today, within)[whose]
            ahead[whose] = within
    except NoOrdersError:
        model = None
    if model is None:
        unknown = np.full(customers, np.nan)
        return Outlook(unknown, unknown, unknown, unknown, unknown)
    known = histories(book, today)
    latest, rate, staying = (np.full(customers, np.nan) for _ in range(3))
    latest[known.who] = latest_days(known, model.company.gap)
    law = model.company.leaving_at_once
    alive = _alive(known, law, latest[known.who], chances[known.who], ahead[known.who])
    rate[known.who], staying[known.who] = _orders(known, law, alive)
    return Outlook(chances, np.round(10 * chances), latest, rate, staying)


def book_of_occasions(found: Occasions, customers: int) -> Book:
    """The days with a purchase."""
    return Book(found.customer[found.purchase], found.day[found.purchase], customers)


def latest_days(known: Histories, usual: float) -> Floats:
    """Days after the last order by which the next was to be expected; nan: no rhythm is known.

    A yearly buyer among weekly ones is not late before their own rhythm says so. A single pause is no rhythm, but who
    came back after a year cannot be called late after half of one.
    """
    gap = np.maximum(own_gap(known, usual), known.gap)
    latest = np.ceil(LATE * np.maximum(gap, 1))
    once_back = (known.orders == RHYTHM - 1) & (LATE * known.gap > StageRules().patience)
    return np.where((known.orders >= RHYTHM) | once_back, latest, np.nan)


def _alive(known: Histories, law: Buying, latest: Floats, lost: Floats, within: Floats) -> Floats:
    """The chance that each still buys: by the law; of who is late no more than their chance to be lost allows.

    lost = 1 - alive (1 - pause), where the law says how likely a pause of that length is; else a weekly buyer whom
    nobody expects back would be worth years of orders.
    """
    room = (1 - lost) / np.maximum(1 - law.pause(known, within), 1e-9)
    late = known.silence > np.nan_to_num(latest, nan=np.inf)
    alive = law.alive(known)
    return np.where(late, np.minimum(alive, room), alive)


def _orders(known: Histories, law: Buying, alive: Floats) -> tuple[Floats, Floats]:
    """Orders a year to be expected now, and the share of such customers that is still there a year later.

    The posterior mean of the rate is (r + x) / (alpha + T), that of leaving after an order a / (a + b + x + 1) (Fader,
    Hardie, Lee 2005; Batislam et al. 2007); staying is not to leave after any order of the year.
    """
    repeats = known.orders - 1
    while_there = _YEAR * (law.shape + repeats) / (law.rate + known.span + known.silence)
    leaves = law.leave / (law.leave + law.stay + repeats + 1)
    return alive * while_there, (1 - leaves) ** while_there
