"""When a push may go: outside the reader's quiet hours, on their working days, and no more of them than they want."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sales.care.working_days import country_of, first_loud_moment, next_working_day
from sales.message_rules import Priority
from sales.moments import local_day, local_moment
from storage.plans.due_followups import Recipient

_DAY = timedelta(days=1)
Spent = Mapping[tuple[int, date], int]
"""How many pushes somebody (their id) has had on a day of theirs, what is urgent aside."""


class Firm(StrEnum):
    """How firmly a push holds to its moment."""

    TOLD = "told"
    """The reader named that clock time."""
    URGENT = "urgent"
    """It breaks through."""
    DAY = "day"
    """Outside quiet hours, on a free day, too: the day was named, or would be missed."""
    WORKING = "working"
    """Outside quiet hours, on a working day."""


_AT_ONCE = frozenset({Firm.TOLD, Firm.URGENT})


@dataclass(frozen=True, slots=True)
class Wish:
    """A push that somebody is to get."""

    recipient: Recipient
    moment: datetime
    firm: Firm = Firm.DAY
    priority: Priority = Priority.REMINDER

    @property
    def counts(self) -> bool:
        """Whether it is one of those of which there are only so many a day."""
        return self.firm is not Firm.URGENT and self.priority >= Priority.REMINDER

    @property
    def capped(self) -> bool:
        return self.counts and self.firm is not Firm.TOLD


@dataclass(frozen=True, slots=True)
class Permit:
    """When it goes. `bundled`: that day has had enough, so it waits for the agenda of that moment."""

    moment: datetime
    bundled: bool = False


def may_go(wish: Wish, spent: Spent) -> Permit:
    """The first moment at which it may go; never before its own."""
    if wish.firm in _AT_ONCE:
        return Permit(wish.moment)
    to = wish.recipient
    loud = _working(wish, first_loud_moment(wish.moment, to.habits, to.zone))
    day = local_day(loud, to.zone)
    if wish.capped and spent.get((to.member, day), 0) >= to.habits.a_day:
        return Permit(_agenda_after(wish, day), bundled=True)
    return Permit(loud)


def allot(wishes: Sequence[Wish], spent: Spent) -> list[Permit]:
    """A permit for each, in their order; the more urgent ones take their places of the day first."""
    had = Counter(dict(spent))
    permits: dict[int, Permit] = {}
    for place in sorted(range(len(wishes)), key=lambda place: (wishes[place].priority, wishes[place].moment)):
        wish = wishes[place]
        permits[place] = permit = may_go(wish, had)
        if wish.counts and not permit.bundled:
            had[wish.recipient.member, local_day(permit.moment, wish.recipient.zone)] += 1
    return [permits[place] for place in range(len(wishes))]


def after_quiet_hours(now: datetime, recipient: Recipient, firm: Firm = Firm.DAY) -> datetime:
    """When a piece of news may come that is no reminder: it is told however many there were."""
    return may_go(Wish(recipient, now, firm, Priority.ALERT), {}).moment


def _working(wish: Wish, loud: datetime) -> datetime:
    to = wish.recipient
    if wish.firm is not Firm.WORKING:
        return loud
    day = local_day(loud, to.zone)
    worked = next_working_day(day, to.habits, country_of(to.habits, to.zone))
    return loud if worked == day else _agenda_of(to, worked)


def _agenda_after(wish: Wish, day: date) -> datetime:
    """The agenda of the next day, or of the next working day for what waits for one."""
    to, following = wish.recipient, day + _DAY
    waits = wish.firm is Firm.WORKING
    return _agenda_of(
        to, next_working_day(following, to.habits, country_of(to.habits, to.zone)) if waits else following
    )


def _agenda_of(to: Recipient, day: date) -> datetime:
    return first_loud_moment(local_moment(day, to.habits.agenda_at, to.zone), to.habits, to.zone)
