"""What is said of a question that nobody answered: who asked, and in which words."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import exists
from sqlmodel import Session, col, select

from sales.care.customer_questions import question_in
from storage.care.planning.unanswered import GIVEN
from storage.care.planning.unanswered_comments import COMMENT, is_open
from storage.tables.care import ReminderRow
from storage.tables.comments import CommentRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import EntryRow, TellingRow

_PLANNED = ("open", "done")


def question(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    if row.occasion.startswith(COMMENT):
        return _commented(session, row)
    return _given(session, row) if row.occasion.startswith(GIVEN) else _asked(session, row)


def _commented(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: it was answered since."""
    comment = session.get(CommentRow, row.subject_id)
    if comment is None or not is_open(session, comment):
        return None
    return {"comment": comment.id, "action": comment.text, "by": session.get_one(MemberRow, comment.member_id).name}


def _asked(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: it was undone or changed, or something was logged or planned at the customer since."""
    entry = session.get(EntryRow, row.subject_id)
    telling = session.get(TellingRow, entry.telling_id) if entry and entry.live else None
    words = question_in(telling.text) if telling else ""
    if telling is None or not words or _went_on(session, row.customer_id, telling.id or 0):
        return None
    return {"asks": words}


def _went_on(session: Session, customer: int | None, telling: int) -> bool:
    later = exists().where(
        col(EntryRow.customer_id) == customer, col(EntryRow.live), col(EntryRow.telling_id) > telling
    )
    planned = exists().where(
        col(FollowUpRow.customer_id) == customer,
        col(FollowUpRow.state).in_(_PLANNED),
        col(FollowUpRow.telling_id) >= telling,
    )
    return bool(session.scalar(select(later | planned)))


def _given(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: they answered, it was closed, or it was given to somebody else."""
    plan = session.get(FollowUpRow, row.subject_id)
    if plan is None or plan.state != "open" or plan.accepted is not None or plan.given_to != row.member_id:
        return None
    by = session.get(MemberRow, plan.owner_id)
    return {"follow_up": plan.id, "action": plan.action, "by": by.name if by else ""}
