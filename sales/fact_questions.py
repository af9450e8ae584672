"""When a member is asked for a fact, when not, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sales.fields import Field
from sales.known import Known

REST = timedelta(days=7)
"""So long nothing is asked about a customer after a question or its answer."""
SPARED = timedelta(days=30)
"""So long the same is not asked again about a customer, whatever became of the question."""
SPARED_UNKNOWN = timedelta(days=180)
"""So long it is not asked again of somebody who does not know it."""
PATIENCE = timedelta(minutes=30)
"""So long a question waits for its answer before the next one may be asked."""
DAY = timedelta(days=1)
MOST_A_DAY = 3


class Stage(StrEnum):
    """What became of a question."""

    OPEN = "open"
    CHANGING = "changing"
    """The value is not right any more, and the new one is asked for."""
    ANSWERED = "answered"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    LATER = "later"
    NEVER = "never"
    """The member wants no such questions."""
    UNDONE = "undone"
    """The answer was taken back."""
    WITHDRAWN = "withdrawn"
    """The log after which it was asked was undone."""


WAITS = frozenset({Stage.OPEN, Stage.CHANGING})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to a member. `telling` is the log after which it was asked, `fact` what the answer put on record."""

    id: int
    member: int
    customer: int
    contact: int | None
    field: str
    at: datetime
    stage: Stage = Stage.OPEN
    settled_at: datetime | None = None
    telling: int | None = None
    fact: int | None = None

    @property
    def waits(self) -> bool:
        return self.stage in WAITS


def rests(asked: Iterable[Asked], now: datetime) -> bool:
    """Whether the customer that all these were about is left alone for now."""
    return any(max(one.at, one.settled_at or one.at) + REST > now for one in asked)


def spared(asked: Iterable[Asked], now: datetime) -> frozenset[str]:
    """The fields that are not asked for again yet."""
    return frozenset(one.field for one in asked if one.at + _spared_for(one) > now)


def _spared_for(asked: Asked) -> timedelta:
    return SPARED_UNKNOWN if asked.stage is Stage.UNKNOWN else SPARED


def has_enough(asked: Iterable[Asked], now: datetime) -> bool:
    """Whether a member was asked often enough today, or has a question before them; `asked` are theirs."""
    today = [one for one in asked if one.at + DAY > now]
    return len(today) >= MOST_A_DAY or any(one.waits and one.at + PATIENCE > now for one in today)


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """A question as its card shows it. `known` is what stands on record: still, or since the answer.

    `undoable`: the answer put something on record that can be taken back.
    """

    id: int
    customer: int
    name: str
    field: Field
    stage: Stage = Stage.OPEN
    contact: str | None = None
    known: Known | None = None
    undoable: bool = False
