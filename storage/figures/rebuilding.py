"""Counts the figures of every customer anew, a stretch at a time, so that others can write in between."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlmodel import Session

from storage.bulk import table_of
from storage.company.settings import set_setting, setting
from storage.figures.keeping import count_anew
from storage.figures.rates import exchange, remember_currency, reporting_currency
from storage.tables.customers import CustomerRow

STRETCH = 2_000
"""Ids in one transaction."""
_BUILT = "figures.built"
_customer = table_of(CustomerRow)


def stretches(session: Session) -> Iterator[range]:
    """All ids of customers, some thousand at a time."""
    last = session.connection().execute(select(func.max(_customer.c.id))).scalar() or 0
    return (range(first, min(first + STRETCH, last + 1)) for first in range(1, last + 1, STRETCH))


def rebuild(session: Session, *, stretch: range) -> int:
    """How many customers there were; merged and withdrawn ones are counted, too, since they may come back."""
    here = select(_customer.c.id).where(_customer.c.id.between(stretch[0], stretch[-1])).order_by(_customer.c.id)
    there = list(session.connection().execute(here.with_for_update(key_share=True)).scalars())
    count_anew(session, stretch, there, exchange(session))
    return len(there)


def are_built(session: Session) -> bool:
    """Whether every customer was counted since the table is there, and since a rate or the currency changed."""
    return setting(session, _BUILT) is True


def mark_built(session: Session, *, built: bool) -> None:
    if are_built(session) is not built:
        set_setting(session, _BUILT, built)


def start_with(session: Session, currency: str) -> None:
    """Of a start of the bot; sums that stand there in another currency are counted anew by the next night."""
    before = reporting_currency(session)
    remember_currency(session, currency)
    if reporting_currency(session) != before:
        mark_built(session, built=False)
