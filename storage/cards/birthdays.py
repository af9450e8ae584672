"""Reads whose birthday comes, among the contacts that a member may see."""

from datetime import date, timedelta

from sqlmodel import Session, col, select

from sales.birthdays import next_birthday
from sales.kinds import Calendar
from sales.people import Member
from sales.rights import Part
from sales.views import BirthdayLine
from storage.cards.visibility import visible
from storage.tables.customers import ContactRow, CustomerRow

AHEAD = timedelta(days=30)


def coming(session: Session, member: Member, *, today: date, limit: int) -> tuple[BirthdayLine, ...]:
    """List the birthdays of the next 30 days, the next first."""
    there = (
        select(ContactRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(
            visible(member, Part.BIRTHDAYS), col(ContactRow.withdrawn).is_(False), col(ContactRow.birthday).is_not(None)
        )
    )
    lines = [
        BirthdayLine(day, row.name, customer)
        for row, customer in session.exec(there)
        if (day := _next(row, today)) and day <= today + AHEAD
    ]
    return tuple(sorted(lines, key=lambda line: (line.day, line.name))[:limit])


def _next(row: ContactRow, today: date) -> date | None:
    calendar = Calendar(row.calendar) if row.calendar else None
    return next_birthday(row.birthday, calendar, today) if row.birthday else None
