"""Reads the orders of all customers into arrays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Integer, Select, Table, cast, extract, func, literal, select
from sqlmodel import Session

from sales.customers import NOT_SOLD_TO
from sales.exchange import Exchange
from sales.kinds import Kind
from sales.order_arrays import OrderArrays, Real, Whole
from storage.bulk import table_of
from storage.figures.rates import exchange
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.tellings import EntryRow

_customer, _entry, _booked = table_of(CustomerRow), table_of(EntryRow), table_of(BookedOrderRow)
_AT_A_TIME = 50_000
# Julian days of midnight: PostgreSQL counts the whole day, SQLite from noon to noon.
_SQLITE_JULIAN, _POSTGRES_JULIAN = 1_721_424.5, 1_721_425


@dataclass(frozen=True, slots=True)
class OrderRows:
    """The ids of all customers who are sold to, rising, and their orders; these count customers by place in `ids`."""

    ids: Whole
    orders: OrderArrays
    currency: str


def read_orders(session: Session, until: date) -> OrderRows:
    """Everything on record, but days to come: who slipped in typing a year would never seem quiet again."""
    here = select(_customer.c.id).where(_customer.c.withdrawn.is_(False), _customer.c.relation.not_in(NOT_SOLD_TO))
    ids = np.fromiter(session.connection().execute(here.order_by(_customer.c.id)).scalars(), dtype=np.int64)
    into = exchange(session)
    told = _rows(session, _entry, booked=False).where(
        _entry.c.kind == Kind.ORDER, _entry.c.live, _entry.c.attempt.is_(False)
    )
    booked = _rows(session, _booked, booked=True).where(_booked.c.live)
    days = ((told, _entry.c.on_day), (booked, _booked.c.on_day))
    parts = [part for wanted, day in days for part in _parts(session, wanted.where(day <= until), into)]
    every = _joined(parts)
    place = np.searchsorted(ids, every.customer)
    known = np.isin(every.customer, ids)
    orders = OrderArrays(place, every.day, every.worth, every.booked).of(known)
    return OrderRows(ids, orders, into.into)


def _rows(session: Session, table: Table, *, booked: bool) -> Select[Any]:
    its = table.c
    columns = (its.customer_id, _ordinal(session, its.on_day), its.amount_minor, its.currency, literal(booked))
    return select(*columns).where(its.customer_id.is_not(None))


def _ordinal(session: Session, day: ColumnElement[date]) -> ColumnElement[int]:
    """`date.toordinal` of a column; reading dates as such takes most of the time."""
    if session.connection().dialect.name == "sqlite":
        return cast(func.julianday(day) - _SQLITE_JULIAN, Integer)
    return cast(extract("julian", day) - _POSTGRES_JULIAN, Integer)


def _parts(session: Session, wanted: Select[Any], into: Exchange) -> Iterator[OrderArrays]:
    streamed = session.connection().execute(wanted.execution_options(yield_per=_AT_A_TIME))
    for rows in streamed.partitions():
        customer, day, minor, currency, booked = zip(*rows, strict=True)
        days = np.array(day, dtype=np.int64)
        sums = np.array([np.nan if one is None else one for one in minor])
        yield OrderArrays(
            np.array(customer, dtype=np.int64),
            days,
            sums * _factors(currency, days, into),
            np.array(booked, dtype=bool),
        )


def _factors(currencies: tuple[str | None, ...], days: Whole, into: Exchange) -> Real:
    names = np.array([one or "" for one in currencies])
    factors = np.where(names == into.into, 1.0, np.nan)
    for foreign in np.flatnonzero(np.isnan(factors) & (names != "")):
        factor = into.factor(str(names[foreign]), date.fromordinal(int(days[foreign])))
        factors[foreign] = np.nan if factor is None else factor
    return factors


def _joined(parts: list[OrderArrays]) -> OrderArrays:
    if not parts:
        nothing = np.zeros(0, dtype=np.int64)
        return OrderArrays(nothing, nothing, np.zeros(0), np.zeros(0, dtype=bool))
    return OrderArrays(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in OrderArrays.__dataclass_fields__)
    )
