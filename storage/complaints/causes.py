"""What a week of complaints came to, of the customers that the reader sees."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from sales.complaint_views import CauseWeek
from sales.complaints import State
from sales.kinds import Kind
from sales.moments import local_moment
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.company.teams import company_zone
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.tellings import ComplaintRow, EntryRow

_WEEK = timedelta(days=7)


def week(session: Session, member: Member, *, monday: date, now: datetime) -> CauseWeek:
    """Counted by the days of the company; a complaint counts where it was told, its cause where it was closed."""
    days = col(EntryRow.on_day).between(monday, monday + timedelta(days=6))
    ended = _ended(session, monday)
    standing = col(ComplaintRow.state) != State.CLOSED
    return CauseWeek(
        monday=monday,
        told=_count(session, member, days),
        closed=_count(session, member, ended),
        open=_count(session, member, standing),
        late=_count(session, member, standing, col(ComplaintRow.answer_by) <= now),
        orders=_orders(session, member, monday),
        causes=_by(session, member, col(ComplaintRow.cause), ended),
        remedies=_by(session, member, col(ComplaintRow.remedy), ended),
    )


def _ended(session: Session, monday: date) -> ColumnElement[bool]:
    zone = ZoneInfo(company_zone(session) or "UTC")
    first, after = (local_moment(day, datetime.min.time(), zone) for day in (monday, monday + _WEEK))
    return (col(ComplaintRow.closed_at) >= first) & (col(ComplaintRow.closed_at) < after)


def _real(member: Member) -> tuple[ColumnElement[bool], ...]:
    return visible(member, Part.COMPLAINTS), col(EntryRow.live).is_(True), col(EntryRow.kind) == Kind.COMPLAINT


def _count(session: Session, member: Member, *which: ColumnElement[bool]) -> int:
    counted = (
        select(func.count())
        .select_from(ComplaintRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
    )
    return session.exec(counted.where(*_real(member), *which)).one()


def _by(session: Session, member: Member, column: Mapped[str | None], which: ColumnElement[bool]) -> Mapping[str, int]:
    counted = (
        select(column, func.count())
        .select_from(ComplaintRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
        .where(*_real(member), which, column.is_not(None))
        .group_by(column)
        .order_by(column)
    )
    return {str(name): count for name, count in session.exec(counted)}


def _orders(session: Session, member: Member, monday: date) -> int:
    """Those that were told, and those that the book-keeping has."""
    until = monday + timedelta(days=6)
    told = (
        select(func.count())
        .select_from(EntryRow)
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(visible(member, Part.COMPLAINTS), col(EntryRow.live), col(EntryRow.kind) == Kind.ORDER)
        .where(col(EntryRow.on_day).between(monday, until))
    )
    booked = (
        select(func.count())
        .select_from(BookedOrderRow)
        .join(CustomerRow, col(CustomerRow.id) == col(BookedOrderRow.customer_id))
        .where(visible(member, Part.COMPLAINTS), col(BookedOrderRow.live))
        .where(col(BookedOrderRow.on_day).between(monday, until))
    )
    return session.exec(told).one() + session.exec(booked).one()
