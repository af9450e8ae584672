"""What is said before a visit, and after it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.birthdays import next_birthday
from sales.kinds import Calendar
from storage.care.planning.visits import occasion
from storage.complaints.open_there import open_there
from storage.tables.care import ReminderRow
from storage.tables.customers import ContactRow
from storage.tables.dealings import ReceivableRow
from storage.tables.followups import FollowUpRow

_SHOWN = 2
_A_WEEK = timedelta(days=7)


def brief(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: the visit was made, moved or dropped."""
    visit = _standing(session, row)
    if visit is None:
        return None
    return {
        "at": visit.at,
        "contacts": visit.contacts,
        "phone": _phone(session, visit),
        "complaints": open_there(session, visit.customer_id, _SHOWN),
        "plans": _plans(session, visit),
        "birthdays": _birthdays(session, visit),
        "overdue": _overdue(session, row),
    }


def outcome(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    visit = _standing(session, row)
    return {"at": visit.at} if visit else None


def _standing(session: Session, row: ReminderRow) -> FollowUpRow | None:
    visit = session.get(FollowUpRow, row.subject_id)
    return visit if visit and visit.state == "open" and occasion(visit) == row.occasion else None


def _phone(session: Session, visit: FollowUpRow) -> str | None:
    there = select(col(ContactRow.phone)).where(
        col(ContactRow.customer_id) == visit.customer_id,
        col(ContactRow.withdrawn).is_(False),
        col(ContactRow.phone).is_not(None),
    )
    if visit.contacts:
        there = there.where(col(ContactRow.name) == visit.contacts.split(", ")[0])
    return session.exec(there.order_by(col(ContactRow.id))).first()


def _plans(session: Session, visit: FollowUpRow) -> list[tuple[Any, str]]:
    """What else was promised: day and words."""
    others = select(col(FollowUpRow.day), col(FollowUpRow.action)).where(
        col(FollowUpRow.customer_id) == visit.customer_id,
        col(FollowUpRow.state) == "open",
        col(FollowUpRow.id) != visit.id,
        col(FollowUpRow.day).is_not(None),
    )
    soonest = others.order_by(col(FollowUpRow.day), col(FollowUpRow.id)).limit(_SHOWN)
    return [(day, action) for day, action in session.exec(soonest)]


def _birthdays(session: Session, visit: FollowUpRow) -> list[tuple[date, str]]:
    """Of anybody there, from the day of the visit on; the next first."""
    there = session.exec(
        select(ContactRow)
        .where(col(ContactRow.customer_id) == visit.customer_id, col(ContactRow.withdrawn).is_(False))
        .where(col(ContactRow.birthday).is_not(None), col(ContactRow.greetings))
        .order_by(col(ContactRow.id))
    )
    if visit.day is None:
        return []
    calendars = ((one, Calendar(one.calendar) if one.calendar else None) for one in there)
    days = ((next_birthday(one.birthday or "", calendar, visit.day), one.name) for one, calendar in calendars)
    return sorted((day, name) for day, name in days if day and day <= visit.day + _A_WEEK)[:_SHOWN]


def _overdue(session: Session, row: ReminderRow) -> list[tuple[int, str]]:
    """Sums that are overdue on the day of the visit, by currency."""
    late = select(func.sum(ReceivableRow.open_minor), col(ReceivableRow.currency)).where(
        col(ReceivableRow.customer_id) == row.customer_id,
        col(ReceivableRow.due_day) < row.day,
        col(ReceivableRow.live),
        col(ReceivableRow.open_minor) > 0,
    )
    by_currency = late.group_by(col(ReceivableRow.currency)).order_by(col(ReceivableRow.currency))
    return [(int(minor), currency) for minor, currency in session.exec(by_currency)]
