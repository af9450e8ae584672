"""The evening's wrap and the report of a day or a week, as their cards show them."""

from dataclasses import dataclass
from datetime import date

from sales.kinds import Kind
from sales.money import Money
from sales.views import AgendaLine


@dataclass(frozen=True, slots=True)
class Wrap:
    """How the day went: so many customers and things were planned, so many told; the first untold is asked about."""

    day: date
    planned: int
    told: int
    untold: tuple[AgendaLine, ...] = ()
    apart: int = 0
    """Visits that are not told of either: each is asked about by a card of its own."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as the report has it: its kind, in the words of who told it, and the sum."""

    kind: Kind
    on: date
    text: str = ""
    amount: Money | None = None
    attempt: bool = False


@dataclass(frozen=True, slots=True)
class ReportLine:
    """All that was told of a customer."""

    customer: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody told from one day to another, and what is planned next."""

    name: str
    first: date
    last: date
    lines: tuple[ReportLine, ...] = ()
    new_follow_ups: int = 0
    next: tuple[AgendaLine, ...] = ()

    def count(self, kind: Kind) -> int:
        """How many there were, tries left out."""
        return sum(one.kind is kind and not one.attempt for line in self.lines for one in line.told)

    def sums(self, kind: Kind) -> tuple[Money, ...]:
        """What they come to, in each currency."""
        sums: dict[str, int] = {}
        for one in (one for line in self.lines for one in line.told):
            if one.kind is kind and one.amount:
                sums[one.amount.currency] = sums.get(one.amount.currency, 0) + one.amount.minor
        return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()))
