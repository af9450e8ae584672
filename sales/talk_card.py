"""The talk card: for each rep one thing to praise and one thing to ask, the first that holds of a fixed order.

Praised is what happened since the last working day: a customer won back, the biggest order of four weeks, a target
reached, every fifth promise kept in a row, half as many visits again as usual. What was praised on the card before is
not praised again. Asked is for a late answer to a complaint, a broken promise, an A customer whom nobody saw for the
days of the class, silence of two working days, the card of an A customer that is less than half complete, a target
that one is behind with. Those who are to be asked for what stands first come first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import TypeVar

from sales.care.habits import Habits
from sales.care.working_days import works
from sales.comments import EntryPlace
from sales.measures import Measure, Period
from sales.money import Money
from sales.people import Member, Role

KIND = "talk_card"
"""The wish to have it, kept beside the kinds of reminders."""
WITHOUT = "talk_card_quiet"
"""The wish to have it on days without anything to say, too."""
HOURS = (time(7, 30), time(8), time(8, 30), time(9))
SHOWN = 6
"""Reps on one screen."""
FOUR_WEEKS = timedelta(days=28)
WORKED = 20
"""Working days of four weeks."""
LOOKED_BACK = timedelta(days=60)
"""So far back promises and what was told are looked for."""
_A_DAY = timedelta(days=1)
_EVERY = 5
_FEW_VISITS = 3
_MORE_THAN_USUAL = 1.5
_SILENT_DAYS = 2
_HALF = 0.5


class Praised(StrEnum):
    """What for, in the order in which it is looked for."""

    WON_BACK = "won_back"
    ORDER = "order"
    TARGET = "target"
    PROMISES = "promises"
    VISITS = "visits"


class Wanting(StrEnum):
    """What there is to ask for, in the order in which it is looked for; the neediest first."""

    ANSWER = "answer"
    PROMISE = "promise"
    VISIT = "visit"
    SILENCE = "silence"
    CARD = "card"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Praise:
    """`number` against `usual` counts visits or promises; `place` is the entry to thank for."""

    reason: Praised
    customer: int = 0
    name: str = ""
    number: int = 0
    usual: int = 0
    amount: Money | None = None
    measure: Measure | None = None
    place: EntryPlace | None = None

    @property
    def key(self) -> str:
        """The same thing has the same key on any day."""
        return f"{self.reason}:{self.measure or self.customer}"


@dataclass(frozen=True, slots=True)
class Ask:
    """`number` counts days (0: more than are looked back) or per cent; `words` is what was promised.

    `place` is the entry under which to ask.
    """

    reason: Wanting
    customer: int = 0
    name: str = ""
    number: int = 0
    day: date | None = None
    since: datetime | None = None
    words: str = ""
    complaint: int = 0
    measure: Measure | None = None
    place: EntryPlace | None = None


@dataclass(frozen=True, slots=True)
class RepTalk:
    """What to talk about with one rep."""

    member: int
    name: str
    praise: Praise | None = None
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class TalkCard:
    """The card of a morning, or `shown`, one rep of it."""

    day: date
    reps: tuple[RepTalk, ...]
    page: int = 1
    shown: RepTalk | None = None

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.reps) // SHOWN))

    @property
    def screen(self) -> tuple[RepTalk, ...]:
        return self.reps[(self.page - 1) * SHOWN : self.page * SHOWN]

    def opened(self, *, page: int, member: int) -> "TalkCard":
        """A page beyond the last is the last one."""
        shown = next((one for one in self.reps if one.member == member), None)
        return replace(self, page=min(max(1, page), self.pages), shown=shown)


_Said = TypeVar("_Said", Praise, Ask)


def wants(habits: Habits, member: Member) -> bool:
    """As the member said; else whoever leads a team has it, and who only runs the bot has not."""
    return habits.kinds.get(KIND, Role.MANAGER in member.roles)


def since_last(day: date, habits: Habits, country: str) -> Period:
    """From the last working day before this one to yesterday."""
    before = (day - number * _A_DAY for number in range(1, 15))
    first = next((one for one in before if works(one, habits, country)), day - _A_DAY)
    return Period(first, day - _A_DAY)


def to_talk_about(
    names: Mapping[int, str],
    praises: Iterable[tuple[int, Praise]],
    asks: Iterable[tuple[int, Ask]],
    told: Mapping[int, str],
) -> tuple[RepTalk, ...]:
    """By rep, the neediest first; `told` are the keys of what each was praised for on the card before."""
    praised = _first((pair for pair in praises if told.get(pair[0]) != pair[1].key), list(Praised))
    asked = _first(asks, list(Wanting))
    found = (RepTalk(member, name, praised.get(member), asked.get(member)) for member, name in names.items())
    return tuple(sorted((one for one in found if one.praise or one.ask), key=_need))


def _first(pairs: Iterable[tuple[int, _Said]], order: Sequence[StrEnum]) -> dict[int, _Said]:
    """Of each rep what stands first in the order; of equals what was found first."""
    found: dict[int, _Said] = {}
    for member, one in pairs:
        if member not in found or order.index(one.reason) < order.index(found[member].reason):
            found[member] = one
    return found


def _need(one: RepTalk) -> tuple[int, str, int]:
    order = list(Wanting)
    return order.index(one.ask.reason) if one.ask else len(order), one.name, one.member


def fifth_in_a_row(kept: Iterable[tuple[date, bool]], period: Period) -> int:
    """How many promises were kept in a row, where a fifth one was in the period; `kept` by day, the newest first."""
    run = [day for day, held in takewhile(lambda pair: pair[1], kept)]
    recent = sum(day in period for day in run)
    return len(run) if len(run) // _EVERY > (len(run) - recent) // _EVERY else 0


def stands_out(visits: int, usual: float) -> bool:
    return visits >= _FEW_VISITS and visits >= usual * _MORE_THAN_USUAL


def silent_days(last: date, day: date, habits: Habits, country: str) -> int:
    """Working days between what was told last and this day, where they are enough to ask."""
    between = (last + number * _A_DAY for number in range(1, (day - last).days))
    days = sum(works(one, habits, country) for one in between)
    return days if days >= _SILENT_DAYS else 0


def is_empty(completeness: float) -> bool:
    return completeness < _HALF


def write_told(reps: Iterable[RepTalk]) -> str:
    """What is praised, as it is kept with the message."""
    return " ".join(f"{one.member}={one.praise.key}" for one in reps if one.praise)


def read_told(text: str) -> dict[int, str]:
    pairs = (part.partition("=") for part in text.split())
    return {int(member): key for member, _, key in pairs}
