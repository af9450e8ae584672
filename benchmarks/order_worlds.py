"""Invented order books of companies that are unlike each other: who orders when, and who leaves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.random import Generator, default_rng

from sales.foresight.book import Book, book_of

BEGIN = date(2022, 1, 1)


@dataclass(frozen=True)
class World:
    """How customers order: `gap` in days is log-normal between customers by `unlike`, each one's own by `regular` (1:
    at random, 20: like a clock). They come within `arrive` of the `years`, and stay `stay` days on average.
    """

    customers: int = 400
    years: float = 3.0
    gap: float = 45
    unlike: float = 0.9
    regular: float = 4.0
    stay: float = 600
    arrive: float = 0.6
    growing: bool = False
    drifting: float = 0.0
    days: Callable[[np.ndarray, Generator], np.ndarray] = lambda days, _: days


def _in_season(days: np.ndarray, chance: Generator) -> np.ndarray:
    """Hardly anybody orders outside of March to August."""
    month = (days % 365) // 30.5
    return days[((month >= 2) & (month < 8)) | (chance.random(len(days)) < 0.05)]


def _at_month_end(days: np.ndarray, _: Generator) -> np.ndarray:
    return np.ceil(days / 30.44) * 30.44 - 1


def _often_twice(days: np.ndarray, chance: Generator) -> np.ndarray:
    return np.concatenate([days, days[chance.random(len(days)) < 0.4]])


WORLDS = {
    "weekly": World(gap=7, unlike=0.3, stay=400, years=2),
    "yearly": World(gap=330, unlike=0.25, regular=25, stay=1500, years=6),
    "mixed": World(unlike=1.2),
    "like clocks": World(gap=30, unlike=0.6, regular=20),
    "at random": World(regular=1, gap=70),
    "seasonal": World(days=_in_season, stay=1200, years=4),
    "month's end": World(days=_at_month_end),
    "several a day": World(days=_often_twice),
    "few": World(customers=20),
    "short": World(years=0.25, gap=12, stay=150, arrive=0.5),
    "growing": World(growing=True, arrive=1.0, stay=300),
    "slowing down": World(drifting=0.12, stay=2000),
    "one-time": World(gap=120, stay=90, regular=1, customers=2_000),
}


def order_book(world: World, seed: int = 1) -> Book:
    chance = default_rng(seed)
    length = 365.0 * world.years
    came = chance.random(world.customers) * length * world.arrive
    if world.growing:
        came = length * np.log1p(chance.random(world.customers) * 6) / np.log(7)
    each = [_days(world, begin, length, chance) for begin in came]
    each = [days if len(days) else np.array([begin]) for days, begin in zip(each, came, strict=True)]
    customer = np.repeat(np.arange(len(each)), [len(days) for days in each])
    day = np.floor(np.concatenate(each)).astype(np.int64) + BEGIN.toordinal()
    return book_of(customer, day)


def _days(world: World, begin: float, length: float, chance: Generator) -> np.ndarray:
    gap = max(world.gap * np.exp(chance.normal(0, world.unlike)), 1.5)
    end = min(begin + chance.exponential(world.stay), length)
    count = int((end - begin) / gap * 1.5 + 12)
    shape = world.regular
    gaps = chance.gamma(shape, gap / shape, count) * np.exp(world.drifting * np.arange(count))
    days = begin + np.concatenate([[0], np.cumsum(gaps)])
    days = world.days(days[days <= end], chance)
    return days[days <= length]


def crowd(customers: int) -> World:
    """A mixed world of so many."""
    return replace(WORLDS["mixed"], customers=customers)
