"""A customer's orders and contacts over time, as a picture's value: days, heights and words, all worked out."""

from dataclasses import dataclass
from datetime import date

from sales.pictures.scale import Tick


@dataclass(frozen=True, slots=True)
class Bar:
    """Orders of these days, so high; `label` where the bar is cut off and its height must be told."""

    first: date
    last: date
    height: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """A row of small marks under the bars."""

    name: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Days that are shaded, with the words for them."""

    first: date
    last: date
    label: str


@dataclass(frozen=True, slots=True)
class DayTick:
    """A day on the axis of time with its words, one or two lines."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """From the day `first` to the day `last`; bars reach up to `top`. `measure` says what the bars are."""

    title: str
    measure: str
    first: date
    last: date
    today: DayTick
    days: tuple[DayTick, ...]
    bars: tuple[Bar, ...]
    top: float
    heights: tuple[Tick, ...]
    rows: tuple[Marks, ...]
    expected: Span | None = None
