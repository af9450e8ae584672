"""ABC classes by the purchases of the last twelve months: the few who buy most of it are A (Pareto).

Customers stand in order of what they bought. Whoever comes before 80 % of all purchases are reached is A, before 95 %
B, the others C; so the one with whom a border is crossed still belongs above it, and somebody is always A. Who bought
the same is in the same class. Who bought nothing in these twelve months, but did before, is C; who never bought has
none.
Source: Dickie, "ABC Inventory Analysis Shoots for Dollars not Pennies", Factory Management and Maintenance 109 (1951).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from sales.company_settings import are_shares
from sales.fields import GRADES
from sales.scores.amounts import Flags, Floats, Ints, bought

UNCLASSED = -1
_A, _B, _C = range(len(GRADES))
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Borders:
    """Up to which percentages of all purchases customers are A, and A or B."""

    a: int = 80
    b: int = 95

    def __post_init__(self) -> None:
        if not are_shares(self.a, self.b):
            raise ValueError("The shares of A and of A with B must rise: more than 0, at most 100.")


@dataclass(frozen=True, slots=True)
class ClassReason:
    """Why a customer is in a class: their place among `buyers`, and what share of all is bought by bigger ones.

    `grade` None: never bought. `share` and `before` are fractions of all purchases; `rank` 0: bought nothing.
    """

    grade: str | None
    rank: int
    buyers: int
    share: float
    before: float
    borders: Borders = Borders()


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of all customers: arrays of one length. `grade` is a place in GRADES, or `UNCLASSED`.

    `before` is what everybody bought who bought more than this one, `total` what all did.
    """

    grade: Ints
    rank: Ints
    amount: Floats
    before: Floats
    total: float
    buyers: int
    borders: Borders

    def reason(self, place: int) -> ClassReason:
        grade, total = int(self.grade[place]), self.total or 1.0
        return ClassReason(
            None if grade == UNCLASSED else GRADES[grade],
            int(self.rank[place]),
            self.buyers,
            float(self.amount[place]) / total,
            float(self.before[place]) / total if self.rank[place] else 1.0,
            self.borders,
        )


def classes(amounts: ArrayLike, ever: Flags | None = None, borders: Borders | None = None) -> Classes:
    """The class of each customer. `amounts`: bought in twelve months, in one currency; `ever`: bought at any time."""
    borders = borders or Borders()
    amount = bought(amounts)
    values, place, count = np.unique(-amount, return_inverse=True, return_counts=True)
    sums = np.cumsum(-values * count)
    before, total = np.concatenate(([0.0], sums[:-1]))[place], float(sums[-1]) if len(sums) else 0.0
    rank = np.concatenate(([0], np.cumsum(count)[:-1]))[place] + 1
    buys = amount > 0
    # Percentages times sums instead of fractions: whole sums are compared without rounding.
    grade = np.where(before * _WHOLE < borders.a * total, _A, np.where(before * _WHOLE < borders.b * total, _B, _C))
    bought_ever = buys if ever is None else buys | ever
    grade = np.where(buys, grade, np.where(bought_ever, _C, UNCLASSED))
    rank, buyers = np.where(buys, rank, 0).astype(np.int64), int(np.count_nonzero(buys))
    return Classes(grade.astype(np.int64), rank, amount, before, total, buyers, borders)


@dataclass(frozen=True, slots=True)
class Grade:
    """The class that counts, and where it comes from: what somebody set by hand wins over the `worked_out` one."""

    grade: str | None
    by_hand: bool
    worked_out: ClassReason

    @property
    def differs(self) -> bool:
        return self.by_hand and self.worked_out.grade != self.grade


def grade_of(worked_out: ClassReason, by_hand: str | None) -> Grade:
    if by_hand in GRADES:
        return Grade(by_hand, by_hand=True, worked_out=worked_out)
    return Grade(worked_out.grade, by_hand=False, worked_out=worked_out)
