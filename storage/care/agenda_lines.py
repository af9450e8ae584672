"""The reminders that are lines of an agenda: open, meant for the reader, and not pointless meanwhile."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, CompoundSelect, and_, case, func, or_, union_all
from sqlmodel import Session, col, select

from sales.care.habits import Habits
from sales.care.kinds import REMINDER_KINDS, ReminderKind
from sales.care.views import CareView
from sales.moments import local_day
from sales.people import Member
from storage.care.pauses import not_paused
from storage.care.reminders import State
from storage.care.views import line_of
from storage.company.habits import habits_of
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow

SHOWN = 10
URGENCY = (
    *("overdue_payment", "agreement_ends", "birthday_gift", "anniversary"),
    *("unanswered", "after_order", "card_review", "rating_due", "cadence", "silent_prospect"),
)
"""What comes first on the list; kinds that are not named come between."""
_BETWEEN = URGENCY.index("after_order")
_GRADES = {"A": 0, "B": 1, "C": 2}


@dataclass(frozen=True, slots=True)
class CareLines:
    """Those for which there is room, and how many more there are."""

    lines: tuple[CareView, ...]
    more: int


def of(session: Session, member: Member, *, now: datetime, until: datetime, since: datetime | None = None) -> CareLines:
    """Those whose moment comes before `until`, and not before `since`, of the kinds that the member wants."""
    there = _there(member, habits_of(session, member.id), now)
    due = (*there, col(ReminderRow.due_at) < until, *([col(ReminderRow.due_at) >= since] if since else []))
    rows = session.exec(
        select(ReminderRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(ReminderRow.customer_id), isouter=True)
        .where(*due)
        .order_by(_urgency(), _grade(), col(ReminderRow.day), col(ReminderRow.id))
        .limit(SHOWN)
    ).all()
    total = session.exec(
        select(func.count())
        .select_from(ReminderRow)
        .join(CustomerRow, col(CustomerRow.id) == col(ReminderRow.customer_id), isouter=True)
        .where(*due)
    ).one()
    read = (line_of(session, row, name or "") for row, name in rows)
    return CareLines(tuple(line for line in read if line), total - len(rows))


def _there(member: Member, habits: Habits, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """A push that is open here was over the number of its day."""
    kinds = [kind for kind in REMINDER_KINDS.values() if habits.wants(kind.name)]
    today = local_day(now, member.zone)
    fresh = [_not_over(kind, now, today) for kind in kinds]
    heard = not_paused(member.id, today)
    return col(ReminderRow.id).in_(_theirs(member)), or_(*fresh), heard


def _theirs(member: Member) -> CompoundSelect[tuple[int]]:
    """Open and meant for them: by the index of the member, and by those of their customers, never all there are."""
    whose = sorted({member.id, *member.covers})
    named = select(ReminderRow.id).where(col(ReminderRow.member_id).in_(whose), col(ReminderRow.state) == State.OPEN)
    owned = (
        select(ReminderRow.id)
        .join(CustomerRow, col(CustomerRow.id) == col(ReminderRow.customer_id))
        .where(col(CustomerRow.owner_id).in_(whose), col(ReminderRow.member_id).is_(None))
        .where(col(ReminderRow.state) == State.OPEN)
    )
    return union_all(named, owned)


def _not_over(kind: ReminderKind, now: datetime, today: date) -> ColumnElement[bool]:
    due = col(ReminderRow.due_at) > now - kind.expires - timedelta(seconds=1)
    passed = [col(ReminderRow.day) >= today] if kind.passes else []
    return and_(col(ReminderRow.kind) == kind.name, due, *passed)


def _urgency() -> ColumnElement[int]:
    return case({kind: place for place, kind in enumerate(URGENCY)}, value=col(ReminderRow.kind), else_=_BETWEEN)


def _grade() -> ColumnElement[int]:
    return case(_GRADES, value=col(CustomerRow.grade), else_=len(_GRADES))
