"""The map of customers: which square of the world it shows, and the grid by which it gathers them into marks.

Degrees become a plane by the equirectangular projection around the latitude of the square's middle: a degree of
longitude is as wide there as the cosine of that latitude says.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from math import cos, isfinite, radians
from typing import Self

from sales.segments import Segment
from sales.visit_plans.places import Place

GRID = 12
"""Squares a side: no map has more marks than a hundred and forty-four."""
WHOLE = 360.0
_SMALLEST = 0.002
"""Degrees of latitude, some two hundred metres: nearer than that nothing is told apart."""
_MARGIN = 1.15
"""Less than a square of the grid on each side: who is outermost stands in the middle of one."""
_POLAR = 80.0
"""Nearer to the poles a square would be wider than the world."""


class Need(StrEnum):
    """What at a customer needs attention, the most urgent first."""

    COMPLAINT = "complaint"
    OVERDUE = "overdue"
    SLIPPING = "slipping"


@dataclass(frozen=True, slots=True)
class Extent:
    """From the southernmost to the northernmost and from the westernmost to the easternmost of some places.

    `east` is beyond 180 where they lie on both sides of the date line.
    """

    south: float
    north: float
    west: float
    east: float


@dataclass(frozen=True, slots=True)
class Window:
    """The square that is shown: its middle, and the degrees of latitude from its lower edge to its upper one."""

    middle: Place
    span: float

    @classmethod
    def around(cls, extent: Extent) -> Self:
        """With a margin, so that nothing sticks to the edge."""
        middle = Place((extent.south + extent.north) / 2, turned((extent.west + extent.east) / 2))
        across = (extent.east - extent.west) * shrinks(middle.latitude)
        return cls(middle, _fitting(max(extent.north - extent.south, across) * _MARGIN))

    @classmethod
    def read(cls, words: str) -> Self | None:
        """What `words` wrote down; None: nobody did. Forms can be filled in by anybody."""
        try:
            latitude, longitude, span = (float(word) for word in words.split(","))
        except ValueError:
            return None
        if not isfinite(span) or not (abs(latitude) <= 90 and abs(longitude) <= 180):  # noqa: PLR2004 - degrees
            return None
        return cls(Place(latitude, longitude), _fitting(span))

    @property
    def words(self) -> str:
        return f"{self.middle.latitude:.6f},{self.middle.longitude:.6f},{self.span:.6f}"

    @property
    def across(self) -> float:
        """The side in degrees of longitude: more than there are, where the world is narrower than the square."""
        return self.span / shrinks(self.middle.latitude)

    @property
    def width(self) -> float:
        """How many of them there are."""
        return min(self.across, WHOLE)

    @property
    def beside(self) -> float:
        """What stays empty on the left, and on the right."""
        return (self.across - self.width) / 2

    @property
    def north(self) -> float:
        return self.middle.latitude + self.span / 2

    @property
    def south(self) -> float:
        return self.middle.latitude - self.span / 2

    @property
    def west(self) -> float:
        return turned(self.middle.longitude - self.width / 2)

    def wider(self, times: float) -> "Window":
        return Window(self.middle, _fitting(self.span * times))

    def place(self, north: float, east: float) -> Place:
        """At that latitude, so many degrees east of the western edge."""
        return Place(north, turned(self.west + east))

    def point(self, place: Place) -> tuple[float, float]:
        """How far from the left and from the upper edge a place lies, as parts of a side."""
        east = (place.longitude - self.west) % WHOLE
        return (east + self.beside) / self.across, (self.north - place.latitude) / self.span


@dataclass(frozen=True, slots=True)
class Cell:
    """The customers in one square of the grid: how many, where in the middle, and with how many something is up.

    `first` is the one longest on record, by whose `name` they are called.
    """

    row: int
    column: int
    customers: int
    middle: Place
    extent: Extent
    needs: dict[Need, int]
    first: int
    name: str = ""

    @property
    def need(self) -> Need | None:
        """The most urgent of them."""
        return next((need for need in Need if self.needs.get(need)), None)

    @property
    def closer(self) -> Window:
        """All of them, and as little else as can be."""
        return Window.around(self.extent)


@dataclass(frozen=True, slots=True)
class MapAsked:
    """`segment` holds, and `need` where one is named; `window` None: where the map begins, or `everybody`."""

    segment: Segment = field(default_factory=Segment)
    need: Need | None = None
    window: Window | None = None
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A customer on the map, with what is up there."""

    customer: int
    name: str
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomerMap:
    """`within` customers lie in the window, None where there is nobody to show; `spots` are they, by name, where few.

    Where the map begins it tells, too, how many lie `outside`, and of how many nobody knows where they are.
    """

    window: Window | None = None
    within: int = 0
    cells: tuple[Cell, ...] = ()
    spots: tuple[Spot, ...] = ()
    outside: int = 0
    nowhere: int = 0


def shrinks(latitude: float) -> float:
    """How wide a degree of longitude is there, in degrees of latitude."""
    return cos(radians(min(abs(latitude), _POLAR)))


def turned(longitude: float) -> float:
    """Between -180 and 180."""
    return (longitude + WHOLE / 2) % WHOLE - WHOLE / 2


def _fitting(span: float) -> float:
    return min(max(span, _SMALLEST), WHOLE)
