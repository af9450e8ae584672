"""What waits for somebody who cannot be told any more."""

from collections.abc import Sequence
from dataclasses import dataclass

from sales.care.coming import PlannedLine
from sales.care.views import CareView


@dataclass(frozen=True, slots=True)
class Unreached:
    """`lines` are the soonest of the `total` that are open, follow-ups before other reminders."""

    member: int
    name: str
    lines: Sequence[PlannedLine | CareView]
    total: int
