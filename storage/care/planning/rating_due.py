"""A customers whose rating nobody has answered for in half a year: one a day for each leader who wants that."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from sales.customers import NOT_SOLD_TO
from sales.fields import RATED
from sales.people import Member
from sales.rights import Part
from sales.scores.rating import ASKED_AGAIN
from storage.cards.visibility import visible
from storage.care.planning.hours import hours_of
from storage.care.planning.look import Look
from storage.care.planning.never import never_again
from storage.care.reminders import Planned
from storage.company import people
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.facts import FactRow
from storage.tables.foresight import CustomerScoreRow

KIND = "rating_due"
_GRADE = "A"
_FIRST_HALF = 6


def to_rate(session: Session, look: Look) -> Iterator[Planned]:
    """The biggest first, at the hour of the leader's agenda; nobody is asked twice in half a year, nor are two."""
    if look.customers is not None:
        return
    leaders = [member for member in people.members(session) if member.leads]
    hours, asked = hours_of(session, [member.id for member in leaders]), set[int]()
    had_theirs = _had_theirs(session, look)
    for member in leaders:
        if member.id in had_theirs:
            continue
        of = hours.get(member.id)
        due = of.morning_of(look.today, look.now) if of and of.habits.wants(KIND) else None
        customer = _next(session, member, look, asked) if due else None
        if due and customer:
            asked.add(customer)
            yield Planned(
                kind=KIND,
                subject_id=customer,
                occasion=half_year(look.today),
                day=look.today,
                due_at=due,
                customer_id=customer,
                member_id=member.id,
            )


def _had_theirs(session: Session, look: Look) -> frozenset[int | None]:
    """Who was asked today already: a look that was cut short begins anew."""
    today = (col(ReminderRow.kind) == KIND) & (col(ReminderRow.day) == look.today)
    return frozenset(session.exec(select(ReminderRow.member_id).where(today)))


def half_year(day: date) -> str:
    """As in 2026-1: January to June."""
    return f"{day.year}-{1 if day.month <= _FIRST_HALF else 2}"


def _next(session: Session, member: Member, look: Look, asked: set[int]) -> int | None:
    number = col(CustomerRow.id)
    planned = select(ReminderRow.subject_id).where(
        col(ReminderRow.kind) == KIND, col(ReminderRow.occasion) == half_year(look.today)
    )
    left_out = {customer for customer in (*never_again(session, KIND), *asked) if customer}
    wanted = (
        select(number)
        .join(CustomerScoreRow, col(CustomerScoreRow.customer_id) == number, isouter=True)
        .where(visible(member, Part.FACTS), col(CustomerRow.team_id).in_(sorted(member.leads)))
        .where(col(CustomerRow.grade) == _GRADE, col(CustomerRow.relation).not_in(NOT_SOLD_TO))
        .where(number.not_in(planned), number.not_in(sorted(left_out)))
        .where(~_answered(look.now))
    )
    return session.exec(wanted.order_by(col(CustomerScoreRow.rank).nulls_last(), number).limit(1)).first()


def _answered(now: datetime) -> ColumnElement[bool]:
    """An answer of the last half year, whatever it was."""
    at = func.coalesce(col(FactRow.confirmed_at), col(FactRow.at))
    said = select(FactRow.id).where(
        col(FactRow.customer_id) == col(CustomerRow.id),
        col(FactRow.field).in_(sorted(RATED)),
        col(FactRow.live),
        at > now - ASKED_AGAIN,
    )
    return said.exists()
