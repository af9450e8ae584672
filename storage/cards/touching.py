"""Keeps on each customer the local day of its last visit or call, for the pool and for whoever has gone quiet."""

from collections.abc import Iterable

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from sales.kinds import CONTACTS
from storage.care.touched import settle_touched
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow

_customer = CustomerRow.metadata.tables["customer"]
_LAST = (
    select(func.max(col(EntryRow.on_day)))
    .where(
        col(EntryRow.customer_id) == _customer.c.id,
        col(EntryRow.live),
        col(EntryRow.attempt).is_(False),
        col(EntryRow.kind).in_(sorted(CONTACTS)),
    )
    .correlate(_customer)
    .scalar_subquery()
)


def keep_touched(session: Session, customers: Iterable[int | None]) -> None:
    """Work it out anew for these customers: nobody there (an attempt) is no contact, and what is undone counts no more.

    The version of the row stays: the names that the index of customers is built from have not changed.
    """
    touched = sorted({number for number in customers if number is not None})
    if touched:
        session.flush()
        session.connection().execute(update(_customer).where(_customer.c.id.in_(touched)).values(touched_on=_LAST))
        settle_touched(session, touched)
