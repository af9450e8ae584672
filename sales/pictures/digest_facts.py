"""What the page under a digest is drawn of, as the store reads it, and which days it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sales.digests import Asked, Pace, begins
from sales.measures import By, Period, begin_of

_TWO_WEEKS = timedelta(days=13)
_BACK = {Pace.WEEK: 7, Pace.MONTH: 5, Pace.QUARTER: 5}
"""How many weeks or months before the last one the sums are drawn for."""


def shown(asked: Asked) -> Period:
    """A day, or a week, says little without the days before it: two weeks; else the period itself."""
    last = asked.period.last
    return Period(last - _TWO_WEEKS, last) if asked.pace in (Pace.DAY, Pace.WEEK) else asked.period


def columns(asked: Asked) -> tuple[date, ...]:
    """The days of the map of activity; of a quarter its weeks, by their Mondays."""
    days = shown(asked)
    every = (days.first + timedelta(days=number) for number in range(days.days))
    return tuple(dict.fromkeys(column_of(asked, day) for day in every))


def column_of(asked: Asked, day: date) -> date:
    return begin_of(By.WEEK if asked.pace is Pace.QUARTER else By.DAY, day)


def stretches(asked: Asked) -> tuple[By, tuple[date, ...], Period]:
    """By what sums are told apart, when each stretch begins, and all the days of them."""
    last = asked.period.last
    match asked.pace:
        case Pace.DAY:
            return By.DAY, columns(asked), shown(asked)
        case Pace.WEEK:
            monday = begins(Pace.WEEK, last)
            firsts = [monday - timedelta(days=7 * ago) for ago in range(_BACK[Pace.WEEK], -1, -1)]
            return By.WEEK, tuple(firsts), Period(firsts[0], last)
        case Pace.MONTH | Pace.QUARTER:
            firsts = [_months_before(last, ago) for ago in range(_BACK[asked.pace], -1, -1)]
            return By.MONTH, tuple(firsts), Period(firsts[0], last)


def _months_before(day: date, ago: int) -> date:
    months = day.year * 12 + day.month - 1 - ago
    return date(months // 12, months % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class RepDays:
    """Visits and calls of somebody, by day."""

    name: str
    team: str = ""
    numbers: Mapping[date, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.numbers.values())


@dataclass(frozen=True, slots=True)
class Answers:
    """Of the complaints that were told in these days: how many were answered in time, promised, solved, are open."""

    told: int = 0
    in_time: int = 0
    promised: int = 0
    solved: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True)
class Slipping:
    """Customers of somebody who are slipping away, and what they bought in a good year, in minor units."""

    owner: str
    customers: int
    minor: int


@dataclass(frozen=True, slots=True)
class DigestFacts:
    """Sums by the first day of their stretch, in minor units of `currency`; the dearest of `slipping` first."""

    whose: str
    asked: Asked
    currency: str
    reps: tuple[RepDays, ...] = ()
    ordered: Mapping[date, int] = field(default_factory=dict)
    paid: Mapping[date, int] = field(default_factory=dict)
    answers: Answers = field(default_factory=Answers)
    slipping: tuple[Slipping, ...] = ()

    @property
    def is_empty(self) -> bool:
        done = any(rep.total for rep in self.reps)
        return not (done or any(self.ordered.values()) or any(self.paid.values()) or self.answers.told or self.slipping)
