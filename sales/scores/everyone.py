"""Classes and scores of all customers on a day, from their orders and the outlook on the next ones."""

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from sales.order_arrays import Occasions
from sales.scores.abc import Borders, Classes, classes
from sales.scores.amounts import Floats
from sales.scores.lifetime_value import LifetimeValues, Terms, lifetime_values, orders_to_come, spending
from sales.scores.rfm import Rfm, rfm
from sales.scores.stage import Lives, StageRules, Stages, stages

_YEAR = 365


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to be expected of each customer; nan: nothing can be said.

    `lost`: p(no order within the horizon); `of_ten`: of ten customers this quiet so many order nothing; `latest`: days
    after the last order by which the next was to be expected; `a_year`: orders a year; `staying`: the share of such
    customers that is still there a year later.
    """

    lost: Floats
    of_ten: Floats
    latest: Floats
    a_year: Floats
    staying: Floats


@dataclass(frozen=True, slots=True)
class Said:
    """What people or earlier nights said: ordinals of days, nan: never. `lost` by a member, `was_lost` by anybody."""

    lost: Floats
    was_lost: Floats


@dataclass(frozen=True, slots=True)
class Rules:
    """What a company decides of its scores."""

    borders: Borders = field(default_factory=Borders)
    terms: Terms = field(default_factory=Terms)
    stages: StageRules = field(default_factory=StageRules)


@dataclass(frozen=True, slots=True)
class Bought:
    """Of each customer: `orders` (days with one), `first` and `last` as ordinals (nan: none), sums in minor units.

    `year`: of the last 365 days, `before`: of the 365 before them.
    """

    orders: Floats
    first: Floats
    last: Floats
    sum: Floats
    year: Floats
    before: Floats


@dataclass(frozen=True, slots=True)
class Everyone:
    """The scores of all customers, arrays of one length."""

    bought: Bought
    classes: Classes
    rfm: Rfm
    stages: Stages
    life: LifetimeValues
    outlook: Outlook


def score(found: Occasions, outlook: Outlook, said: Said, today: date, rules: Rules | None = None) -> Everyone:
    """Orders of days to come are left out."""
    rules, on = rules or Rules(), today.toordinal()
    seen = found.of(found.day <= on)
    figures = _bought(seen, len(outlook.lost), on)
    to_come = orders_to_come(outlook.a_year, outlook.staying)
    here = spending(figures.orders, figures.sum)
    return Everyone(
        figures,
        classes(figures.year, figures.orders > 0, rules.borders),
        rfm(on - figures.last, figures.orders, figures.year),
        stages(_lives(figures, seen, outlook, said, on), rules.stages),
        lifetime_values(figures.orders, figures.sum, to_come, here, rules.terms),
        outlook,
    )


def _bought(seen: Occasions, customers: int, on: int) -> Bought:
    buys = seen.of(seen.purchase)
    first, last = np.full(customers, np.nan), np.full(customers, np.nan)
    # By customer and day: of rows that are written one after the other the last one stays.
    last[buys.customer] = buys.day
    first[buys.customer[::-1]] = buys.day[::-1]

    def sums(after: int, until: int) -> Floats:
        within = seen.of((seen.day > after) & (seen.day <= until))
        return np.bincount(within.customer, within.worth, customers).astype(np.float64)

    return Bought(
        np.bincount(buys.customer, minlength=customers).astype(np.float64),
        first,
        last,
        sums(0, on),
        sums(on - _YEAR, on),
        sums(on - 2 * _YEAR, on - _YEAR),
    )


def _lives(figures: Bought, seen: Occasions, outlook: Outlook, said: Said, on: int) -> Lives:
    buys = seen.of(seen.purchase)
    after = buys.of(buys.day > np.nan_to_num(said.was_lost, nan=np.inf)[buys.customer])
    back = np.full(len(said.was_lost), np.nan)
    back[after.customer[::-1]] = after.day[::-1]
    return Lives(
        first=on - figures.first,
        last=on - figures.last,
        expected=outlook.latest,
        lost=outlook.lost,
        year=figures.year,
        before=figures.before,
        said_lost=on - said.lost,
        back=on - back,
    )
