"""Who looks at which reps on which morning."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from sales.care.habits import Habits
from sales.measures import Period
from sales.people import Member
from sales.talk_card import FOUR_WEEKS

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Looking:
    """`period` is what happened since the last working day; `reps` are ids of who sells there and is not on leave."""

    session: Session
    reader: Member
    habits: Habits
    country: str
    day: date
    period: Period
    reps: frozenset[int]
    now: datetime

    @property
    def whom(self) -> list[int]:
        return sorted(self.reps)

    @property
    def before(self) -> Period:
        """The four weeks before the period."""
        return Period(self.period.first - FOUR_WEEKS, self.period.first - _A_DAY)
