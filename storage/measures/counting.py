"""Counts one measure: entries, orders told and booked, new customers and complaints that were closed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlmodel import Session, col

from sales.exchange import Exchange
from sales.kinds import Kind
from sales.measures import IN_TIME, MONEY, OF_KIND, By, Counted, Measure, Tally, begin_of
from sales.moments import local_day
from sales.money import Money
from sales.order_book import LATER, Ordered, occasions
from sales.people import Member
from sales.ratios import OF_OWNERS, RATIOS
from storage.figures.rates import exchange
from storage.measures import outcomes
from storage.measures.look import Look, Row
from storage.measures.sharing import share, shared
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.tellings import ComplaintRow, EntryRow


def count(session: Session, member: Member, tally: Tally, today: date) -> list[Counted]:
    """One number, or one for each of what it is told apart by; what is nothing is left out.

    A rate of nothing is no number, not even zero.
    """
    each, _ = count_all(session, member, tally, today)
    return each


def count_all(session: Session, member: Member, tally: Tally, today: date) -> tuple[list[Counted], int | None]:
    """What `count` gives, and the number of all together; None: a rate of nothing."""
    ratio = RATIOS.get(tally.measure)
    if ratio is None:
        each = _count(Look(session, member, tally, today))
        return each, sum(one.number for one in each)
    owned = tally.measure in OF_OWNERS
    looks = (Look(session, member, replace(tally, measure=one), today, owned) for one in (ratio.of, ratio.to))
    of, to = map(_count, looks)
    if ratio.to is Measure.CUSTOMERS and tally.by in IN_TIME:
        # Whoever was visited in two months was visited once in all.
        _, whole = count_all(session, member, replace(tally, by=By.NOTHING), today)
    else:
        whole = share(ratio, sum(one.number for one in of), sum(one.number for one in to))
    return shared(ratio, tally.by, of, to), whole


def _count(look: Look) -> list[Counted]:
    tally, found = look.tally, Counter[Any]()
    for row, number in numbered(look):
        found[_key(tally.by, row)] += number
    if tally.by is By.NOTHING:
        return [Counted(None, sum(found.values()))]
    return [Counted(None if key is None else str(key), number) for key, number in found.items() if number]


def numbered(look: Look) -> Iterator[tuple[Row, int]]:
    """Each of what counts, with the number that it adds."""
    measure, into = look.tally.measure, exchange(look.session)
    for row in _ROWS.get(measure, _entries)(look):
        yield row, _number(measure, row, into)


def _key(by: By, row: Row) -> object:
    return begin_of(by, row.day).isoformat() if by in IN_TIME else row.key


def _number(measure: Measure, row: Row, into: Exchange) -> int:
    if measure is Measure.WAITED:
        return row.minor or 0
    return _worth(row, into) if measure in MONEY else 1


def _worth(row: Row, into: Exchange) -> int:
    if row.minor is None or row.currency is None:
        return 0
    return into.worth(Money(row.minor, row.currency), row.day) or 0


def _entries(look: Look) -> Iterator[Row]:
    its, asked = EntryRow, look.tally
    columns = (col(its.on_day), col(its.amount_minor), col(its.currency))
    rows = look.rows(col(its.member_id), *columns).join(EntryRow, col(its.customer_id) == col(CustomerRow.id))
    days = col(its.on_day).between(asked.period.first, asked.period.last)
    told = rows.where(days, col(its.live), col(its.attempt).is_(False), col(its.kind) == OF_KIND[asked.measure])
    yield from map(Row._make, look.session.connection().execute(told.where(*look.described())))


def _orders(look: Look) -> Iterator[Row]:
    """A day with orders counts once, whoever told it; what was told and booked is one."""
    into, keys = exchange(look.session), dict[int, Any]()
    books: dict[int, list[Ordered]] = {}
    for table in (EntryRow, BookedOrderRow):
        for row in _told_or_booked(look, table):
            amount = Money(row.minor, row.currency) if row.minor is not None and row.currency else None
            order = Ordered(row.day, amount, booked=table is BookedOrderRow)
            books.setdefault(row.customer, []).append(order)
            keys[row.customer] = row.key
    for customer, orders in books.items():
        for one in occasions(orders, into.worth):
            if one.day in look.tally.period and one.is_purchase:
                yield Row(keys[customer], customer, one.day, one.minor, into.into)


def _told_or_booked(look: Look, its: type[EntryRow | BookedOrderRow]) -> Iterator[Row]:
    """A little of before and after the period, too: the same order may stand there."""
    period = look.tally.period
    columns = (col(its.on_day), col(its.amount_minor), col(its.currency))
    rows = look.rows(col(CustomerRow.owner_id), *columns).join(its, col(its.customer_id) == col(CustomerRow.id))
    rows = rows.where(col(its.live), col(its.on_day).between(period.first - LATER, period.last + LATER))
    if its is EntryRow:
        rows = rows.where(col(EntryRow.kind) == Kind.ORDER, col(EntryRow.attempt).is_(False))
    yield from map(Row._make, look.session.connection().execute(rows))


def _new_customers(look: Look) -> Iterator[Row]:
    made, zone = col(CustomerRow.created_at), look.zone
    rows = look.rows(col(CustomerRow.owner_id), made).where(look.within(made))
    for key, customer, at in look.session.connection().execute(rows):
        yield Row(key, customer, local_day(at, zone))


def _solved(look: Look) -> Iterator[Row]:
    closed, zone = col(ComplaintRow.closed_at), look.zone
    rows = look.rows(col(ComplaintRow.closed_by), closed)
    rows = rows.join(ComplaintRow, col(ComplaintRow.customer_id) == col(CustomerRow.id))
    rows = rows.join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
    told = rows.where(look.within(closed), col(EntryRow.live), *look.described())
    for key, customer, at in look.session.connection().execute(told):
        yield Row(key, customer, local_day(at, zone))


_ROWS: dict[Measure, Callable[[Look], Iterable[Row]]] = {
    Measure.ORDERS: _orders,
    Measure.ORDERED: _orders,
    Measure.NEW_CUSTOMERS: _new_customers,
    Measure.SOLVED: _solved,
    Measure.CUSTOMERS: outcomes.customers,
    Measure.REACHED: outcomes.reached,
    Measure.PROMISED: outcomes.promised,
    Measure.KEPT: outcomes.kept,
    Measure.BROKEN: outcomes.broken,
    Measure.ENDED: outcomes.ended,
    Measure.WON: outcomes.won,
    Measure.ANSWERED: outcomes.waited,
    Measure.WAITED: outcomes.waited,
}
