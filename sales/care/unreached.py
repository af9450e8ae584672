"""What waits for somebody who cannot be told any more."""

from collections.abc import Sequence
from dataclasses import dataclass

from sales.care.coming import PlannedLine


@dataclass(frozen=True, slots=True)
class Unreached:
    """`lines` are the soonest of the `total` that are open."""

    member: int
    name: str
    lines: Sequence[PlannedLine]
    total: int
