"""The entrance: `fit` learns from a book up to a day, `Model.lost` says of each customer how likely nothing comes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from sales.foresight.book import Book, Real
from sales.foresight.level import doubt, lift
from sales.foresight.signed_logistic import Lesson, chance, learn
from sales.foresight.signs import Company, Signs, laws_chance, signs
from sales.foresight.situations import Situation, situation
from sales.foresight.snapshots import Snapshot, company_of, drawn, snapshots

_PULL, _PULL_STANDING = 10.0, 3.0
_OF_ONE_DAY = 2_000.0
"""Customers of one snapshot count as at most so many: they share the fortunes of the same days."""
_BELIEVED = 0.5
"""Each law of buying counts half before anything is learned."""
_LAWS, _LAWS_IN_DOUBT = 0.15, 0.3
"""So much of the answer is always the laws' alone: what was learned of few days may be wrong about others."""
_AT_ONCE = 1 << 16


class NoOrdersError(ValueError):
    """There is no order up to that day."""


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned: of the company, and how much each sign counts; `cases` past situations taught it."""

    company: Company
    growing: Real
    standing: Real
    laws: float
    cases: int

    def lost(self, book: Book, on: date, within: int) -> Real:
        """The chance of no order in (on, on + within], a number for each customer of the book; NaN: never ordered.

        While a customer stays silent it does not fall as `on` moves on.
        """
        chances = np.full(book.customers, np.nan)
        for part in _parts(situation(book, on, within)):
            learned = chance(self.odds(signs(part, self.company)))
            chances[part.known.who] = (1 - self.laws) * learned + self.laws * laws_chance(part, self.company)
        return chances

    def odds(self, seen: Signs) -> Real:
        """The log odds that the signs come to, a number a customer."""
        odds: Real = self.growing @ seen.growing + self.standing @ seen.standing
        return odds


def fit(book: Book, on: date, within: int) -> Model:
    """Learn to look `within` days ahead, by the orders up to and on that day alone."""
    now = situation(book, on, within)
    if not len(now.known):
        raise NoOrdersError
    now = now.of(drawn(now.known))
    company = company_of(now.known)
    past = list(snapshots(book, on, within))
    doubted = doubt(sum(one.counts for one in past))
    seen = signs(now, company)
    model = replace(_taught(company, past, seen), laws=_LAWS + _LAWS_IN_DOUBT * doubted)
    model.standing[0] += lift(model.odds(seen), float(laws_chance(now, company).mean()), doubted)
    return model


def _parts(now: Situation) -> Iterator[Situation]:
    """So many at once that the signs fit the processor's memory."""
    for begin in range(0, len(now.known), _AT_ONCE):
        yield now.of(np.arange(begin, min(begin + _AT_ONCE, len(now.known))))


def _taught(company: Company, past: list[Snapshot], like: Signs) -> Model:
    growing, standing = len(like.growing), len(like.standing)
    believed = np.zeros(growing + standing)
    believed[:2] = _BELIEVED
    if not past:
        return Model(company, believed[:growing], believed[growing:], 1.0, 0)
    lesson, scale = _even(_lesson(past, growing))
    pull = np.concatenate([np.full(growing, _PULL), np.full(standing, _PULL_STANDING)])
    weights = learn(lesson, believed, pull) / scale
    return Model(company, weights[:growing], weights[growing:], 1.0, len(lesson.lost))


def _lesson(past: list[Snapshot], signed: int) -> Lesson:
    seen = np.concatenate([np.concatenate([one.signs.growing, one.signs.standing]).T for one in past])
    weight = [np.full(len(one.lost), min(1.0, _OF_ONE_DAY / len(one.lost))) for one in past]
    return Lesson(seen, np.concatenate([one.lost for one in past]), np.concatenate(weight), signed)


def _even(lesson: Lesson) -> tuple[Lesson, Real]:
    """Signs in units of how much they vary, so that the same pull means the same for all; the laws' are comparable."""
    scale = lesson.signs.std(axis=0)
    scale[scale < np.sqrt(np.finfo(float).eps)] = 1
    scale[:2] = 1
    return Lesson(lesson.signs / scale, lesson.lost, lesson.weight, lesson.signed), scale
