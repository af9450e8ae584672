"""Persons named in a message."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A name at `start` up to `end` as written, without honorific where a name remains."""

    name: str
    start: int
    end: int
    sure: float
