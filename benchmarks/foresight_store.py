"""A night's scores in the store: orders read, reckoned, written; 100,000 customers, or as many as ROWS says."""

import os
import random
import resource
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from time import perf_counter, process_time
from typing import TypeVar

import numpy as np

from benchmarks.filled_store import measure_filled
from bot.foresight.looking_back import lived_again
from sales.scores.everyone import Rules
from sales.scores.past_alerts import Asked
from sales.scores.reckoning import reckon
from storage.bulk import add_alike
from storage.foresight.reading import read_orders
from storage.foresight.said import By, said_of
from storage.foresight.summary import keep_summary
from storage.foresight.writing import STRETCH, Night, write
from storage.store import Session, Store
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow

CUSTOMERS = int(os.environ.get("ROWS", "100000"))
EACH = 4
NOW, TODAY = datetime(2026, 3, 2, 17, tzinfo=UTC), date(2026, 3, 3)
_HORIZONS = (30, 60, 90)
_PART = 20_000
T = TypeVar("T")


def main() -> None:
    measure_filled(_fill, _measure)


async def _measure(store: Store) -> None:
    print(f"{CUSTOMERS:,} customers with {EACH} orders each:")
    rows = await _timed("orders read", store.read(partial(read_orders, until=TODAY)))
    said = await _timed("what people said read", store.read(partial(said_of, ids=rows.ids)))
    within = np.array(_HORIZONS)[np.arange(len(rows.ids)) % len(_HORIZONS)]
    scores = _spent("scores reckoned", lambda: reckon(rows.orders, within, said, TODAY, Rules()))
    by: By = {}
    night = Night(rows, scores, tuple(int(days) for days in within), TODAY, NOW, by, by)
    await _timed("scores written", _write(store, night))
    asked = Asked((*_HORIZONS, _HORIZONS[1]))
    _spent("past weeks lived once more", lambda: lived_again(rows.orders, len(rows.ids), TODAY, asked))


async def _write(store: Store, night: Night) -> None:
    for begin in range(0, len(night.rows.ids), STRETCH):
        stretch = range(begin, min(begin + STRETCH, len(night.rows.ids)))
        await store.write(partial(write, night=night, stretch=stretch))
    await store.write(partial(keep_summary, night=night))


async def _timed(what: str, work: Coroutine[None, None, T]) -> T:
    began, spent = perf_counter(), process_time()
    found = await work
    _tell(what, began, spent)
    return found


def _spent(what: str, work: Callable[[], T]) -> T:
    began, spent = perf_counter(), process_time()
    found = work()
    _tell(what, began, spent)
    return found


def _tell(what: str, began: float, spent: float) -> None:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = f"{perf_counter() - began:.1f} s, of the CPU {process_time() - spent:.1f} s"
    print(f"  {what}: {took}; at most {most:.0f} MB so far", flush=True)


def _fill(session: Session) -> None:
    alike = {"relation": "direct", "form": "company", "stage": "active", "withdrawn": False, "version": 1}
    for begin in range(1, CUSTOMERS + 1, _PART):
        numbers = range(begin, min(begin + _PART, CUSTOMERS + 1))
        customers = [{"id": number, "name": f"Customer {number}", "created_at": NOW} for number in numbers]
        add_alike(session, CustomerRow, customers, alike)
        add_alike(
            session, BookedOrderRow, list(_orders(numbers)), {"currency": "USD", "live": True, "version": 1, "item": ""}
        )


def _orders(numbers: range) -> Iterator[dict[str, object]]:
    chance = random.Random(numbers.start)  # noqa: S311 - made-up orders
    for number in numbers:
        for nth in range(EACH):
            day = TODAY - timedelta(chance.randrange(1, 1095))
            yield {"customer_id": number, "number": str(nth), "on_day": day, "amount_minor": chance.randrange(10**6)}
