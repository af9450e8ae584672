"""What the board of complaints and the weekly list of their causes show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sales.complaints import State
from sales.kinds import Severity


class Only(StrEnum):
    """Which complaints the board shows."""

    OPEN = "open"
    LATE = "late"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A complaint that is not closed. `answer_by` is when its clock runs out; None: nobody waits."""

    id: int
    customer: str
    on: date
    text: str
    severity: Severity | None
    state: State
    answer_by: datetime | None = None
    late: bool = False
    taken_by: str | None = None
    customer_id: int | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """A page of the complaints that the reader sees, the most urgent first."""

    only: Only
    page: int
    pages: int
    total: int
    late: int
    lines: tuple[BoardLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CauseWeek:
    """What a week of complaints came to. `orders` counts those of the same customers, `monday` is its first day."""

    monday: date
    told: int
    closed: int
    open: int
    late: int
    orders: int
    causes: Mapping[str, int]
    remedies: Mapping[str, int]

    @property
    def rate(self) -> float | None:
        """Complaints per 100 orders; None: there were no orders."""
        return 100 * self.told / self.orders if self.orders else None
