"""What is coming for a member or at a customer, what they paused, and what was told to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sales.care.views import CareView


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A follow-up that is open; `at` is the clock time that was told with its day, if one was."""

    follow_up: int
    customer: str
    action: str
    day: date | None
    due_at: datetime | None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class PausedLine:
    """`kind` "" is any, `customer` "" is any, `until` None is for good."""

    pause: int
    kind: str
    customer: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Coming:
    """A page of it. `customer` 0: all that is the member's."""

    lines: Sequence[PlannedLine | CareView]
    paused: Sequence[PausedLine] = ()
    customer: int = 0
    name: str = ""
    page: int = 1
    more: bool = False


@dataclass(frozen=True, slots=True)
class ComingLine:
    """One reminder opened from the list; `stage` is "", days, pause or deleted."""

    view: CareView
    due_at: datetime
    stage: str = ""
    customer: int = 0


@dataclass(frozen=True, slots=True)
class Delivery:
    """A reminder that was put for the member. `state` is the outbox's, `answer` what became of it."""

    kind: str
    what: str
    at: datetime
    state: str
    late: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Deliveries:
    lines: Sequence[Delivery]
    page: int = 1
    more: bool = False
