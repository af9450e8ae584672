"""The plan of a week as people see it: visits that were proposed, and those that were promised anyway."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from sales.visit_plans.places import Place
from sales.visit_plans.reasons import Reason

HABIT = "visits_a_day"
"""Under this name a member's habits have how many visits they want on a day."""
_WEEK = timedelta(days=7)
_A_DAY = timedelta(days=1)


class PlanState(StrEnum):
    """How far it is."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"


def last_of(week: date) -> date:
    return week + _WEEK - _A_DAY


def the_next(week: date) -> date:
    return week + _WEEK


@dataclass(frozen=True, slots=True)
class Stop:
    """A visit of the plan: `stop` is its number where it was proposed, `follow_up` where it was promised."""

    customer: int
    name: str
    day: date
    stop: int | None = None
    follow_up: int | None = None
    reasons: tuple[Reason, ...] = ()
    at: time | None = None
    place: Place | None = None
    area: str = ""
    visited: bool = False


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The plan of a member for the week of that Monday; `state` None: nothing was proposed yet.

    `stops` stand by day in the order of the way; `far` are names of those that are on no day's way.
    """

    member: int
    name: str
    week: date
    state: PlanState | None = None
    stops: tuple[Stop, ...] = ()
    far: tuple[str, ...] = ()
    own: bool = True

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(sorted({one.day for one in self.stops}))

    def on(self, day: date) -> tuple[Stop, ...]:
        return tuple(one for one in self.stops if one.day == day)


@dataclass(frozen=True, slots=True)
class TeamLine:
    """How far one rep's plan is."""

    member: int
    name: str
    state: PlanState | None
    visits: int = 0
    visited: int = 0


@dataclass(frozen=True, slots=True)
class TeamPlans:
    """The plans of those whom somebody leads, a page of them."""

    week: date
    lines: tuple[TeamLine, ...]
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class StopCard:
    """One visit of a member's own plan; `days` are offered where another day is asked for."""

    member: int
    week: date
    stop: Stop
    address: str
    dropped: bool = False
    days: tuple[date, ...] = ()
