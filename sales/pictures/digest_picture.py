"""The page under a digest, as a picture's value: a map of activity, sums side by side, and two lists of bars."""

from dataclasses import dataclass

from sales.pictures.scale import Tick


@dataclass(frozen=True, slots=True)
class HeatRow:
    """What somebody did, a number a column; `words` stand at the end, `folded` where it is of several people."""

    name: str
    cells: tuple[float, ...]
    words: str
    folded: bool = False


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A cell is darkest from `top` on; empty labels are left out. `note` explains what is not seen at once."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    top: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two bars a stretch, between `low` (at most 0) and `high`; without labels there is nothing to draw but `note`."""

    title: str
    names: tuple[str, str]
    labels: tuple[str, ...] = ()
    pairs: tuple[tuple[float, float], ...] = ()
    low: float = 0.0
    high: float = 0.0
    heights: tuple[Tick, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class BarLine:
    """A bar from left to right, `share` of the longest, with words at its end; None: it has no bar."""

    name: str
    share: float | None
    words: str


@dataclass(frozen=True, slots=True)
class BarList:
    title: str
    lines: tuple[BarLine, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DigestPicture:
    """From top to bottom."""

    title: str
    note: str
    activity: HeatMap
    sums: Pairs
    complaints: BarList
    at_risk: BarList
