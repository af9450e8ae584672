"""Places on the globe, and how far they are apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from statistics import median_low

EARTH_KM = 6371.0088
"""The mean radius (IUGG)."""
FAR_KM = 300.0
"""What is farther than this from the middle of a rep's customers is on no day's way."""
_ENOUGH = 3
"""Of fewer places nobody can tell which one is wrong."""


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees, WGS 84."""

    latitude: float
    longitude: float


def place_of(value: str) -> Place | None:
    """As the field of FieldKind.PLACE has it; 0,0 is what programs write where they know nothing."""
    latitude, _, longitude = value.partition(",")
    try:
        place = Place(float(latitude), float(longitude))
    except ValueError:
        return None
    return place if place != Place(0, 0) else None


def kilometres(one: Place, other: Place) -> float:
    """Along the great circle, by the haversine formula."""
    north, east = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    half = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def middle(places: Sequence[Place]) -> Place | None:
    """The median of both coordinates: a few wrong places do not move it. None: there are too few to tell."""
    if len(places) < _ENOUGH:
        return None
    return Place(median_low(one.latitude for one in places), median_low(one.longitude for one in places))
