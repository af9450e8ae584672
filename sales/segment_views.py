"""What the card of a segment shows: its customers, the names behind its conditions, and the saved ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sales.customers import Customer
from sales.fields import Field
from sales.segments import Condition, Segment
from sales.views import Last


@dataclass(frozen=True, slots=True)
class SegmentPage:
    """`total` customers, the first of them; `blamed` are conditions (places) with how many there were without each."""

    total: int
    lines: tuple[tuple[Customer, Last | None], ...] = ()
    blamed: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """A segment under its name."""

    id: int
    name: str
    segment: Segment


@dataclass(frozen=True, slots=True)
class Names:
    """What ids and names of fields are called; who is not there has left."""

    people: Mapping[int, str]
    teams: Mapping[int, str]
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class SegmentCard:
    """A segment as its card shows it; `saved` under which it is kept, `left_out` words that were not understood."""

    segment: Segment
    page: SegmentPage
    names: Names
    saved: Saved | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adding:
    """A condition is being added: the group is chosen (`group` empty), then a value of it; `offers` are either's.

    `made` are the conditions that the values come to.
    """

    group: str
    offers: tuple[str, ...]
    made: tuple[Condition, ...]
    names: Names
