"""How long digests, their pictures and a workbook take over two hundred reps and a million entries; their memory."""

import os
import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from sqlalchemy import text
from sqlmodel import Session, col, func, select

from benchmarks.filled_store import measure_filled
from benchmarks.memory import memory_now, most_memory
from bot.jobs.digest_workbooks import read_sheets
from papers.pictures.drawing import draw
from papers.workbooks import write_book
from papers.worker import Worker
from sales.digests import Asked, Pace, until
from sales.people import Member, Role
from sales.pictures.digest_picture import DigestPicture
from storage.bulk import add_alike, add_rows
from storage.company import people
from storage.company.people import members
from storage.digests.pictured import digest_facts
from storage.digests.reading import digest
from storage.figures.rates import remember_currency
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerScoreRow
from storage.tables.tellings import ComplaintRow, EntryRow, TellingRow
from storage.talk_card.reading import talk_card
from tests.people.company import found_company, hire
from wording.cards.digests.digest import digest as digest_card
from wording.cards.pictures.digest_picture import digest_picture
from wording.voice import Voice

REPS, CUSTOMERS = 200, 20_000
ENTRIES = int(os.environ.get("ROWS", "1_000_000"))
DAYS = 730
RUNS = 3
MOST_SECONDS, MOST_DRAWING, MOST_GROWTH = 10, 2, 30
TODAY = date(2026, 3, 31)
NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
_KINDS = (*["visit"] * 6, *["call"] * 4, "order", "payment", "feedback")
_AT_A_TIME = 50_000
_COMPLAINTS = 5_000


def fill(session: Session) -> None:
    """Two teams under Dora; each rep has a hundred customers, each customer fifty entries in two years."""
    remember_currency(session, "CNY")
    company = found_company(session)
    reps = [hire(session, f"Rep {number}", 5000 + number) for number in range(REPS)]
    teams = [company.teams["East"], company.teams["West"]]
    for number, rep in enumerate(reps):
        people.add_place(session, member=rep, role=Role.REP, team=teams[number % 2])
    fixed = {"relation": "direct", "form": "company", "withdrawn": False, "version": 1}
    rows = [
        {"name": f"Customer {number}", "owner_id": reps[number % REPS], "team_id": teams[number % REPS % 2], **fixed}
        for number in range(CUSTOMERS)
    ]
    stages = ({"stage": "slipping" if number % 20 == 0 else "active"} for number in range(CUSTOMERS))
    there = {"created_at": NOW - timedelta(days=DAYS)}
    customers = add_rows(
        session, CustomerRow, [{**row, **stage, **there} for row, stage in zip(rows, stages, strict=True)]
    )
    scores = [{"customer_id": one, "lost": one % 100 / 100, "value_minor": one * 100} for one in customers]
    add_alike(session, CustomerScoreRow, scores, {"scored_on": TODAY, "currency": "CNY"})
    session.add(TellingRow(chat_id=1, message_id=1, member_id=reps[0], said_at=NOW, zone="UTC", text=""))
    session.flush()
    for first in range(0, ENTRIES, _AT_A_TIME):
        add_alike(session, EntryRow, list(_entries(first, customers, reps)), _SAME)
    _complaints(session)
    session.connection().execute(text("ANALYZE"))


_SAME = {
    "telling_id": 1,
    "moment": NOW,
    "zone": "UTC",
    "text": "as told",
    "currency": "CNY",
    "attempt": False,
    "live": True,
    "version": 1,
}


def _entries(first: int, customers: list[int], reps: list[int]) -> Iterator[dict[str, object]]:
    chance = random.Random(first)  # noqa: S311 - the same days in each run
    for slot in range(first, min(first + _AT_A_TIME, ENTRIES)):
        place = chance.randrange(len(customers))
        kind = "complaint" if slot < _COMPLAINTS else chance.choice(_KINDS)
        yield {
            "slot": slot,
            "member_id": reps[place % REPS],
            "customer_id": customers[place],
            "kind": kind,
            "on_day": TODAY - timedelta(days=chance.randrange(DAYS)),
            "amount_minor": chance.randrange(10**6) if kind in ("order", "payment") else None,
            "category": "delivery" if kind in ("feedback", "complaint") else None,
        }


def _complaints(session: Session) -> None:
    told = session.exec(select(EntryRow.id, EntryRow.customer_id).where(col(EntryRow.kind) == "complaint")).all()
    rows = [{"entry_id": entry, "customer_id": customer, "answer_by": NOW} for entry, customer in told]
    add_alike(session, ComplaintRow, rows, {"state": "open", "promise_asked": False, "raised": 0, "version": 1})


async def measure(store: Store) -> None:
    worker = Worker()
    worker.make_now(len, "started")
    await store.read(partial(_measure, worker=worker))
    worker.close()


def _measure(session: Session, *, worker: Worker) -> None:
    reader = next(one for one in members(session) if one.name == "Dora")
    voice = Voice("zh", reader.zone, TODAY)
    counted = select(func.count()).select_from(EntryRow).where(col(EntryRow.live))
    plain = _timed("one plain count of all entries", lambda: session.exec(counted).one(), 0)
    for pace in Pace:
        asked = Asked(pace, until(pace, TODAY))
        took = _timed(f"the digest of the {pace}", partial(_text, session, reader, asked, voice), plain)
        assert took < MOST_SECONDS, "A digest is too slow."
        page = partial(_page, session, reader, asked, voice)
        _timed("  what its picture shows", page, plain)
        took = min(worker.make_now(_drawn, page()) for _ in range(RUNS))
        print(f"  drawing it: {took:.2f} s of the worker's CPU, {took / plain:.0f} plain counts", flush=True)
        assert took < MOST_DRAWING, "A picture is too slow."
    _timed("the workbook of the quarter", partial(_book, session, reader), plain)
    took = _timed("the talk card of the next morning", partial(talk_card, session, reader, TODAY, {}, NOW), plain)
    assert took < MOST_SECONDS, "A talk card is too slow."


def _text(session: Session, reader: Member, asked: Asked, voice: Voice) -> object:
    return digest_card(digest(session, reader, asked, NOW), voice)


def _page(session: Session, reader: Member, asked: Asked, voice: Voice) -> DigestPicture:
    return digest_picture(digest_facts(session, reader, asked, NOW), voice)


def _book(session: Session, reader: Member) -> int:
    asked = Asked(Pace.QUARTER, until(Pace.QUARTER, TODAY))
    with TemporaryDirectory() as folder:
        return len(write_book(read_sheets(session, asked=asked, at=(reader, NOW), folder=Path(folder)).sheets))


def _drawn(page: DigestPicture) -> float:
    """Seconds of the worker's CPU."""
    began = process_time()
    draw(page)
    return process_time() - began


def _timed(what: str, do: Callable[[], object], plain: float) -> float:
    """Seconds of the CPU, which are the same on a machine that others keep busy; on the wall the middle of three."""
    took, spent, memory = [], process_time(), 0
    for run in range(RUNS):
        start = perf_counter()
        do()
        took.append(perf_counter() - start)
        memory = memory_now() if run == 0 else memory
    cpu, grown = (process_time() - spent) / RUNS, memory_now() - memory
    beside = f", {cpu / plain:.0f} plain counts" if plain else ""
    print(f"{what}: {cpu:.2f} s of CPU{beside}, {sorted(took)[RUNS // 2]:.2f} s; {grown} MB more", flush=True)
    assert grown < MOST_GROWTH, f"{what} keeps its memory."
    return cpu


def main() -> None:
    print(f"{REPS} reps, {CUSTOMERS:,} customers, {ENTRIES:,} entries of two years")
    measure_filled(fill, measure)
    print(f"memory at most: {most_memory()} MB")
