"""Customers who were lost and ordered again: their owner hears of it, and the owner's manager."""

from collections.abc import Iterator
from datetime import timedelta

from sqlmodel import Session, col, select

from sales.customers import Stage
from storage.care.planning.hours import hours_of
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.company import people
from storage.tables.customers import CustomerRow
from storage.tables.foresight import StageChangeRow

KIND = "won_back"
_BACK = timedelta(days=3)
"""A night that nobody looked is made up for so long."""
_OWNER = "owner"


def won_back(session: Session, look: Look) -> Iterator[Planned]:
    """Once for each return, to each of them."""
    wanted = (
        select(StageChangeRow, CustomerRow.owner_id)
        .join(CustomerRow, col(CustomerRow.id) == col(StageChangeRow.customer_id))
        .where(col(StageChangeRow.stage) == Stage.WON_BACK, col(StageChangeRow.on_day) > look.today - _BACK)
        .where(col(CustomerRow.withdrawn).is_(False), col(CustomerRow.owner_id).is_not(None))
    )
    if look.customers is not None:
        wanted = wanted.where(col(StageChangeRow.customer_id).in_(look.customers))
    for change, owner in session.exec(wanted.order_by(col(StageChangeRow.id))):
        yield from _told(session, look, change, owner or 0)


def _told(session: Session, look: Look, change: StageChangeRow, owner: int) -> Iterator[Planned]:
    """The owner by whoever it is when it is due, the managers by name; each in the morning."""
    member = people.member(session, owner)
    managers = [one.id for one in people.nearest_managers(session, member)] if member else []
    hours = hours_of(session, [owner, *managers])
    for number in [owner, *managers]:
        morning = hours[number].morning_of(look.today, look.now) if number in hours else None
        if morning is not None:
            yield Planned(
                kind=KIND,
                subject_id=change.id or 0,
                occasion=_OWNER if number == owner else str(number),
                day=change.on_day,
                due_at=morning,
                customer_id=change.customer_id,
                member_id=None if number == owner else number,
            )
