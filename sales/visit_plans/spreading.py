"""Which visit on which day: near each other on one day, around what is promised for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sales.visit_plans.picking import Candidate
from sales.visit_plans.places import FAR_KM, Place, kilometres

NEARBY_KM = 30.0
"""So far apart two visits still make one day."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody goes that day anyway."""

    place: Place | None = None
    area: str = ""


@dataclass(slots=True)
class Day:
    """A working day that is filled: what stands on it, and how many visits more it holds."""

    day: date
    room: int
    spots: list[Spot] = field(default_factory=list)
    chosen: list[Candidate] = field(default_factory=list)

    def take(self, one: Candidate) -> None:
        self.chosen.append(one)
        self.spots.append(Spot(one.place, one.area))
        self.room -= 1

    def away(self, place: Place) -> float | None:
        """Kilometres to the nearest visit of the day; None: no visit of the day has a place."""
        return min((kilometres(place, spot.place) for spot in self.spots if spot.place), default=None)

    def alike(self, area: str) -> int:
        """How many visits of the day are in this area."""
        return sum(1 for spot in self.spots if area and spot.area == area)


def spread(picked: Iterable[Candidate], days: Sequence[Day]) -> None:
    """Fill the days. What is promised for a day keeps it, also where the day is full by then.

    Who has a place comes next: a day that is needed begins with whoever is farthest from all that stand already, then
    the nearest pair of customer and day is joined, again and again. Who has none goes where others of the area are.
    """
    waiting = sorted(picked, key=lambda one: one.rank)
    waiting = [one for one in waiting if not _keeps_its_day(one, days)]
    placed = [one for one in waiting if one.place]
    _begin(placed, days)
    _join(placed, days)
    for one in [*placed, *(one for one in waiting if not one.place)]:
        _anywhere(one, days)


def _keeps_its_day(one: Candidate, days: Sequence[Day]) -> bool:
    day = next((day for day in days if day.day == one.promised), None)
    if day:
        day.take(one)
    return day is not None


def _begin(waiting: list[Candidate], days: Sequence[Day]) -> None:
    """No more days than are needed: for their number, or since somebody is far from all that stand."""
    for day in days:
        begun = [other for other in days if any(spot.place for spot in other.spots)]
        if not waiting or day in begun or day.room <= 0:
            continue
        others = [spot.place for other in begun for spot in other.spots if spot.place]
        # The weightiest where nothing stands yet, and of several as far.
        farthest = max(waiting, key=lambda one: (_to(others, one.place), -waiting.index(one)))
        held = sum(other.room for other in begun)
        if held < len(waiting) or _to(others, farthest.place) > NEARBY_KM:
            waiting.remove(farthest)
            day.take(farthest)


def _to(others: Sequence[Place], place: Place | None) -> float:
    return min((kilometres(place, other) for other in others), default=0.0) if place else 0.0


def _join(waiting: list[Candidate], days: Sequence[Day]) -> None:
    away = {(one, day.day): day.away(one.place) for one in waiting for day in days if one.place}
    while found := _nearest(waiting, days, away):
        one, day = found
        waiting.remove(one)
        day.take(one)
        for other in waiting:
            if one.place and other.place:
                near, known = kilometres(one.place, other.place), away[other, day.day]
                away[other, day.day] = near if known is None else min(near, known)


def _nearest(
    waiting: Sequence[Candidate], days: Sequence[Day], away: Mapping[tuple[Candidate, date], float | None]
) -> tuple[Candidate, Day] | None:
    pairs = [
        (far, one.rank, day.day, one, day)
        for day in days
        if day.room > 0
        for one in waiting
        if (far := away.get((one, day.day))) is not None and far <= FAR_KM
    ]
    return min(pairs, key=lambda pair: pair[:3])[3:] if pairs else None


def _anywhere(one: Candidate, days: Sequence[Day]) -> None:
    """With others of its area, else on the emptiest day; who is out of reach of all days is on none."""
    free = [day for day in days if day.room > 0 and (one.place is None or not day.spots)]
    if free:
        min(free, key=lambda day: (-day.alike(one.area), -day.room, day.day)).take(one)
