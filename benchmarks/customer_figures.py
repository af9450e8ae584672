"""Figures of customers: 20,000 orders read in with and without them, and all counted anew from nothing."""

import os
import random
import resource
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from time import perf_counter, process_time

from sqlalchemy import text

from benchmarks.filled_store import measure_filled
from sales.hands import Hand
from sales.lists import Line, ListKind
from sales.people import Member, Role
from storage import change_sets
from storage.bulk import add_alike, in_parts
from storage.change_sets import ChangeKind
from storage.company import people
from storage.figures.keeping import keep_figures
from storage.figures.rebuilding import rebuild, stretches
from storage.importing.booked import BookedList
from storage.importing.customers import Into
from storage.store import Session, Store
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from tests.reminders.office import hire

CUSTOMERS = int(os.environ.get("ROWS", "100000"))
ORDERS = 20_000
ORDERED = 4_000
EACH = 5
MOST_S = 2.0
NOW = datetime(2026, 3, 2, 3, tzinfo=UTC)
_CHUNK = 250
_PART = 20_000


def main() -> None:
    measure_filled(_fill, _measure)


async def _measure(store: Store) -> None:
    start = process_time()
    took = await _take_in(store)
    spent = process_time() - start
    print(f"{ORDERS:,} orders of {ORDERED:,} customers put on record: {took:.1f} s, of the CPU {spent:.1f} s")
    start = process_time()
    for part in in_parts(range(1, ORDERED + 1), _CHUNK):
        await store.write(partial(keep_figures, customers=part))
    print(f"  of these for their figures, of the CPU: {process_time() - start:.2f} s (asked: {MOST_S:.0f})")
    began, spent, there = perf_counter(), process_time(), 0
    for stretch in await store.read(lambda session: list(stretches(session))):
        there += await store.write(partial(rebuild, stretch=stretch))
    took, spent = perf_counter() - began, process_time() - spent
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{there:,} customers counted anew: {took:.1f} s, of the CPU {spent:.1f} s, at most {most:.0f} MB")


async def _take_in(store: Store) -> float:
    start = perf_counter()
    with store.transaction() as session:
        by = _admin(session)
        change = change_sets.begin(session, ChangeKind.IMPORT, _hand(by), undo_for=timedelta(hours=24), facts={})
        book = BookedList(session, by, ListKind.ORDERS, Into(change, _hand(by), overwrite=True))
    for part in in_parts(_lines(), _CHUNK):
        await store.write(partial(_take, book=book, lines=part))
    return perf_counter() - start


def _take(session: Session, *, book: BookedList, lines: list[Line]) -> None:
    taken = book.take(session, lines)
    assert taken.new == len(lines), taken


def _hand(by: Member) -> Hand:
    return Hand(by.id, NOW)


def _admin(session: Session) -> Member:
    member = people.member(session, 1)
    assert member is not None
    return member


def _lines() -> Iterator[Line]:
    chance = random.Random(2)  # noqa: S311 - invented orders
    for number in range(ORDERS):
        day = NOW.date() - timedelta(days=chance.randrange(700))
        values = {"customer": f"Customer {1 + number % ORDERED}", "number": f"N{number}", "date": day.isoformat()}
        yield Line(number, {**values, "amount": f"{100 + number} USD", "item": "bolts"})


def _fill(session: Session) -> None:
    chance = random.Random(1)  # noqa: S311 - invented customers
    member = hire(session, "Ada")
    people.add_place(session, member=member.id, role=Role.ADMIN, team=1)
    alike = {"relation": "direct", "form": "company", "stage": "active", "withdrawn": False, "version": 1}
    for part in in_parts(range(1, CUSTOMERS + 1), _PART):
        rows = [{"id": one, "name": f"Customer {one}", "owner_id": member.id, "created_at": NOW} for one in part]
        add_alike(session, CustomerRow, rows, {**alike, "team_id": 1})
        orders = [
            {"customer_id": one, "number": str(place), "on_day": _day(chance), "amount_minor": 100}
            for one in part
            for place in range(EACH)
        ]
        add_alike(session, BookedOrderRow, orders, {"live": True, "version": 1, "item": "", "currency": "USD"})
    session.connection().execute(text("ANALYZE"))


def _day(chance: random.Random) -> date:
    return NOW.date() - timedelta(days=chance.randrange(1000))
