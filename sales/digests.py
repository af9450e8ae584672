"""What a manager's digest tells: the work of a period against the one before, what needs a decision, whom to praise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sales.care.habits import Habits
from sales.care.working_days import next_working_day
from sales.comments import EntryPlace
from sales.dealings import WinRate
from sales.digest_sections import Section
from sales.freshness import Weights
from sales.kinds import Category
from sales.measures import Measure, Period
from sales.moments import monday_of
from sales.money import Money
from sales.people import Member, Role
from sales.team_targets import TeamTargets
from sales.views import BirthdayLine

_A_DAY = timedelta(days=1)
_WEEKS_BEFORE = timedelta(days=28)
WORKED = 20
"""Working days of four weeks: a day is told against the usual one."""


class Pace(StrEnum):
    """How much time a digest tells of."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


QUIET_DAYS = "digest_quiet"
"""The wish to hear even of days without news, kept beside the kinds of reminders."""
HOURS = (time(17, 30), time(18, 30), time(19, 30), time(21))


def kind_of(pace: Pace) -> str:
    """Under which name it is kept whether digests of this pace come."""
    return f"digest_{pace}"


def wants(habits: Habits, member: Member, pace: Pace) -> bool:
    """As the member said; else whoever leads a team has them, and who only runs the bot has not."""
    return habits.kinds.get(kind_of(pace), Role.MANAGER in member.roles)


def begins(pace: Pace, day: date) -> date:
    """The first day of the week (Monday), month or quarter that the day is in."""
    match pace:
        case Pace.DAY:
            return day
        case Pace.WEEK:
            return monday_of(day)
        case Pace.MONTH:
            return day.replace(day=1)
        case Pace.QUARTER:
            return day.replace(day=1, month=day.month - (day.month - 1) % 3)


def until(pace: Pace, day: date) -> Period:
    """The period that the day is in, as far as that day."""
    return Period(begins(pace, day), day)


def the_one_before(pace: Pace, day: date) -> Period:
    """The whole period before the one that the day is in."""
    return until(pace, begins(pace, day) - _A_DAY)


def compared(pace: Pace, period: Period) -> Period:
    """With what it is compared: a day with the four weeks before it, else as many days of the period before."""
    if pace is Pace.DAY:
        return Period(period.first - _WEEKS_BEFORE, period.first - _A_DAY)
    previous = the_one_before(pace, period.first)
    if begins(pace, period.last + _A_DAY) != period.first:
        return previous
    return Period(previous.first, min(previous.last, previous.first + (period.last - period.first)))


def due(day: date, habits: Habits, country: str) -> tuple[Pace, ...]:
    """Which digests this evening may bring; where the week's comes, the day's does not."""
    ends = begins(Pace.WEEK, next_working_day(day + _A_DAY, habits, country)) != begins(Pace.WEEK, day)
    over = (pace for pace in (Pace.MONTH, Pace.QUARTER) if next_working_day(begins(pace, day), habits, country) == day)
    return (*((Pace.WEEK,) if ends else ()), Pace.DAY, *over)


def tells_of(pace: Pace, day: date) -> Period:
    """What the digest of an evening is about: the day, the week that ends with it, the month or quarter before."""
    return the_one_before(pace, day) if pace in (Pace.MONTH, Pace.QUARTER) else until(pace, day)


Counts = Mapping[Measure, int]
NOTHING: Counts = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody (`member`), or a team, did; `before`: in the period that it is compared with."""

    name: str = ""
    now: Counts = field(default_factory=lambda: NOTHING)
    before: Counts = field(default_factory=lambda: NOTHING)
    member: int = 0


@dataclass(frozen=True, slots=True)
class LateAnswer:
    """A complaint whose customer waits for longer than was promised; `about` is the customer's id."""

    complaint: int
    customer: str
    since: datetime
    about: int = 0


@dataclass(frozen=True, slots=True)
class Claimed:
    """Two say that a customer is theirs, and the reader decides; `about` is the customer's id."""

    ruling: int
    customer: str
    names: tuple[str, ...]
    about: int = 0


Need = LateAnswer | Claimed


@dataclass(frozen=True, slots=True)
class BigOrder:
    """The largest order of the period; `id` is the customer's."""

    customer: str
    amount: Money
    owner: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Theme:
    """What customers spoke of, how often, and the last words of one of them."""

    category: Category
    number: int
    quote: str = ""
    done: date | None = None
    """When something was done about it."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of all: promises that were kept, deals that were won."""

    number: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """Customers who came into a stage, as (name, owner) pairs, and how many more there are; `first` is an id."""

    named: tuple[tuple[str, str], ...] = ()
    more: int = 0
    first: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """Which digest somebody reads."""

    pace: Pace
    period: Period

    @property
    def facts(self) -> dict[str, str | int]:
        """As they lie in the outbox and in a button."""
        period = self.period
        return {"pace": self.pace.value, "first": period.first.isoformat(), "last": period.last.isoformat()}


def read_asked(facts: Mapping[str, Any]) -> Asked:
    first, last = (date.fromisoformat(str(facts[name])) for name in ("first", "last"))
    return Asked(Pace(str(facts["pace"])), Period(first, last))


@dataclass(frozen=True, slots=True)
class Digest:
    """`whose` are the teams; `teams` has a line each for who leads several; `reps` one for each who sells there.

    `late` complaints wait for an answer now; `silent` told nothing in the period; `overdue` is what customers owe now.
    `praised` is the order for which one may thank; `broken` whose promises were not kept; `sources` where the deals
    that ended came from, the best first; `cards` how complete those of the teams are.
    """

    whose: str
    asked: Asked
    currency: str
    total: Work
    teams: tuple[Work, ...] = ()
    reps: tuple[Work, ...] = ()
    needs: tuple[Need, ...] = ()
    more_needs: int = 0
    late: int = 0
    big: BigOrder | None = None
    back: Moved = field(default_factory=Moved)
    slipping: Moved = field(default_factory=Moved)
    praised: EntryPlace | None = None
    promises: Share = field(default_factory=Share)
    broken: Moved = field(default_factory=Moved)
    deals: Share = field(default_factory=Share)
    sources: tuple[WinRate, ...] = ()
    theme: Theme | None = None
    more_themes: tuple[Theme, ...] = ()
    targets: TeamTargets = field(default_factory=TeamTargets)
    overdue: int = 0
    birthdays: tuple[BirthdayLine, ...] = ()
    cards: Weights = field(default_factory=Weights)
    silent: tuple[str, ...] = ()
    sections: frozenset[Section] = frozenset(Section)

    @property
    def needed(self) -> int:
        return len(self.needs) + self.more_needs

    @property
    def has_news(self) -> bool:
        """Whether anything happened, or waits for the reader."""
        return bool(self.needs) or not self.is_empty

    @property
    def is_empty(self) -> bool:
        """Whether nothing was told of its days, whatever stands open by now."""
        told = any(self.total.now.values()) or self.promises.of or self.deals.of
        return not (told or self.back.named or self.slipping.named)

    @property
    def per_hundred_orders(self) -> float | None:
        """Complaints told for 100 orders; None without orders."""
        orders = self.total.now.get(Measure.ORDERS, 0)
        return 100 * self.total.now.get(Measure.COMPLAINTS, 0) / orders if orders else None
