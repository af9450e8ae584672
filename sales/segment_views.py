"""What the card of a segment shows: its customers, the names behind its conditions, and the saved ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sales.customers import Customer
from sales.fields import Field
from sales.segments import Segment
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
    """A segment as its card shows it. `body` is what its buttons carry; `saved` under which it is kept.

    `adds` is what a condition is being added of: "" nothing, "?" being chosen, else a field; `values` what may be
    chosen then, as (value, label) pairs where the words are no words of ours.
    """

    segment: Segment
    body: str
    page: SegmentPage
    names: Names
    saved: Saved | None = None
    left_out: tuple[str, ...] = ()
    adds: str = ""
    values: tuple[tuple[str, str], ...] = ()
    currency: str = ""
