"""How long a customer who complained waits for an answer, by how grave it is, counted in working time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sales.care.habits import Habits, Span
from sales.care.working_days import after_working_time
from sales.company_settings import CompanySettings
from sales.complaints import Standing
from sales.kinds import Severity
from sales.moments import local_moment

_GRAVE = 4
"""A grave one has a quarter of the time, ..."""
_MINOR = 3
"""... a slight one three times as much."""
_WHOLE = 100
_AHEAD = timedelta(hours=1)
"""A promise for a clock time is reminded of so long before."""


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """When the company works, and how many working hours a complaint of this customer's class may wait."""

    open_at: Span
    zone: ZoneInfo
    hours: float

    @property
    def closes(self) -> time:
        return self.open_at.ends

    def needed(self, severity: Severity | None) -> timedelta:
        match severity:
            case Severity.HIGH:
                return timedelta(hours=self.hours) / _GRAVE
            case Severity.LOW:
                return timedelta(hours=self.hours) * _MINOR
            case _:
                return timedelta(hours=self.hours)

    def after(self, start: datetime, needed: timedelta) -> datetime:
        """When so much working time has gone by; public holidays are those of where the company is."""
        return after_working_time(start, needed, self.open_at, habits=Habits(), zone=self.zone)


def working_time(settings: CompanySettings, zone: ZoneInfo, grade: str | None = None) -> WorkingTime:
    """`grade`: the class of who complained; a class of which nothing is set waits as any other."""
    hours = settings.escalation_hours * settings.clocks.get(grade or "", _WHOLE) / _WHOLE
    return WorkingTime(Span(settings.opens, settings.closes), zone, hours)


@dataclass(frozen=True, slots=True)
class Clock:
    """When its holder is told that time runs out, and when it is over and the complaint goes up."""

    warn_at: datetime
    answer_by: datetime


def clock_of(now: Standing, told_at: datetime, severity: Severity | None, working: WorkingTime) -> Clock | None:
    """The clock that runs; None where nobody waits. A promise has a clock of its own."""
    if not now.waits:
        return None
    start = now.since or told_at
    if now.promised is not None:
        return _promised(now.promised, now.promised_at, start, working)
    needed = working.needed(severity)
    return Clock(working.after(start, needed / 2), working.after(start, needed))


def _promised(day: date, moment: datetime | None, made: datetime, working: WorkingTime) -> Clock:
    """A promise for a day without a clock time holds until the company closes; made later than that, until midnight."""
    if moment is not None:
        return Clock(max(made, moment - _AHEAD), moment)
    opens, closes = (local_moment(day, at, working.zone) for at in (working.open_at.starts, working.closes))
    over = closes if closes > made else local_moment(day + timedelta(days=1), time(), working.zone)
    return Clock(opens if opens > made else made + (over - made) / 2, over)


def next_rise(answer_by: datetime, severity: Severity | None, working: WorkingTime) -> datetime:
    """When it goes one step further up, if it is still not answered then."""
    return working.after(answer_by, working.needed(severity))
