"""Whose hand changes something, and when."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Hand:
    """A member by id (None: the operator at the command line), and the moment (aware UTC)."""

    member: int | None
    now: datetime
