"""Some days after an order: whether it arrived well, and later whether there is anything more."""

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

from sqlalchemy import select, union
from sqlmodel import Session, col

from sales.kinds import Kind
from sales.moments import local_moment
from storage.care.planning.look import Look
from storage.care.planning.never import never_again
from storage.care.reminders import Planned
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.tellings import EntryRow

KIND = "after_order"
AFTER = (3, 30)
_CAUGHT_UP = timedelta(days=3)
"""A day that nobody looked is made up for so long."""
_MORNING = time(8)


def after_orders(session: Session, look: Look) -> Iterator[Planned]:
    """Once a customer and day of order, whether it was told or stands in the books."""
    never = never_again(session, KIND)
    for days in AFTER:
        last = look.today - timedelta(days=days)
        for customer, ordered in _orders(session, look, last - _CAUGHT_UP, last):
            if customer in never:
                continue
            yield Planned(
                kind=KIND,
                subject_id=customer,
                occasion=f"{ordered.isoformat()}:{days}",
                day=ordered + timedelta(days=days),
                due_at=local_moment(look.today, _MORNING, look.zone),
                customer_id=customer,
            )


def _orders(session: Session, look: Look, first: date, last: date) -> Iterable[tuple[int, date]]:
    """Of customers who are somebody's, told or booked."""
    there = (col(CustomerRow.withdrawn).is_(False), col(CustomerRow.owner_id).is_not(None))
    told = (
        select(col(CustomerRow.id), col(EntryRow.on_day))
        .join(EntryRow, col(EntryRow.customer_id) == col(CustomerRow.id))
        .where(*there, col(EntryRow.kind) == Kind.ORDER, col(EntryRow.live), col(EntryRow.on_day).between(first, last))
    )
    booked = (
        select(col(CustomerRow.id), col(BookedOrderRow.on_day))
        .join(BookedOrderRow, col(BookedOrderRow.customer_id) == col(CustomerRow.id))
        .where(*there, col(BookedOrderRow.live), col(BookedOrderRow.on_day).between(first, last))
    )
    found = union(told, booked).subquery()
    rows = session.connection().execute(select(found).order_by(found.c.id, found.c.on_day))
    wanted = look.customers
    return [(customer, day) for customer, day in rows if wanted is None or customer in wanted]
