"""How long each page of a manager takes over HTTP, with a hundred thousand customers behind it."""

import asyncio
import itertools
import os
import random
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial
from time import perf_counter, process_time

import aiohttp
from sqlalchemy import text, update
from sqlmodel import col

from benchmarks.filled_store import measure_filled
from benchmarks.segments import AT, CUSTOMERS, TODAY
from benchmarks.segments import fill as fill_customers
from papers.worker import Worker
from storage.bulk import add_alike, add_rows
from storage.company.people import members
from storage.pages.sessions import begin
from storage.store import Session, Store
from storage.tables.customers import CustomerRow
from storage.tables.facts import FactRow
from storage.tables.tellings import ComplaintRow, EntryRow, TellingRow
from web.managers.entrance import Entrance
from web.managers.register import PAGES
from web.managers.routes import page_routes
from web.managers.site import COOKIE, Site
from web.pages import Health, build_pages
from web.server import WebServer

ENTRIES = int(os.environ.get("ROWS", "1_000_000"))
ROUNDS = 15
MOST_MS = 300
DAYS = 365
_COMPLAINTS = 500
_AT_A_TIME = 50_000
TOWNS = ((31.2, 121.5, 20), (23.1, 113.3, 12), (39.9, 116.4, 9), (1.35, 103.8, 7), (30.6, 104.1, 6), (52.5, 13.4, 6))
"""Latitude, longitude, and how many thousand customers are there."""
_KINDS = (*["visit"] * 6, *["call"] * 4, "order", "payment", "feedback")
ASKED: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("customers, by name", "customers", {"words": "customer 09"}),
    ("customers, nobody like that", "customers", {"words": "acme"}),
    ("customers, class A in Jiangsu", "customers", {"grade": "A", "region": "Jiangsu"}),
    ("customers, in the middle", "customers", {"after_name": "customer 050000", "after": "50000"}),
    ("a customer", "customer", {"customer": "500"}),
    ("the digest's figures", "digest", {"part": "figures"}),
    ("the digest's picture", "digest", {"part": "picture"}),
    ("the team's targets", "team", {"part": "targets"}),
    ("the team's cards", "team", {"part": "cards"}),
    ("slipping, the last page", "slipping", {"page": "9999"}),
    ("the map, everybody", "map", {"to": "all"}),
    ("the map, a town", "map", {"to": "31.2,121.5,1"}),
    ("the map, some streets", "map", {"to": "31.2,121.5,0.02"}),
    ("the map, class A in Jiangsu with complaints", "map", {"grade": "A", "region": "Jiangsu", "need": "complaint"}),
)


def fill(session: Session) -> None:
    fill_customers(session)
    anna = next(one for one in members(session) if one.name == "Anna")
    session.add(TellingRow(chat_id=1, message_id=1, member_id=anna.id, said_at=AT, zone="UTC", text=""))
    session.flush()
    same = {"telling_id": 1, "moment": AT, "zone": "UTC", "text": "as told", "currency": "USD", "member_id": anna.id}
    for first in range(0, ENTRIES, _AT_A_TIME):
        add_alike(session, EntryRow, list(_entries(first)), {**same, "attempt": False, "live": True, "version": 1})
    told = {"state": "open", "promise_asked": False, "raised": 0, "version": 1, "answer_by": AT}
    rows = [{"entry_id": number, "customer_id": number} for number in range(1, _COMPLAINTS + 1)]
    add_alike(session, ComplaintRow, rows, told)
    for town, number in enumerate(itertools.accumulate(count for *_, count in TOWNS)):
        first = number - TOWNS[town][2]
        add_rows(session, FactRow, [_place(town, one) for one in range(first * 1000 + 1, number * 1000 + 1)])
    session.exec(update(CustomerRow).where(col(CustomerRow.id) % 20 == 0).values(stage="slipping"))
    session.connection().execute(text("ANALYZE"))


def _place(town: int, customer: int) -> dict[str, object]:
    north, east, _ = TOWNS[town]
    chance = random.Random(customer)  # noqa: S311 - the same places in each run
    value = f"{north + chance.gauss(0, 0.4):.5f},{east + chance.gauss(0, 0.5):.5f}"
    told = {"source": "import", "at": AT, "live": True, "version": 1}
    return {"customer_id": customer, "field": "place", "value": value, **told}


def _entries(first: int) -> Iterator[dict[str, object]]:
    chance = random.Random(first)  # noqa: S311 - the same days in each run
    for slot in range(first, min(first + _AT_A_TIME, ENTRIES)):
        is_complaint = slot < _COMPLAINTS
        kind = "complaint" if is_complaint else chance.choice(_KINDS)
        yield {
            "slot": slot,
            "customer_id": slot + 1 if is_complaint else chance.randrange(1, CUSTOMERS + 1),
            "kind": kind,
            "on_day": TODAY - timedelta(days=chance.randrange(DAYS)),
            "amount_minor": chance.randrange(10**6) if kind in ("order", "payment") else None,
            "category": "delivery" if kind in ("feedback", "complaint") else None,
        }


async def measure(store: Store) -> None:
    worker = Worker()
    site = Site(store, lambda: AT, "", "", "en", worker, Entrance(lambda: AT))
    server = WebServer(build_pages(_well, None, *page_routes(lambda: site)), "127.0.0.1", 0)
    await server.start()
    for who in ("Dora", "Ada"):
        token = await store.write(partial(_signed_in, who=who))
        async with aiohttp.ClientSession(
            f"http://127.0.0.1:{server.port}", cookies={COOKIE: token}, cookie_jar=aiohttp.CookieJar(unsafe=True)
        ) as browser:
            for what, page, form in (*((one.name, one.name, {}) for one in PAGES if one.label), *ASKED):
                await _timed(browser, f"{who}, {what}", page, form)
    await server.stop()
    worker.close()


async def _well() -> Health:
    return Health(well=True, facts={})


def _signed_in(session: Session, *, who: str) -> str:
    member = next(one for one in members(session) if one.name == who)
    return begin(session, member.id, now=AT)


async def _timed(browser: aiohttp.ClientSession, what: str, page: str, form: Mapping[str, str]) -> None:
    took, size, began = [], 0, process_time()
    for _ in range(ROUNDS):
        start = perf_counter()
        async with browser.request(
            "POST" if form else "GET",
            f"/pages/{page}",
            data=form or None,
            headers={"Sec-Fetch-Site": "same-origin"},
            allow_redirects=False,
        ) as answer:
            size = len(await answer.read())
            assert answer.status == 200, f"{what}: {answer.status}"
        took.append((perf_counter() - start) * 1000)
        await asyncio.sleep(0)
    middle, slowest, cpu = sorted(took)[ROUNDS // 2], max(took), (process_time() - began) / ROUNDS * 1000
    late = f"  over {MOST_MS} ms" if middle > MOST_MS else ""
    figures = f"{middle:.0f} ms, the slowest {slowest:.0f} ms, CPU {cpu:.0f} ms, {size // 1024} KB"
    print(f"{what}: {figures}{late}", flush=True)


def main() -> None:
    print(f"{CUSTOMERS:,} customers, {ENTRIES:,} entries of a year")
    measure_filled(fill, measure)
