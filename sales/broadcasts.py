"""What is said to everybody of a team: to whom it goes, how it reaches them, and who read it."""

from dataclasses import dataclass
from datetime import datetime

MOST_SIGNS = 3_500
"""Longer words leave no room for who says them, in the one message that Telegram takes."""


@dataclass(frozen=True, slots=True)
class TeamReached:
    """A team that can be told, and how many that would reach."""

    id: int
    name: str
    people: int


@dataclass(frozen=True, slots=True)
class DraftCard:
    """Words before they are sent. `away` hear of it when they are back, `out_of_reach` cannot be told at all."""

    text: str
    team: TeamReached
    others: tuple[TeamReached, ...] = ()
    away: tuple[str, ...] = ()
    out_of_reach: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BroadcastCard:
    """The words as somebody of the team gets them; `again`: they had not read them yet."""

    arrival: int
    by: str
    team: str
    text: str
    read: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class SentCard:
    """How far the words got. `unread` and `out_of_reach` are names; who left the company is not counted any more."""

    arrival: int
    team: str
    text: str
    told: int
    read: int
    unread: tuple[str, ...] = ()
    out_of_reach: tuple[str, ...] = ()
    reminded_at: datetime | None = None
