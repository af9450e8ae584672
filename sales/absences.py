"""Leaves: who is away from when to when, who stands in, and why one cannot be entered."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class AbsenceState(StrEnum):
    """How far a leave is. A sweep turns it active at the first local midnight and over after the last day."""

    PLANNED = "planned"
    ACTIVE = "active"
    OVER = "over"
    CANCELLED = "cancelled"


AHEAD = (AbsenceState.PLANNED, AbsenceState.ACTIVE)


class Refusal(StrEnum):
    """Why a leave cannot be entered so, or this colleague cannot stand in."""

    BACKWARDS = "backwards"
    PAST = "past"
    TOO_FAR = "too_far"
    OVERLAPS = "overlaps"
    ONESELF = "oneself"
    COVER_AWAY = "cover_away"


FURTHEST = timedelta(days=366)
"""A leave lies within a year from today."""


@dataclass(frozen=True, slots=True)
class Absence:
    """A leave of a member, first to last day in their own zone; without `cover` nobody stands in."""

    id: int
    member: int
    name: str
    first: date
    last: date
    state: AbsenceState
    cover: int | None = None
    cover_name: str = ""

    @property
    def ahead(self) -> bool:
        return self.state in AHEAD


@dataclass(frozen=True, slots=True)
class Away:
    """When somebody is away."""

    first: date
    last: date

    def meets(self, other: "Away") -> bool:
        return self.first <= other.last and other.first <= self.last


def refusal(wanted: Away, *, today: date, others: tuple[Away, ...]) -> Refusal | None:
    """What is wrong with these days; `others` are the member's leaves that are still ahead."""
    if wanted.last < wanted.first:
        return Refusal.BACKWARDS
    if wanted.last < today:
        return Refusal.PAST
    if wanted.last > today + FURTHEST or wanted.last - wanted.first > FURTHEST:
        return Refusal.TOO_FAR
    return Refusal.OVERLAPS if any(map(wanted.meets, others)) else None


def turned(absence: Absence, today: date) -> AbsenceState:
    """The state that a leave ahead is in on this day of the member's."""
    if today > absence.last:
        return AbsenceState.OVER
    return AbsenceState.ACTIVE if today >= absence.first else absence.state


@dataclass(frozen=True, slots=True)
class LeaveCard:
    """A leave as its card shows it. `own`: the reader's; `colleagues` can stand in (id and name)."""

    absence: Absence
    own: bool = True
    colleagues: tuple[tuple[int, str], ...] = ()
    choosing: bool = False


@dataclass(frozen=True, slots=True)
class LeaveNews:
    """What somebody is told of a leave: `what` is asked, entered, begins, ends or cancelled.

    `customers` are those of the member away; `open` their follow-ups that wait, `overdue` among them; `told` how many
    entries the cover put on record.
    """

    absence: Absence
    what: str
    reader: int
    customers: int = 0
    open: int = 0
    overdue: int = 0
    told: int = 0
