"""What stands in a member's calendar: things to do, visits and birthdays, with and without words."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Sort(StrEnum):
    """What an entry is; also the beginning of its lasting name."""

    FOLLOW_UP = "follow_up"
    VISIT = "visit"
    BIRTHDAY = "birthday"
    STOP = "stop"
    """A visit of an accepted plan, and no promise."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where it is: the address as it was written, latitude and longitude."""

    address: str = ""
    place: tuple[float, float] | None = None


NOWHERE = Whereabouts()


@dataclass(frozen=True, slots=True)
class Noted:
    """Something with its day, before anybody puts it in words.

    `at` is the moment where a clock time was told. `name` stays the same as long as it is the same thing; `yearly`
    says that it comes round on that day of every year, 29 February on the 28th of common years. `rule` is RFC 5545's
    for what comes again otherwise, by the clocks of the member, in whose zone `at` then is.
    """

    sort: Sort
    name: str
    day: date
    at: datetime | None = None
    yearly: str = ""
    customer: str = ""
    what: str = ""
    rule: str = ""
    where: Whereabouts = NOWHERE


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """The same, as a calendar shows it."""

    sort: Sort
    name: str
    day: date
    at: datetime | None
    yearly: str
    title: str
    rule: str = ""
    where: Whereabouts = NOWHERE


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A member's calendar, as its card shows it. `address` only at the moment at which it is handed out.

    `since` is when an address was handed out; `served` False: this house has no address at all.
    """

    served: bool
    since: datetime | None = None
    address: str = ""
