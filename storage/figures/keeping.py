"""Keeps the figures of customers in step: counted anew from their own rows in the transaction that changed these."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Executable, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from sales.exchange import Exchange
from sales.kinds import Kind
from sales.money import Money
from sales.order_book import Occasion, occasions, purchases
from storage.bulk import in_parts, table_of
from storage.figures.orders import Wanted, of_customers, orders_of
from storage.figures.rates import exchange
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow
from storage.tables.tellings import EntryRow

_customer, _entry, _figures = table_of(CustomerRow), table_of(EntryRow), table_of(CustomerFiguresRow)
_TIMES = {Kind.VISIT: ("visits", "last_visit"), Kind.CALL: ("calls", "last_call")}
COUNTED = frozenset({*_TIMES, Kind.ORDER, Kind.PAYMENT})
"""Kinds of entries that figures are made of."""


@dataclass(slots=True)
class _Paid:
    times: int = 0
    last: date | None = None
    minor: int = 0


def keep_figures(session: Session, customers: Iterable[int | None]) -> None:
    """Count these customers anew; whoever changes their entries or booked orders calls this before it is durable."""
    touched = sorted({number for number in customers if number is not None})
    if not touched:
        return
    session.flush()
    into = exchange(session)
    for part in in_parts(touched):
        _hold(session, part)
        count_anew(session, part, part, into)


def count_anew(session: Session, wanted: Wanted, there: Iterable[int], into: Exchange) -> None:
    """Write the figures of `there`, the customers on record among those `wanted`."""
    _put(session, counted(session, wanted, there, into))


def counted(session: Session, wanted: Wanted, there: Iterable[int], into: Exchange) -> list[dict[str, Any]]:
    """Their rows, from nothing but orders and entries."""
    orders = orders_of(session, wanted)
    contacts, paid = _contacts(session, wanted), _payments(session, wanted, into)
    return [
        {
            "customer_id": number,
            "currency": into.into,
            **_bought(occasions(orders[number], into.worth) if number in orders else ()),
            **_received(paid.get(number)),
            **{name: 0 for name, _ in _TIMES.values()},
            **{name: None for _, name in _TIMES.values()},
            **contacts.get(number, {}),
        }
        for number in there
    ]


def _hold(session: Session, customers: list[int]) -> None:
    """Two who tell of one customer at once count one after the other: each must see the other's entry."""
    held = select(_customer.c.id).where(_customer.c.id.in_(customers)).order_by(_customer.c.id)
    session.connection().execute(held.with_for_update(key_share=True)).all()


def _bought(found: Iterable[Occasion]) -> dict[str, Any]:
    counted = purchases(list(found))
    return {
        "orders": counted.orders,
        "first_order": counted.first,
        "last_order": counted.last,
        "usual_gap": counted.usual_gap,
        "ordered_minor": counted.minor,
        "unpriced": counted.unpriced,
    }


def _received(paid: _Paid | None) -> dict[str, Any]:
    paid = paid or _Paid()
    return {"payments": paid.times, "last_payment": paid.last, "paid_minor": paid.minor}


def _contacts(session: Session, wanted: Wanted) -> Mapping[int, dict[str, Any]]:
    """Visits and calls, by customer; nobody there is no contact."""
    its = _entry.c
    counted = (
        select(its.customer_id, its.kind, func.count(), func.max(its.on_day))
        .where(of_customers(_entry, wanted), its.live, its.attempt.is_(False), its.kind.in_(sorted(_TIMES)))
        .group_by(its.customer_id, its.kind)
    )
    found: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for customer, kind, times, last in session.connection().execute(counted):
        count, day = _TIMES[Kind(kind)]
        found[customer] |= {count: times, day: last}
    return found


def _payments(session: Session, wanted: Wanted, into: Exchange) -> Mapping[int, _Paid]:
    its = _entry.c
    rows = select(its.customer_id, its.on_day, its.amount_minor, its.currency).where(
        of_customers(_entry, wanted), its.live, its.attempt.is_(False), its.kind == Kind.PAYMENT
    )
    found: defaultdict[int, _Paid] = defaultdict(_Paid)
    for customer, day, minor, currency in session.connection().execute(rows):
        paid = found[customer]
        paid.times += 1
        paid.last = max(day, paid.last or day)
        paid.minor += (into.worth(Money(minor, currency), day) or 0) if minor is not None and currency else 0
    return found


def _put(session: Session, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection = session.connection()
        connection.execute(_PUT[connection.dialect.name], rows)


def _replacing(insert: sqlite.Insert | postgresql.Insert) -> Executable:
    new = {column.name: insert.excluded[column.name] for column in _figures.c if not column.primary_key}
    return insert.on_conflict_do_update(index_elements=["customer_id"], set_=new)


_PUT = {"sqlite": _replacing(sqlite.insert(_figures)), "postgresql": _replacing(postgresql.insert(_figures))}
