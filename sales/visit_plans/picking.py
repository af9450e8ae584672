"""Who is to be visited: the customers with the weightiest reasons, as many as the rep's days hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from statistics import median

from sales.visit_plans.places import FAR_KM, Place, kilometres, middle
from sales.visit_plans.reasons import OF_CLASS, Reason

FEWEST, MOST = 2, 8
"""Visits that are proposed for a day."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer with reasons to go there. `area` is its region or address where that is known.

    `promised` is the day of the week for which something was promised there.
    """

    customer: int
    reasons: tuple[Reason, ...]
    grade: str | None = None
    place: Place | None = None
    area: str = ""
    promised: date | None = None

    @property
    def points(self) -> float:
        return sum(one.points for one in self.reasons) + OF_CLASS.get(self.grade or "", 0)

    @property
    def rank(self) -> tuple[float, int]:
        return -self.points, self.customer


def a_day(visits: Sequence[int]) -> int:
    """How many visits a day holds, by how many the rep made on each day with any: the median, within limits."""
    return min(MOST, max(FEWEST, ceil(median(visits)))) if visits else FEWEST


def pick(candidates: Iterable[Candidate], room: int) -> list[Candidate]:
    """The weightiest first."""
    return sorted(candidates, key=lambda one: one.rank)[: max(0, room)]


def apart(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[tuple[Candidate, int]]]:
    """Those in reach, and those that lie too far from the middle of all, with how many kilometres."""
    there = list(candidates)
    centre = middle([one.place for one in there if one.place])
    away = {one.customer: kilometres(centre, one.place) for one in there if centre and one.place}
    near = [one for one in there if away.get(one.customer, 0) <= FAR_KM]
    return near, [(one, round(away[one.customer])) for one in there if away.get(one.customer, 0) > FAR_KM]
