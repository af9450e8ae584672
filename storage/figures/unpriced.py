"""Counts the orders whose currency has no rate: they stand in no sum."""

from collections import Counter

from sqlalchemy import func, select
from sqlmodel import Session

from sales.kinds import Kind
from storage.bulk import table_of
from storage.figures.rates import exchange
from storage.tables.dealings import BookedOrderRow
from storage.tables.tellings import EntryRow

_entry, _booked = table_of(EntryRow), table_of(BookedOrderRow)


def unpriced(session: Session) -> dict[str, int]:
    """By currency, those with the most orders first."""
    rates, found = exchange(session), Counter[str]()
    told = select(_entry.c.currency, func.count()).where(
        _entry.c.kind == Kind.ORDER, _entry.c.live, _entry.c.attempt.is_(False), _entry.c.currency.is_not(None)
    )
    booked = select(_booked.c.currency, func.count()).where(_booked.c.live)
    for rows in (told.group_by(_entry.c.currency), booked.group_by(_booked.c.currency)):
        for currency, count in session.connection().execute(rows):
            if not rates.knows(currency):
                found[currency] += count
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))
