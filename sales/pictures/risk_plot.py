"""Who may be lost, as a picture's value: purchases of a good year against the probability of being lost."""

from dataclasses import dataclass

from sales.pictures.scale import Tick


@dataclass(frozen=True, slots=True)
class Numbered:
    """One of the named: its number in the list, its place, its name and what is told beside it."""

    number: int
    across: float
    upwards: float
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class RiskPlot:
    """Purchases lie on a logarithmic axis: `across` are powers of ten; `upwards` goes from 0 to 1."""

    title: str
    note: str
    across_name: str
    upwards_name: str
    across: tuple[Tick, ...]
    upwards: tuple[Tick, ...]
    points: tuple[tuple[float, float], ...]
    named: tuple[Numbered, ...]
