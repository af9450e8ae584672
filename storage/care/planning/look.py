"""What a planner is told: which days to look at, by whose clocks, and at which customers."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from storage.care.reminders import Planned


@dataclass(frozen=True, slots=True)
class Look:
    """`today` is the company's, by `zone`. `customers` None: all of them."""

    now: datetime
    today: date
    zone: ZoneInfo
    customers: Collection[int] | None = None


Planner = Callable[[Session, Look], Iterable[Planned]]
