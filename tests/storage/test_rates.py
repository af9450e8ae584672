"""How fast the queue is with 100,000 rows waiting; `pytest -m torture -s tests/storage/test_rates.py` prints it."""

import asyncio
import sys
from collections.abc import Coroutine
from functools import partial
from time import perf_counter

import pytest
from sqlalchemy import text

from storage.queues import inbox
from storage.queues.inbox import INBOX, Arrival, Update
from storage.queues.leases import Replica
from storage.queues.queue import Claimed, Wanted
from storage.store import Session, Store
from tests.storage.conftest import NOON

BACKLOG, CHATS, LANES, ROUNDS, STEPS = 100_000, 2_000, 64, 20, 3


@pytest.mark.torture
async def test_rates_with_a_backlog(any_store: Store) -> None:
    seconds = await timed(_fill(any_store))
    say(f"\n{BACKLOG / seconds:>8,.0f} updates stored a second, 100 at a time")
    lanes: list[Claimed[Update]] = []
    # The first claim of a chat makes its lease, which is not what claims cost later.
    await timed(_claim(any_store, "before", lanes))
    await _give_back(any_store, lanes)
    seconds = await timed(_claim(any_store, "after", lanes := []))
    say(f"{len(lanes) / seconds:>8,.0f} claims a second, {LANES} chats at a time")
    seconds = await timed(_work_through(any_store, lanes))
    say(f"{len(lanes) * STEPS / seconds:>8,.0f} updates settled a second, each chat's next one begun with it")
    assert len(lanes) == LANES * ROUNDS


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


async def timed(work: Coroutine[None, None, None]) -> float:
    started = perf_counter()
    await work
    return perf_counter() - started


async def _fill(store: Store) -> None:
    arrivals = [Arrival(number, number % CHATS, f'{{"update_id": {number}}}') for number in range(BACKLOG)]
    for at in range(0, BACKLOG, 100):
        await store.write(partial(inbox.put_many, bot=7, arrivals=arrivals[at : at + 100], now=NOON))
    await store.write(lambda session: session.connection().execute(text("ANALYZE")))


async def _claim(store: Store, replica: str, lanes: list[Claimed[Update]]) -> None:
    wanted = Wanted(Replica(replica), LANES)
    for _ in range(ROUNDS):
        lanes += await store.write(partial(INBOX.claim, wanted=wanted, now=NOON))


async def _give_back(store: Store, lanes: list[Claimed[Update]]) -> None:
    def give_back(session: Session) -> None:
        for claimed in lanes:
            INBOX.hand_back(session, claimed)
            INBOX.release(session, claimed.held)

    await store.write(give_back)


async def _work_through(store: Store, lanes: list[Claimed[Update]]) -> None:
    await asyncio.gather(*(_steps(store, claimed) for claimed in lanes))


async def _steps(store: Store, claimed: Claimed[Update]) -> None:
    for _ in range(STEPS):
        following = await store.write(partial(_settle, claimed=claimed))
        assert following is not None
        claimed = following


def _settle(session: Session, claimed: Claimed[Update]) -> Claimed[Update] | None:
    INBOX.finish(session, claimed, NOON)
    return INBOX.advance(session, claimed.held, NOON)
