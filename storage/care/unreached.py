"""Who cannot be told any more, having blocked the bot or left, what waits for them, and who takes it over."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from sales.care.coming import PlannedLine
from sales.care.unreached import Unreached
from sales.hands import Hand
from sales.people import Member
from storage.care import agenda_lines
from storage.care.reminders import State
from storage.company.audit import Subject, note
from storage.company.people import answers_for, nearest_managers
from storage.plans.due_followups import as_member
from storage.plans.followups import Move, moved
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow

SHOWN = 10
_BACK = timedelta(days=90)
"""No reminder is of use for longer."""
_NOT_PRIVATE = (col(FollowUpRow.state) == "open", col(FollowUpRow.customer_id).is_not(None))
"""What is open; a note about no customer is nobody else's affair."""


def waiting(session: Session, *, now: datetime) -> Sequence[tuple[int, Sequence[Member]]]:
    """Everybody out of reach for whom something is due, and who manages them."""
    out_of_reach = col(MemberRow.active).is_(False) | col(MemberRow.reachable).is_(False)
    due = select(FollowUpRow.owner_id).where(*_NOT_PRIVATE, col(FollowUpRow.due_at) <= now)
    reminded = select(ReminderRow.member_id).where(*_reminders(now), col(ReminderRow.member_id).is_not(None))
    owned = _of_owned(select(CustomerRow.owner_id), now)
    some = col(MemberRow.id).in_(due) | col(MemberRow.id).in_(reminded) | col(MemberRow.id).in_(owned)
    wanted = select(MemberRow).where(out_of_reach, some).order_by(col(MemberRow.id))
    return [(row.id or 0, nearest_managers(session, as_member(session, row))) for row in session.exec(wanted)]


Wanted = TypeVar("Wanted", bound=SelectOfScalar[Any])


def _of_owned(wanted: Wanted, now: datetime) -> Wanted:
    """Reminders that are meant for whoever owns the customer."""
    there = wanted.join(ReminderRow, col(ReminderRow.customer_id) == col(CustomerRow.id))
    return there.where(*_reminders(now), col(ReminderRow.member_id).is_(None))


def _reminders(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return col(ReminderRow.state) == State.OPEN, col(ReminderRow.due_at).between(now - _BACK, now)


def unreached(session: Session, reader: Member, *, member: int, now: datetime) -> Unreached | None:
    """None: nothing waits any more, or it is not the reader's affair."""
    row = session.get(MemberRow, member)
    if row is None or (row.active and row.reachable) or not answers_for(session, reader, member):
        return None
    rows = session.exec(
        select(FollowUpRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id), isouter=True)
        .where(col(FollowUpRow.owner_id) == member, *_NOT_PRIVATE)
        .order_by(col(FollowUpRow.due_at).nulls_last(), col(FollowUpRow.id))
    ).all()
    lines = [PlannedLine(one.id or 0, name or "", one.action, one.day, one.due_at) for one, name in rows]
    care = agenda_lines.of(session, as_member(session, row), now=now, until=now)
    total = len(lines) + len(care.lines) + care.more
    room = max(0, SHOWN - len(lines))
    return Unreached(member, row.name, [*lines[:SHOWN], *care.lines[:room]], total) if total else None


def take_over(session: Session, *, giver: int, to: Member, remind_at: time, by: Hand) -> int:
    """All that is open becomes the taker's, follow-ups at their own clock times. Says how many there were."""
    zone = session.get_one(MemberRow, giver).zone
    move = Move(to.id, ZoneInfo(zone), to.zone)
    mine = select(FollowUpRow).where(col(FollowUpRow.owner_id) == giver, *_NOT_PRIVATE)
    rows = session.exec(mine.order_by(col(FollowUpRow.id))).all()
    for row in rows:
        row.due_at, row.owner_id = moved(row, move=move, remind_at=remind_at), to.id
        note(session, "follow_up.taken_over", Subject("follow_up", row.id), by)
    reminders = _take_reminders(session, giver, to, by.now)
    session.flush()
    return len(rows) + reminders


def _take_reminders(session: Session, giver: int, to: Member, now: datetime) -> int:
    """They are planned for the taker by name from now on, whoever has the customer."""
    owned = _of_owned(select(ReminderRow.id).select_from(CustomerRow), now).where(col(CustomerRow.owner_id) == giver)
    mine = col(ReminderRow.member_id) == giver
    wanted = select(ReminderRow).where(*_reminders(now), mine | col(ReminderRow.id).in_(owned))
    rows = session.exec(wanted.order_by(col(ReminderRow.id))).all()
    for row in rows:
        row.member_id = to.id
    return len(rows)
