"""An answer as bars from left to right, as a picture's value: names, shares of the longest bar, and words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A bar, `share` of the longest, with words at its end; `before` is the one that it is compared with."""

    name: str
    share: float
    words: str
    before: float | None = None


@dataclass(frozen=True, slots=True)
class AnswerChart:
    """From top to bottom; `legend` names the days of the bar and of the one that it is compared with."""

    title: str
    note: str
    rows: tuple[ChartRow, ...]
    legend: tuple[str, str] | None = None
