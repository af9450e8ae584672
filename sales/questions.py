"""Questions about the book: a fixed grammar over measures and segments; reading them changes nothing."""

from dataclasses import dataclass, field, replace
from typing import Literal

from sales.kinds import Category
from sales.measures import By, Period, Tally
from sales.segments import Segment


@dataclass(frozen=True, slots=True)
class Counting:
    """How many, or how much; `against` is the period that it is compared with, `most` of how many parts is asked."""

    tally: Tally
    against: Period | None = None
    most: int = 0
    is_: Literal["counting"] = field(default="counting", kw_only=True)

    @property
    def before(self) -> Tally | None:
        """The same in the period that it is compared with."""
        return replace(self.tally, period=self.against) if self.against else None


@dataclass(frozen=True, slots=True)
class Listing:
    """Which customers."""

    segment: Segment
    is_: Literal["listing"] = field(default="listing", kw_only=True)


@dataclass(frozen=True, slots=True)
class Complaining:
    """Which complaints are open, of a category, for at least so many days."""

    segment: Segment = field(default_factory=Segment)
    category: Category | None = None
    days: int = 0
    is_: Literal["complaining"] = field(default="complaining", kw_only=True)


@dataclass(frozen=True, slots=True)
class Owing:
    """Who has owed for more than so many days past the day of payment, and how much."""

    segment: Segment = field(default_factory=Segment)
    days: int = 0
    is_: Literal["owing"] = field(default="owing", kw_only=True)


Question = Counting | Listing | Complaining | Owing


@dataclass(frozen=True, slots=True)
class Put:
    """A question by itself, so that a message and a button can carry it."""

    question: Question


MOST_NEAR = 3
"""So many questions are offered instead of one that was not understood."""


def variants(asked: Counting, before: Period) -> tuple[Counting, ...]:
    """What else may be meant by the same measure: the plain number, by rep, against the days before."""
    plain, by_rep = (replace(asked, tally=replace(asked.tally, by=by)) for by in (By.NOTHING, By.REP))
    return plain, by_rep, replace(plain, against=before)
