"""What one message of a rep told: entries, follow-ups and facts, as they go onto customers' cards."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from sales.dealings import AgreementKind, DealWords
from sales.kinds import Calendar, Category, Kind, Sentiment, Severity
from sales.moments import reminder_moment
from sales.money import Money


class Source(StrEnum):
    """How a revision came about."""

    TEXT = "text"
    STEPS = "steps"
    EDIT = "edit"
    BUTTON = "button"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Party:
    """The customer that a line speaks of: one on record, or (without id) a new one under the name as written."""

    name: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A product told with an entry; quantity and unit as said."""

    text: str
    quantity: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened, on the local day `on`. `by_hand` names the fields that a person set by button."""

    kind: Kind
    customer: Party | None
    on: date
    text: str = ""
    contacts: tuple[str, ...] = ()
    amount: Money | None = None
    category: Category | None = None
    severity: Severity | None = None
    sentiment: Sentiment | None = None
    items: tuple[Item, ...] = ()
    attempt: bool = False
    deal: DealWords | None = None
    """What else is told of an opportunity."""
    news_of: int | None = None
    """The complaint of which this is further news."""
    answers: int | None = None
    """The complaint whose customer heard from us by it."""
    quote: str = ""
    """The customer's own words, where they were passed on."""
    by_hand: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to be done, by the local `day` (and time `at`, where a clock time was said).

    `repeats` is the rule by which it comes again (sales.care.recurrence), `day` then the coming time. `purpose`
    "visit": somebody is to go there.
    """

    customer: Party | None
    day: date | None
    action: str
    at: time | None = None
    who: str | None = None
    contacts: tuple[str, ...] = ()
    answers: bool = False
    """It is the answer that was promised to a customer who complained."""
    repeats: str | None = None
    purpose: str = ""
    by_hand: frozenset[str] = frozenset()

    def due(self, zone: ZoneInfo, remind_at: time, told_at: datetime) -> datetime | None:
        """The moment of the reminder: a day without a clock time is due at `remind_at`, in the member's zone."""
        if self.day is None:
            return None
        return reminder_moment(self.day, self.at, zone, remind_at=remind_at, now=told_at)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to remember about a person at a customer, or (`contact` empty) about the customer.

    `field` is a name of sales/fields.py or of a custom field, `value` its canonical text.
    """

    contact: str
    field: str
    value: str
    calendar: Calendar | None = None
    customer: Party | None = None
    by_hand: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Agreement:
    """A quote or a contract, of the local day `on`; `until` is the last day on which it holds."""

    kind: AgreementKind
    customer: Party | None
    on: date
    amount: Money | None = None
    until: date | None = None
    by_hand: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """All that one message told. `None` holds the place of a line that was taken out, so that slots stay put."""

    entries: tuple[Entry | None, ...] = ()
    follow_ups: tuple[FollowUp | None, ...] = ()
    facts: tuple[Fact | None, ...] = ()
    agreements: tuple[Agreement | None, ...] = ()

    def __bool__(self) -> bool:
        return any((*self.entries, *self.follow_ups, *self.facts, *self.agreements))

    @property
    def parties(self) -> tuple[Party, ...]:
        """The customers told of, in order, each once."""
        lines = [*self.entries, *self.follow_ups, *self.facts, *self.agreements]
        return tuple(dict.fromkeys(line.customer for line in lines if line and line.customer))


NOTHING_TOLD = Telling()

Line = TypeVar("Line", Entry, FollowUp, Fact, Agreement)


def led(told: Telling, to: Callable[[Party | None], Party | None]) -> Telling:
    """What was told, each line of the customer to whom `to` leads from the one that it names."""

    def line(one: Line | None) -> Line | None:
        return replace(one, customer=to(one.customer)) if one else None

    return Telling(
        tuple(map(line, told.entries)),
        tuple(map(line, told.follow_ups)),
        tuple(map(line, told.facts)),
        tuple(map(line, told.agreements)),
    )


def reread(before: Telling, after: Telling) -> Telling:
    """The new reading of an edited message, with whatever was set by hand before.

    Lines are matched by what they are (kind and order); a field in `by_hand` keeps its old value.
    """
    return Telling(
        _kept(before.entries, after.entries),
        _kept(before.follow_ups, after.follow_ups),
        _kept(before.facts, after.facts),
        _kept(before.agreements, after.agreements),
    )


def _kept(before: tuple[Line | None, ...], after: tuple[Line | None, ...]) -> tuple[Line | None, ...]:
    """Each old slot takes the first new line that is alike; new lines without an old one are appended."""
    waiting: list[Line] = [line for line in after if line]
    slots: list[Line | None] = []
    for old in before:
        match = next((line for line in waiting if _alike(old, line)), None) if old else None
        if match is not None:
            waiting.remove(match)
        slots.append(_with_hand(old, match) if old and match else None)
    slots.extend(waiting)
    return tuple(slots)


def _alike(old: Line | None, new: Line) -> bool:
    if isinstance(old, Entry) and isinstance(new, Entry):
        return "kind" in old.by_hand or old.kind is new.kind
    if isinstance(old, Fact) and isinstance(new, Fact):
        return (old.field, old.contact) == (new.field, new.contact)
    if isinstance(old, Agreement) and isinstance(new, Agreement):
        return old.kind is new.kind
    return type(old) is type(new)


def _with_hand(old: Line, new: Line) -> Line:
    return replace(new, by_hand=old.by_hand, **{name: getattr(old, name) for name in old.by_hand})


def by_hand(line: Line, *fields: str) -> Line:
    """The line, with these fields marked as set by a person; a later reading of the message leaves them alone."""
    return replace(line, by_hand=line.by_hand.union(fields))
