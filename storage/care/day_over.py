"""Which birthdays, told on the day itself, nobody answered until its noon: it is too late to greet then."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlmodel import Session, col, select

from sales.care.kinds import REMINDER_KINDS
from sales.moments import local_moment
from storage.care.reminders import expire
from storage.queues import outbox
from storage.tables.care import ReminderRow
from storage.tables.people import MemberRow

_KIND = REMINDER_KINDS["birthday"]
_NOON = time(12)
# Spelled as the partial index has it, or SQLite would not use it.
_TOLD = text("reminder.state = 'told'")
_BACK = timedelta(days=7)


def found(session: Session, *, now: datetime) -> list[int]:
    recent = col(ReminderRow.due_at).between(now - _BACK, now)
    wanted = select(ReminderRow).where(_TOLD, recent, col(ReminderRow.kind) == _KIND.name)
    return [row.id or 0 for row in session.exec(wanted.order_by(col(ReminderRow.id))) if _is_over(session, row, now)]


def _is_over(session: Session, row: ReminderRow, now: datetime) -> bool:
    """By the clocks of whoever was told last; what came late, perhaps after noon, stays as long as it may come."""
    put = outbox.put_under(session, f"{row.kind}:{row.id}:")
    if not put or any(one.facts.get("late") or one.facts.get("was") for one in put):
        return now > row.due_at + _KIND.expires
    zones = (session.get(MemberRow, one.member) for one in put if one.member)
    return all(now >= local_moment(row.day, _NOON, ZoneInfo(member.zone)) for member in zones if member)


def expire_all(session: Session, reminders: Sequence[int], *, now: datetime) -> None:
    """Their buttons go, and what stands in the chat says that it is over."""
    expire(session, col(ReminderRow.id).in_(reminders), now=now)
