"""The hours and reminders that members chose, on their row."""

from datetime import datetime

from pydantic import JsonValue
from sqlmodel import Session

from sales.care.habits import Habits, read_habits
from storage.tables.people import MemberRow


def habits_of(session: Session, member: int) -> Habits:
    return read_habits(session.get_one(MemberRow, member).habits)


def keep_habit(session: Session, *, member: int, name: str, value: JsonValue) -> None:
    """`name` as sales.care.habits reads it."""
    row = session.get_one(MemberRow, member)
    row.habits = {**row.habits, name: value}
    session.flush()


def keep_kind(session: Session, *, member: int, kind: str, wanted: bool) -> None:
    """Turn a kind of reminder on or off."""
    row = session.get_one(MemberRow, member)
    kinds = row.habits.get("kinds")
    keep_habit(session, member=member, name="kinds", value={**(kinds if isinstance(kinds, dict) else {}), kind: wanted})


def here_since(session: Session, member: int) -> datetime | None:
    """When they came; None: they never did."""
    return session.get_one(MemberRow, member).joined_at
