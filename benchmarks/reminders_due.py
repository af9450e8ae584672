"""A tick among a million reminders and follow-ups that wait, on SQLite and on PostgreSQL: each finds 100 due ones."""

import asyncio
import gc
import os
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from sqlalchemy import text

from benchmarks.memory import most_memory
from reminders import followups, pushes
from reminders.followups import FollowUps, Round
from reminders.pushes import Pushes
from storage.bulk import add_alike, in_parts
from storage.migrating import migrate
from storage.plans import due_followups
from storage.store import Session, Store, open_store
from storage.tables.care import ReminderRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import TellingRow
from storage.ticks import Tick
from tests.postgres import Postgres
from tests.reminders.office import hire

MANY = 1_000_000
TICKS = 100
EACH = 50
"""So many reminders and as many follow-ups become due at one moment."""
MEMBERS = 500
MOST_MS = 50
# Not at a full five minutes: then everything that is open is looked at, which is measured by itself.
START = datetime(2026, 3, 2, 9, 2, tzinfo=UTC)
_A_TICK = timedelta(seconds=5)
_APART = timedelta(minutes=20)
_FAR = START + timedelta(days=3650)
_PART = 20_000


def main() -> None:
    many = int(os.environ.get("ROWS", MANY))
    for name, place in (("SQLite", _file), ("PostgreSQL", _server)):
        with place() as url:
            migrate(url)
            store = open_store(url)
            with store.transaction() as session:
                _fill(session, many // 2)
            gc.collect()
            asyncio.run(_measure(store, name, many))
            store.close()


@contextmanager
def _file() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder)}/rapport.db"


@contextmanager
def _server() -> Iterator[str]:
    server = Postgres()
    yield server.make("rapport")
    server.stop()


async def _measure(store: Store, name: str, many: int) -> None:
    """Ticks come every five seconds; the one measured is that at which 100 have just become due."""
    looks, ticks = [], []
    # The first statements of a process take longer: they are put together then.
    await _tick(store, START - _APART)
    await _look(store, START)
    before = most_memory()
    for number in range(TICKS):
        now = START + number * _APART
        await _tick(store, now - _A_TICK)
        looks.append(await _timed(partial(_look, store, now)))
        ticks.append(await _timed(partial(_tick, store, now)))
    everything = await _timed(partial(_everything, store, START + TICKS * _APART - _A_TICK))
    print(f"{name}, {many:,} that wait, {2 * EACH} due at a tick, {TICKS} ticks:")
    print(f"  finding them: {_told(looks)}")
    print(f"  the whole tick, with {2 * EACH} messages put: {_told(ticks)}")
    print(f"  every five minutes, {TICKS * EACH:,} that were told and are open: {everything.took:.0f} ms")
    print(f"  memory: {before} MB, {most_memory() - before} MB more after {TICKS} ticks")
    # The CPU's time is the same on a machine that others keep busy; a server's is not seen from here.
    assert _slow([each.spent for each in looks]) < MOST_MS, f"finding what is due may take {MOST_MS} ms"


@dataclass(frozen=True)
class Spent:
    """Milliseconds on the wall and of this process's CPU."""

    took: float
    spent: float


async def _timed(work: Callable[[], Awaitable[None]]) -> Spent:
    start, began = perf_counter(), process_time()
    await work()
    return Spent((perf_counter() - start) * 1000, (process_time() - began) * 1000)


def _told(them: list[Spent]) -> str:
    took, spent = [each.took for each in them], [each.spent for each in them]
    middle = sorted(took)[len(took) // 2]
    return f"{middle:.0f} ms in the middle, p99 {_slow(took):.0f} ms, of the CPU {_slow(spent):.0f} ms"


def _slow(took: list[float]) -> float:
    return sorted(took)[len(took) * 99 // 100]


async def _look(store: Store, now: datetime) -> None:
    """What both sweeps read to learn what is due."""
    found = await store.read(partial(pushes.look, now=now))
    late = await store.read(partial(followups.look, tick=Tick(now, now), everything=_looked_through(now)))
    assert (len(found.due), len(late.waiting)) == (EACH, EACH), (len(found.due), len(late.waiting))


def _looked_through(now: datetime) -> Round:
    """The round of these five minutes is over; it is measured apart."""
    return Round(begun=int(now.timestamp() // followups.ROUND_EVERY.total_seconds()), over=True)


async def _everything(store: Store, now: datetime) -> None:
    assert not await store.read(partial(due_followups.waiting, now=now))


async def _tick(store: Store, now: datetime) -> None:
    await FollowUps(store, round=_looked_through(now)).sweep(Tick(now, now))
    await Pushes(store).sweep(Tick(now, now))


def _fill(session: Session, half: int) -> None:
    """Half of each far in the future, the other half minute by minute."""
    members = [hire(session, f"Rep {number}").id for number in range(MEMBERS)]
    for member in members:
        session.get_one(MemberRow, member).habits = {"a_day": 1_000_000}
    session.add(TellingRow(chat_id=1, message_id=1, member_id=members[0], said_at=START, zone="UTC", text=""))
    session.flush()
    told = {"telling_id": 1, "contacts": "", "action": "send the new quote", "state": "open", "purpose": ""}
    for part in in_parts(range(half), _PART):
        rows = [{"owner_id": members[one % MEMBERS], "slot": one, "due_at": _moment(one, half)} for one in part]
        add_alike(session, FollowUpRow, rows, {**told, "moves": 0, "version": 1})
    what = {"kind": "visit_outcome", "occasion": "1", "state": "waiting", "moves": 0, "version": 1}
    for part in in_parts(range(half), _PART):
        rows = [{"member_id": members[one % MEMBERS], "subject_id": one, **_when(one, half)} for one in part]
        add_alike(session, ReminderRow, rows, what)
    session.connection().execute(text("ANALYZE"))


def _when(number: int, half: int) -> dict[str, object]:
    due = _moment(number, half)
    return {"day": due.date(), "due_at": due}


def _moment(number: int, half: int) -> datetime:
    if number < half // 2:
        return START + number // EACH * _APART
    return _FAR + number * _A_TICK
