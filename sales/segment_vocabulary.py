"""What the words of a segment may name: values on cards, people, teams, and fields that an admin added."""

from collections.abc import Mapping
from dataclasses import dataclass

from sales.fields import Field


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a member's words may name: values on cards they see, by field; people and teams by id; added fields."""

    values: Mapping[str, tuple[str, ...]]
    people: tuple[tuple[int, str], ...]
    teams: tuple[tuple[int, str], ...]
    fields: tuple[Field, ...]
    currency: str
    member: int
