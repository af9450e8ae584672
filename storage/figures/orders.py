"""Reads the orders of customers: what reps told, and what the book-keeping says."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, false, literal, select, union_all
from sqlmodel import Session

from sales.kinds import Kind
from sales.money import Money
from sales.order_book import Ordered
from storage.bulk import table_of
from storage.tables.dealings import BookedOrderRow
from storage.tables.tellings import EntryRow

_entry, _booked = table_of(EntryRow), table_of(BookedOrderRow)
Wanted = Sequence[int] | range
"""Ids of customers; a range reads whole stretches of a large company."""


def of_customers(table: Table, customers: Wanted) -> ColumnElement[bool]:
    """Rows of a table that belong to them."""
    if not customers:
        return false()
    column = table.c.customer_id
    if isinstance(customers, range):
        return column.between(customers[0], customers[-1])
    return column.in_(customers)


def orders_of(session: Session, customers: Wanted) -> dict[int, list[Ordered]]:
    """By customer; one without orders is not there. An attempt to sell is none, and what was undone is none."""
    found: dict[int, list[Ordered]] = {}
    told = _rows(_entry, customers, booked=False).where(
        _entry.c.kind == Kind.ORDER, _entry.c.live, _entry.c.attempt.is_(False)
    )
    booked = _rows(_booked, customers, booked=True).where(_booked.c.live)
    for customer, day, minor, currency, is_booked in session.connection().execute(union_all(told, booked)):
        amount = Money(minor, currency) if minor is not None and currency else None
        found.setdefault(customer, []).append(Ordered(day, amount, bool(is_booked)))
    return found


def _rows(table: Table, customers: Wanted, *, booked: bool) -> Select[Any]:
    its = table.c
    columns = (its.customer_id, its.on_day, its.amount_minor, its.currency, literal(booked).label("booked"))
    return select(*columns).where(of_customers(table, customers))
