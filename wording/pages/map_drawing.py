"""The map of customers drawn as shapes on a square sheet: marks, lines of the globe, and a bar for scale."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, takewhile
from math import ceil, floor, log10, pi

from sales.customer_map import GRID, Cell, Need, Window, turned
from sales.visit_plans.places import EARTH_KM, Place

SIDE = 480
"""Of the sheet, in units of its own."""
SQUARE = SIDE // GRID
_DEGREE_KM = EARTH_KM * pi / 180
_SMALL, _LARGE = 9, 17
_ROUND = (1, 2, 5)
_LINES = 4
_BAR = SIDE / 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape (`path`), at `x` and `y` room for a number, and the corner of its square, which one presses."""

    path: str
    x: int
    y: int
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the globe, across the sheet, with what it is called; `at` from the left, or `down` from the top."""

    label: str
    at: int = 0
    down: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """So many units of the sheet are so many metres."""

    length: int
    metres: int


def mark(cell: Cell, window: Window) -> Mark:
    """Where they are in the middle, but within their square, so that no mark covers another."""
    radius = _SMALL if cell.customers == 1 else min(_LARGE, _SMALL + 3 * len(str(cell.customers)))
    left, top = cell.column * SQUARE, cell.row * SQUARE
    x, y = (round(part * SIDE) for part in window.point(cell.middle))
    x, y = _between(x, left + radius, left + SQUARE - radius), _between(y, top + radius, top + SQUARE - radius)
    # A triangle is widest above its middle.
    higher = radius // 4 if cell.need is Need.SLIPPING else 0
    return Mark(shape(cell.need, x, y, radius), x, y - higher, left, top)


def shape(need: Need | None, x: int, y: int, radius: int) -> str:
    """Told apart without colours, too."""
    match need:
        case Need.COMPLAINT:
            return f"M{x - radius} {y - radius}h{2 * radius}v{2 * radius}h{-2 * radius}z"
        case Need.OVERDUE:
            return f"M{x} {y - radius}l{radius} {radius}l{-radius} {radius}l{-radius} {-radius}z"
        case Need.SLIPPING:
            return f"M{x - radius} {y - radius}h{2 * radius}l{-radius} {2 * radius}z"
        case None:
            return f"M{x - radius} {y}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0z"


def lines(window: Window) -> tuple[Line, ...]:
    """Of longitude and of latitude, at whole steps."""
    east, north = _round_below(window.across / _LINES), _round_below(window.span / _LINES)
    return *_of_longitude(window, east), *_of_latitude(window, north)


def _of_longitude(window: Window, step: float) -> Iterator[Line]:
    for number in _steps(window.west, window.width, step):
        east = turned(number * step)
        at = (number * step - window.west + window.beside) / window.across
        yield Line(_degrees(east, step, "E", "W"), at=round(at * SIDE))


def _of_latitude(window: Window, step: float) -> Iterator[Line]:
    for number in _steps(window.south, window.span, step):
        _, down = window.point(Place(number * step, window.middle.longitude))
        if abs(number * step) < 90:  # noqa: PLR2004 - degrees
            yield Line(_degrees(number * step, step, "N", "S"), down=round(down * SIDE))


def _steps(start: float, length: float, step: float) -> Iterator[int]:
    """How many steps from 0 each line is that lies between, but for the edges."""
    return takewhile(lambda number: number * step < start + length, count(floor(start / step) + 1))


def _degrees(value: float, step: float, plus: str, minus: str) -> str:
    digits = max(0, ceil(-log10(step)))
    return f"{abs(value):.{digits}f}°{plus if value >= 0 else minus}"


def bar(window: Window) -> Bar:
    """As long as a round number of metres, at most a quarter of the sheet."""
    metre = SIDE / (window.span * _DEGREE_KM * 1000)
    metres = _round_below(_BAR / metre)
    return Bar(round(metres * metre), round(metres))


def _round_below(most: float) -> float:
    """The largest of 1, 2, 5, 10, 20 and so on that is not above it."""
    power = 10.0 ** floor(log10(most))
    return max(step * power for step in _ROUND if step * power <= most)


def _between(value: int, low: int, high: int) -> int:
    return min(max(value, low), high)
