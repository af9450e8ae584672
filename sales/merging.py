"""Making one of two customers, or of two people of one: in which fields they differ, and what is chosen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zlib import crc32

from sales.fields import Field
from sales.kinds import Calendar


class Side(StrEnum):
    """Which of the two: the one that stays, or the one that becomes part of it."""

    ONE = "1"
    OTHER = "2"


OWNER = "owner"
"""Whose customer it is, chosen like a field."""
_MARK = re.compile("[0-9a-f]{5}")
_CHOICE = re.compile("([0-9a-f]{5})([12])")
Choices = Mapping[str, Side]
"""What somebody chose, by the field's name."""


@dataclass(frozen=True, slots=True)
class Held:
    """A value of one side, canonical, with the moment since which it is known."""

    value: str
    at: datetime
    calendar: Calendar | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which both sides know something else. The newer value is taken unless somebody chooses."""

    field: str
    one: Held
    other: Held

    def taken(self, choices: Choices) -> Side:
        newest = Side.OTHER if self.other.at > self.one.at and self.field not in _OLDER_STAYS else Side.ONE
        return side_chosen(choices, self.field) or newest


_OLDER_STAYS = frozenset({"name", "contact_name", OWNER})
"""These are not known better the later they came."""


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two, with how much it brings along."""

    id: int
    name: str
    entries: int = 0
    people: int = 0
    plans: int = 0


class What(StrEnum):
    """What two of are made one."""

    CUSTOMER = "customer"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become one, side by side. `fields` are those that differ, `owners` the names of members."""

    what: What
    one: Half
    other: Half
    differences: tuple[Difference, ...] = ()
    choices: Choices = field(default_factory=dict)
    fields: Mapping[str, Field] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that was done. `until` is the last moment at which it can be taken back; None: it cannot any more."""

    id: int
    what: What
    names: tuple[str, str]
    customer: int
    at: datetime
    until: datetime | None = None
    undone: bool = False
    kept: str = ""
    """What both are called now."""


def side_chosen(choices: Choices, name: str) -> Side | None:
    """By the field's name, or by its mark where the choices were carried by a button."""
    return choices.get(name) or choices.get(mark_of(name))


def read_choices(written: str) -> Choices:
    """What `write_choices` wrote, by the marks of fields; what is no choice is left out."""
    return {mark: Side(side) for mark, side in _CHOICE.findall(written)}


def write_choices(choices: Choices) -> str:
    """Short enough for a button, whatever an admin called a field."""
    return "".join(f"{mark_of(name)}{side}" for name, side in sorted(choices.items()))


def mark_of(name: str) -> str:
    """Five signs that stand for a field's name; a mark stands for itself."""
    return name if _MARK.fullmatch(name) else f"{crc32(name.encode()) & 0xFFFFF:05x}"
