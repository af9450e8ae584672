"""Complaints that are open, as a question asks for them."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from sales.complaints import State
from sales.kinds import Kind
from sales.people import Member
from sales.question_views import OpenComplaints
from sales.questions import Complaining
from sales.rights import Part
from storage.cards.visibility import visible
from storage.complaints.board import line_of
from storage.segments.picking import holds
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryRow

MOST_COMPLAINTS = 8


def open_complaints(session: Session, member: Member, question: Complaining, now: datetime) -> OpenComplaints:
    """The oldest first."""
    asked = visible(member, Part.COMPLAINTS), *_asked(session, member, question, now)
    rows = session.exec(
        select(ComplaintRow, EntryRow, CustomerRow.name, MemberRow.name)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
        .join(MemberRow, col(MemberRow.id) == col(ComplaintRow.taken_by), isouter=True)
        .where(*asked)
        .order_by(col(EntryRow.on_day), col(ComplaintRow.id))
        .limit(MOST_COMPLAINTS)
    )
    counted = (
        select(func.count())
        .select_from(ComplaintRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
    )
    lines = tuple(line_of(*row, now) for row in rows)
    return OpenComplaints(question, session.exec(counted.where(*asked)).one(), lines)


def _asked(session: Session, member: Member, question: Complaining, now: datetime) -> Iterator[ColumnElement[bool]]:
    today = now.astimezone(member.zone).date()
    yield col(EntryRow.live).is_(True)
    yield col(EntryRow.kind) == Kind.COMPLAINT
    yield col(ComplaintRow.state) != State.CLOSED
    yield from holds(session, member, question.segment, today)
    if question.category is not None:
        yield col(EntryRow.category) == question.category
    if question.days:
        yield col(EntryRow.on_day) <= today - timedelta(days=question.days)
