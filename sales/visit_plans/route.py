"""In which order to go through a day: the nearest next, then two-opt (Croes 1958) until no turn makes it shorter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from sales.visit_plans.places import Place, kilometres

_STARTS = 12
"""From so many visits on the way is tried; a day rarely has more."""
_SHORTER = 1e-9


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A visit of a day. What has a clock time keeps its place among those that have one."""

    key: int
    place: Place | None = None
    at: time | None = None
    area: str = ""


Way = tuple[Waypoint, ...]


def length(way: Sequence[Waypoint]) -> float:
    """Kilometres from the first to the last, as the crow flies; who has no place adds nothing."""
    placed = [one.place for one in way if one.place]
    return sum(kilometres(one, other) for one, other in pairwise(placed))


def in_order(visits: Sequence[Waypoint]) -> Way:
    """Each once, clock times in their order. Who has no place follows the last of its area, else comes at the end."""
    placed = [one for one in visits if one.place]
    way = list(_shortest(placed))
    for one in sorted((one for one in visits if not one.place), key=_by_time):
        way.insert(_behind(one, way), one)
    return tuple(way)


def _by_time(one: Waypoint) -> tuple[time, str, int]:
    return one.at or time.max, one.area, one.key


def _behind(one: Waypoint, way: Sequence[Waypoint]) -> int:
    latest = next((number for number, other in enumerate(way) if one.at and other.at and other.at > one.at), len(way))
    if one.at:
        return latest
    return max((number + 1 for number, other in enumerate(way) if one.area and other.area == one.area), default=latest)


def _shortest(placed: Sequence[Waypoint]) -> Way:
    ways = [tuple(placed)] if _keeps_times(placed) else []
    ways += [_nearest_next(placed, start) for start in placed[:_STARTS] if _may_come(start, placed)]
    return min(map(_two_opt, ways), key=lambda way: (round(length(way), 6), [one.key for one in way]), default=())


def _may_come(one: Waypoint, left: Sequence[Waypoint]) -> bool:
    """Nothing that is left has an earlier clock time."""
    return one.at is None or all(other.at is None or one.at <= other.at for other in left)


def _keeps_times(way: Sequence[Waypoint]) -> bool:
    times = [one.at for one in way if one.at]
    return all(one <= other for one, other in pairwise(times))


def _nearest_next(placed: Sequence[Waypoint], start: Waypoint) -> Way:
    way, left = [start], [one for one in placed if one is not start]
    while left:
        allowed = [one for one in left if _may_come(one, left)]
        nearest = min(allowed, key=lambda one: (_between(way[-1], one), one.key))
        left.remove(nearest)
        way.append(nearest)
    return tuple(way)


def _between(one: Waypoint | None, other: Waypoint | None) -> float:
    """Nothing before the first and after the last: where the rep comes from is not known."""
    return kilometres(one.place, other.place) if one and other and one.place and other.place else 0.0


def _two_opt(way: Way) -> Way:
    """Turn a stretch round as long as that makes the way shorter and keeps the clock times."""
    while (better := _turned(way)) is not None:
        way = better
    return way


def _turned(way: Way) -> Way | None:
    for first in range(len(way) - 1):
        before = way[first - 1] if first else None
        for last in range(first + 1, len(way)):
            after = way[last + 1] if last + 1 < len(way) else None
            now = _between(before, way[first]) + _between(way[last], after)
            then = _between(before, way[last]) + _between(way[first], after)
            turned = (*way[:first], *reversed(way[first : last + 1]), *way[last + 1 :])
            if then < now - _SHORTER and _keeps_times(turned):
                return turned
    return None
