"""What /slipping shows: customers who have gone quiet, were lost or came back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from sales.customers import Stage
from sales.money import Money
from sales.scores.quiet import QuietKnown
from sales.scores.stage_reasons import LossCause, ReturnCause


@dataclass(frozen=True, slots=True)
class Silence:
    """One of them. `value`: bought in the last twelve months.

    `cause` is that of a loss or a return, `known` why they are quiet; `said_lost`: somebody called them lost.
    `reminder` is the alert that waits for the reader's answer, `about` what its words need, where it is shown.
    """

    customer: int
    name: str
    owner: str
    stage: Stage
    gap: int | None = None
    last: date | None = None
    value: Money | None = None
    known: QuietKnown | None = None
    cause: LossCause | ReturnCause | None = None
    said_lost: bool = False
    reminder: int | None = None
    about: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class SilencePage:
    """A page of those that the reader sees; `teams` are those to choose from, `team` the chosen one, 0 for all.

    `counts` are all of them by stage; `owners`: the lines say whose customer it is. `looked`: a night has passed since
    there are orders to look at.
    """

    page: int
    pages: int
    counts: Mapping[Stage, int]
    lines: tuple[Silence, ...] = ()
    teams: tuple[tuple[int, str], ...] = ()
    team: int = 0
    owners: bool = False
    looked: bool = True

    @property
    def total(self) -> int:
        return sum(self.counts.values())
