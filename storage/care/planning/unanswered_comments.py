"""What a colleague asked about an entry and whoever told it left unanswered for a working day."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from sqlalchemy import Exists, exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from sales.care.working_days import country_of, next_working_day
from sales.moments import local_day, local_moment
from storage.care.planning.hours import Hours, hours_of
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.tables.comments import CommentRow
from storage.tables.tellings import EntryRow

KIND, COMMENT = "unanswered", "comment"
_DAY = timedelta(days=1)
_CAUGHT_UP = timedelta(days=14)
_MORNING = time(8)


def is_open(session: Session, comment: CommentRow) -> bool:
    return not session.scalar(select(_answered(comment.telling_id, comment.slot, comment.to_id, comment.id)))


def _answered(telling: object, slot: object, by: object, after: object) -> Exists:
    """Whoever was asked said something there afterwards, if only thanks."""
    later = aliased(CommentRow)
    return exists().where(
        col(later.telling_id) == telling, col(later.slot) == slot, col(later.member_id) == by, col(later.id) > after
    )


def unanswered_comments(session: Session, look: Look) -> Iterator[Planned]:
    """Once a comment, on the agenda of the first working day after one that went by."""
    row = CommentRow
    here = (col(EntryRow.telling_id) == col(row.telling_id)) & (col(EntryRow.slot) == col(row.slot))
    wanted = (
        select(CommentRow, EntryRow.customer_id)
        .join(EntryRow, here)
        .where(col(row.text) != "", col(row.answers_id).is_(None), col(row.at) > look.now - _CAUGHT_UP)
        .where(~_answered(col(row.telling_id), col(row.slot), col(row.to_id), col(row.id)), col(EntryRow.live))
        .order_by(col(row.id))
    )
    if look.customers is not None:
        wanted = wanted.where(col(EntryRow.customer_id).in_(look.customers))
    found = session.exec(wanted).all()
    hours = hours_of(session, {comment.to_id for comment, _ in found})
    for comment, customer in found:
        of = hours.get(comment.to_id)
        if of is not None and _due(comment, of) <= look.today:
            yield _planned(comment, customer, look)


def _due(comment: CommentRow, of: Hours) -> date:
    country = country_of(of.habits, of.zone)
    gone_by = next_working_day(local_day(comment.at, of.zone) + _DAY, of.habits, country)
    return next_working_day(gone_by + _DAY, of.habits, country)


def _planned(comment: CommentRow, customer: int | None, look: Look) -> Planned:
    return Planned(
        kind=KIND,
        subject_id=comment.id or 0,
        occasion=f"{COMMENT}:{comment.to_id}",
        day=local_day(comment.at, look.zone),
        due_at=local_moment(look.today, _MORNING, look.zone),
        customer_id=customer,
        member_id=comment.to_id,
    )
