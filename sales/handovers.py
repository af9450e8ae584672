"""Hand-overs: whose customers go to whom, and the pack for the successor in order of urgency."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sales.money import Money

UNDO_FOR = timedelta(days=7)
SOON = timedelta(days=30)
"""Birthdays so far ahead stand in the pack."""


class Stage(StrEnum):
    """How far a hand-over is."""

    WHICH = "which"
    CHOOSING = "choosing"
    WHOM = "whom"
    PREVIEW = "preview"
    DONE = "done"
    UNDONE = "undone"
    CANCELLED = "cancelled"


OPEN = frozenset({Stage.WHICH, Stage.CHOOSING, Stage.WHOM, Stage.PREVIEW})


@dataclass(frozen=True, slots=True)
class HandOver:
    """A hand-over as it stands; `to` None is the pool. Without `chosen` all customers of the member go."""

    id: int
    by: int
    giver: int
    giver_name: str
    stage: Stage
    at: datetime
    to: int | None = None
    to_name: str = ""
    leaves: bool = False
    chosen: tuple[int, ...] = ()
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A hand-over that waits for its next step; `by` is the name of who began it."""

    about: HandOver
    by: str


@dataclass(frozen=True, slots=True)
class Going:
    """What goes along with the customers."""

    customers: int
    follow_ups: int = 0
    complaints: int = 0
    opportunities: int = 0


@dataclass(frozen=True, slots=True)
class HandOverCard:
    """A hand-over for its card. `lines` are a page of the giver's customers with a tick for those chosen."""

    about: HandOver
    going: Going
    total: int
    page: int = 1
    pages: int = 1
    lines: tuple[tuple[int, str, bool], ...] = ()
    successors: tuple[tuple[int, str], ...] = ()
    undo_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody whose customers may be handed over; `left`: they are gone already."""

    id: int
    name: str
    customers: int
    left: bool = False


@dataclass(frozen=True, slots=True)
class PackLine:
    """A customer of the pack with what is urgent about it."""

    customer: int
    name: str
    grade: str | None = None
    complaints: int = 0
    overdue: int = 0
    promised: date | None = None
    birthday: date | None = None
    person: str = ""
    debt: Money | None = None
    debt_overdue: bool = False

    @property
    def urgency(self) -> tuple[int, int, str, str]:
        """Open complaints, promises that are overdue, promises, birthdays, debts; within these by day and class."""
        day = self.promised or self.birthday
        return _rank(self), -self.complaints, day.isoformat() if day else "~", f"{self.grade or '~'} {self.name}"


def _rank(line: PackLine) -> int:
    reasons = (line.complaints, line.overdue, line.promised, line.birthday, line.debt_overdue, line.debt)
    return next((place for place, reason in enumerate(reasons) if reason), len(reasons))


@dataclass(frozen=True, slots=True)
class Pack:
    """What the successor gets: every customer, the most urgent first."""

    about: HandOver
    by: str
    lines: tuple[PackLine, ...]
    page: int = 1
    size: int = 8
    place: int = 0
    """The line whose card was opened, counted from 1; 0: the list."""

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.lines) // self.size))

    @property
    def shown(self) -> tuple[PackLine, ...]:
        start = (min(max(self.page, 1), self.pages) - 1) * self.size
        return self.lines[start : start + self.size]
