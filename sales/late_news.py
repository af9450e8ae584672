"""What came after an evening's digest of the days that it told of: one message of the next morning."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sales.comments import EntryPlace
from sales.kinds import Kind
from sales.measures import Period


@dataclass(frozen=True, slots=True)
class Evening:
    """A digest of `day` that was ready at `since`; `sent` False: it had no news and did not come."""

    day: date
    period: Period
    since: datetime
    sent: bool = True

    @property
    def facts(self) -> dict[str, str | int]:
        """As they lie in the outbox."""
        period = {"first": self.period.first.isoformat(), "last": self.period.last.isoformat()}
        return {"day": self.day.isoformat(), **period, "since": self.since.isoformat(), "sent": int(self.sent)}


def read_evening(facts: Mapping[str, Any]) -> Evening:
    day, first, last = (date.fromisoformat(str(facts[name])) for name in ("day", "first", "last"))
    return Evening(day, Period(first, last), datetime.fromisoformat(str(facts["since"])), bool(facts["sent"]))


@dataclass(frozen=True, slots=True)
class LateLine:
    """Something that was told afterwards, and by whom."""

    place: EntryPlace
    kind: Kind
    customer: str
    by: str


@dataclass(frozen=True, slots=True)
class LateNews:
    evening: Evening
    lines: tuple[LateLine, ...] = ()
    more: int = 0

    @property
    def number(self) -> int:
        return len(self.lines) + self.more
