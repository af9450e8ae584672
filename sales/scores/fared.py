"""How alerts fared in a company: those that would have been told in the past, and those that were."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Answer(StrEnum):
    """What became of an alert that was told."""

    PLANNED = "planned"
    REASON = "reason"
    LOST = "lost"
    FINE = "fine"
    ORDERED = "ordered"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Tally:
    """Of `count` alerts `right` were; `said` is the mean chance then, the right ones came `sooner` days on average.

    None: of no customer with a rhythm of their own.
    """

    count: int = 0
    right: int = 0
    said: float = 0.0
    sooner: float | None = None

    @property
    def share(self) -> float:
        return self.right / self.count if self.count else 0.0


@dataclass(frozen=True, slots=True)
class Looked:
    """Which past was lived once more, in the night before `on`; `every`: of so many customers one was looked at.

    `since` None: the orders do not reach back far enough before the day `enough`.
    """

    on: date
    since: date | None = None
    until: date | None = None
    enough: date | None = None
    every: int = 1


@dataclass(frozen=True, slots=True)
class Fared:
    """Of the customers whose orders a member sees. `looked` None: no night has passed yet; `ahead`: days by class."""

    looked: Looked | None
    ours: Tally
    plain: Tally
    told: Mapping[Answer, int] = field(default_factory=dict)
    ahead: Mapping[str, int] = field(default_factory=dict)
    leads: bool = False
    sees_all: bool = False
