"""Where the map of customers begins: around nearly all of them, so that somebody far off does not squeeze the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from sales.customer_map import WHOLE, Extent, Window, shrinks

_MOST = 0.9
_WORTH = 0.5
_NEAR = 2.0
"""Degrees of latitude, some two hundred kilometres: within them nobody is far off."""


@dataclass(frozen=True, slots=True)
class Patch:
    """How many customers are in a square degree, and how far they are spread there."""

    row: int
    column: int
    customers: int
    extent: Extent


def around_all(patches: Sequence[Patch]) -> Window | None:
    """A window that holds everybody; None: nobody is anywhere."""
    return Window.around(_extent(patches)) if patches else None


def around_most(patches: Sequence[Patch]) -> Window | None:
    """Around nine tenths of the customers, those nearest to where they stand most densely; None: nobody is anywhere.

    If a window around all is narrow, or less than twice as wide, that would hide somebody for little: all are shown.
    """
    if not patches:
        return None
    whole, most = Window.around(_extent(patches)), Window.around(_extent(_nearest(patches)))
    return most if whole.span > _NEAR and most.span <= whole.span * _WORTH else whole


def _nearest(patches: Sequence[Patch]) -> list[Patch]:
    centre, wanted = _densest(patches), _MOST * sum(one.customers for one in patches)
    near: list[Patch] = []
    for patch in sorted(patches, key=lambda one: (_apart(one, centre), one.row, one.column)):
        if sum(one.customers for one in near) >= wanted:
            break
        near.append(patch)
    return near


def _densest(patches: Sequence[Patch]) -> Patch:
    """The one with the most customers in it and in the eight around it."""
    count = {(one.row, one.column): one.customers for one in patches}
    around = [(up, on) for up in (-1, 0, 1) for on in (-1, 0, 1)]

    def crowd(one: Patch) -> tuple[int, int, int, int]:
        beside = sum(count.get((one.row + up, (one.column + on) % int(WHOLE)), 0) for up, on in around)
        return beside, one.customers, -one.row, -one.column

    return max(patches, key=crowd)


def _apart(one: Patch, other: Patch) -> float:
    """Roughly, in degrees of latitude."""
    across = abs(one.column - other.column)
    return max(abs(one.row - other.row), min(across, WHOLE - across) * shrinks(other.extent.south))


def _extent(patches: Sequence[Patch]) -> Extent:
    """It begins behind the widest empty stretch around the globe, so that the date line divides nobody."""
    sides = sorted((one.extent.west, one.extent.east) for one in patches)
    reached, widest, west = sides[-1][1] - WHOLE, -1.0, sides[0][0]
    for begins, ends in sides:
        if begins - reached > widest:
            widest, west = begins - reached, begins
        reached = max(reached, ends)
    east = max(ends if begins >= west else ends + WHOLE for begins, ends in sides)
    return Extent(min(one.extent.south for one in patches), max(one.extent.north for one in patches), west, east)
