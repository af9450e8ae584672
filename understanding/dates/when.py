"""What a date phrase means: a moment or an interval, with its grain."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum


class Grain(IntEnum):
    """How fine a phrase speaks, finest first."""

    MINUTE = 0
    HOUR = 1
    PART = 2
    DAY = 3
    WEEKEND = 4
    WEEK = 5
    MONTH = 6
    QUARTER = 7
    SEASON = 8
    YEAR = 9


class Bound(StrEnum):
    """Whether a phrase bounds time on one side only; "through" and "since" take in what they name."""

    NONE = ""
    BEFORE = "before"
    THROUGH = "through"
    AFTER = "after"
    SINCE = "since"


class Edge(StrEnum):
    """The stretch of an interval that is meant."""

    NONE = ""
    EARLY = "early"
    MIDDLE = "middle"
    END = "end"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a phrase is read from: the writer's local time, and whether it looks back (-1) or ahead (1).

    `month_first` settles 4/9: a September day, or an April one.
    """

    now: datetime
    lean: int = 1
    month_first: bool = False
    office_hours: bool = True
    """As reps speak: a bare hour from one to seven is in the afternoon, last Friday the most recent one."""

    def looking(self, lean: int) -> "Frame":
        """The same frame, back (-1) or ahead (1)."""
        return Frame(self.now, lean, self.month_first, self.office_hours)

    @property
    def today(self) -> datetime:
        return self.now.replace(hour=0, minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class When:
    """From `start` up to, not including, `end`."""

    start: datetime
    end: datetime
    grain: Grain
    bound: Bound = Bound.NONE
    edge: Edge = Edge.NONE
    whole: tuple[datetime, datetime] | None = None
    """The interval of which an edge is meant."""
    clock: bool = False
    """A time of day was said."""
    spread: bool = False
    """A range was said, such as two days with a dash."""
    other: datetime | None = None
    """The next best reading of an ambiguous day."""
    again: datetime | None = None
    """From when the words mean the next one, if this one is over: 月初, "at nine", no day or month being named."""

    def bounded(self, bound: Bound) -> "When":
        return replace(self, bound=bound)


Reading = Callable[[Frame], When | None]

DAY = timedelta(days=1)


def day(start: datetime, other: datetime | None = None) -> When:
    # The last day that there is has no day after it.
    length = DAY if start.date() < date.max else timedelta(hours=23)
    return When(start, start + length, Grain.DAY, other=other)


def moment(start: datetime) -> When:
    return When(start, start + timedelta(minutes=1), Grain.MINUTE, clock=True)
