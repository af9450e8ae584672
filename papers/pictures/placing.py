"""Finds room for small labels beside points, however close together these lie."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from papers.pictures.sheet import Box

_TURNS = 16
_RINGS = 24


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label of this size for the point there, in pixels."""

    across: float
    upwards: float
    width: float
    height: float


def place(wanted: Sequence[Wanted], area: Box) -> list[tuple[float, float]]:
    """The middle of each label: near its point, within the area, upon no other label and no labelled point."""
    taken: list[Box] = []
    points = [Box(one.across - 6, one.upwards - 6, 12, 12) for one in wanted]
    found: list[tuple[float, float]] = []
    for one in wanted:
        tried = [_around(one, spot) for spot in _spots(one)]
        fitting = (box for box in tried if _inside(box, area) and not any(_meet(box, other) for other in taken))
        free = (box for box in fitting if not any(_meet(box, point) for point in points))
        box = next(free, tried[0])
        taken.append(box)
        found.append((box.left + box.width / 2, box.bottom + box.height / 2))
    return found


def _spots(one: Wanted) -> Iterator[tuple[float, float]]:
    """Ever wider rings around the point, from its upper right on."""
    for ring in range(1, _RINGS + 1):
        away = one.height * (0.35 + 0.5 * ring)
        for turn in range(_TURNS):
            angle = pi / 4 + 2 * pi * turn / _TURNS
            yield one.across + (away + one.width / 4) * cos(angle), one.upwards + away * sin(angle)


def _around(one: Wanted, middle: tuple[float, float]) -> Box:
    return Box(middle[0] - one.width / 2, middle[1] - one.height / 2, one.width, one.height)


def _inside(box: Box, area: Box) -> bool:
    return (
        area.left <= box.left
        and area.bottom <= box.bottom
        and box.left + box.width <= area.left + area.width
        and box.bottom + box.height <= area.bottom + area.height
    )


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.bottom < other.bottom + other.height
        and other.bottom < one.bottom + one.height
    )
