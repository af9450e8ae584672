"""Segments: customers that fit every one of some conditions, over a documented set of fields (docs/segments.md)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

from sales.fields import OWN
from sales.rights import Part, part_of_field
from sales.since import Since

MOST_CONDITIONS = 8


class Deed(StrEnum):
    """What was done at a customer, or by them."""

    VISIT = "visit"
    CALL = "call"
    CONTACT = "contact"
    """A visit or a call."""
    ORDER = "order"


class Sign(StrEnum):
    """What a customer has or has not."""

    OVERDUE = "overdue"
    COMPLAINT = "complaint"
    """One that is open."""
    BIRTHDAY = "birthday"
    """Somebody there has theirs this month."""


class Side(StrEnum):
    """On which side of a sum."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The field of that name has one of these values; owners and teams are ids."""

    name: str
    values: tuple[str, ...]
    is_: Literal["chosen"] = field(default="chosen", kw_only=True)


@dataclass(frozen=True, slots=True)
class Unlike:
    """The field has none of these values, or is empty."""

    name: str
    values: tuple[str, ...]
    is_: Literal["unlike"] = field(default="unlike", kw_only=True)


@dataclass(frozen=True, slots=True)
class Silent:
    """The deed was not done since then; a customer with whom it never was is silent, too."""

    deed: Deed
    since: Since
    is_: Literal["silent"] = field(default="silent", kw_only=True)


@dataclass(frozen=True, slots=True)
class Done:
    """The deed was done since then."""

    deed: Deed
    since: Since
    is_: Literal["done"] = field(default="done", kw_only=True)


@dataclass(frozen=True, slots=True)
class Bought:
    """What was bought in twelve months is at least, or less than, a sum."""

    side: Side
    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Risk:
    """The probability of being lost is at least so many per cent."""

    percent: int


@dataclass(frozen=True, slots=True)
class Has:
    sign: Sign
    is_: Literal["has"] = field(default="has", kw_only=True)


@dataclass(frozen=True, slots=True)
class Lacks:
    sign: Sign
    is_: Literal["lacks"] = field(default="lacks", kw_only=True)


Condition = Chosen | Unlike | Silent | Done | Bought | Risk | Has | Lacks


@dataclass(frozen=True, slots=True)
class Segment:
    """Customers for whom every condition holds; without any, all of them."""

    conditions: tuple[Condition, ...] = ()

    def plus(self, new: Condition) -> "Segment":
        """With one more; of one field either value will do, else the newer replaces what it speaks of."""
        for place, old in enumerate(self.conditions):
            if joined := _joined(old, new):
                return Segment((*self.conditions[:place], joined, *self.conditions[place + 1 :]))
        return Segment((*self.conditions, new)) if len(self.conditions) < MOST_CONDITIONS else self

    def minus(self, place: int) -> "Segment":
        return Segment((*self.conditions[:place], *self.conditions[place + 1 :]))


def segment_of(conditions: Iterable[Condition]) -> Segment:
    segment = Segment()
    for condition in conditions:
        segment = segment.plus(condition)
    return segment


def _joined(old: Condition, new: Condition) -> Condition | None:
    """What the two come to if they speak of the same thing; None: they do not."""
    if _subject(old) != _subject(new):
        return None
    if isinstance(old, Chosen | Unlike) and isinstance(new, Chosen | Unlike):
        return replace(new, values=tuple(dict.fromkeys((*old.values, *new.values))))
    return new


def _subject(condition: Condition) -> tuple[str, ...]:
    """What it speaks of: to have a sign and to lack it are answers to one question."""
    match condition:
        case Chosen(name) | Unlike(name):
            return condition.is_, name
        case Silent(deed) | Done(deed):
            return condition.is_, deed
        case Bought(side):
            return "bought", side
        case Risk():
            return ("risk",)
        case Has(sign) | Lacks(sign):
            return "sign", sign


_SIGNS = {Sign.OVERDUE: Part.MONEY, Sign.COMPLAINT: Part.COMPLAINTS, Sign.BIRTHDAY: Part.BIRTHDAYS}
_OPEN = frozenset({"owner", "team"})


def part_told(condition: Condition) -> Part:
    """The part of the card that whoever asks for this has to see, so that no condition tells what the card hides."""
    match condition:
        case Chosen(name) | Unlike(name):
            return Part.MONEY if name == "rfm" else Part.NAME if name in _OPEN else part_of_field(name)
        case Silent(deed=Deed.ORDER) | Done(deed=Deed.ORDER) | Bought() | Risk():
            return Part.MONEY
        case Silent() | Done():
            return Part.ENTRIES
        case Has(sign) | Lacks(sign):
            return _SIGNS[sign]


FREE = ("region", "industry", "tags", "size")
"""Fields whose values are whatever stands on the cards; those that an admin added are such fields, too."""
LISTED = ("grade", "stage", "relation", "form")
"""Fields with a list of values that stand on the customer's row."""


def is_free(name: str) -> bool:
    return name in FREE or name.startswith(OWN)
