"""The database goes away and comes back; the store says so and goes on by itself."""

import asyncio
from contextlib import closing

import pytest

from storage.engine import sqlite_module
from storage.errors import StoreAwayError, StoreClosedError
from storage.store import Session, Store
from storage.tables.people import TeamRow
from tests.postgres import Postgres


async def test_postgresql_stopped_and_started(postgres_store: Store, postgres: Postgres) -> None:
    await postgres_store.write(_add)
    asleep = asyncio.ensure_future(postgres_store.sleep_until_rung("outbox", 20))
    await asyncio.sleep(0)
    postgres.pause()
    try:
        for _ in range(3):
            with pytest.raises(StoreAwayError):
                await postgres_store.write(_add)
            with pytest.raises(StoreAwayError):
                await postgres_store.read(_count)
    finally:
        postgres.resume()

    await postgres_store.write(_add)

    assert await postgres_store.read(_count) == 2
    # Whoever sleeps is roused, because a ring may have been missed.
    assert await asleep


async def test_postgresql_stopped_under_a_transaction(postgres_store: Store, postgres: Postgres) -> None:
    def stop_halfway(session: Session) -> None:
        _add(session)
        postgres.pause()
        _add(session)

    try:
        with pytest.raises(StoreAwayError):
            await postgres_store.write(stop_halfway)
    finally:
        postgres.resume()

    assert await postgres_store.read(_count) == 0


async def test_sqlite_held_by_another_program(store: Store, sqlite_url: str) -> None:
    with store.transaction() as session:
        # Ten seconds are for life.
        session.connection().exec_driver_sql("PRAGMA busy_timeout=1")
    with closing(sqlite_module().connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreAwayError):
            await store.write(_add)
        other.execute("ROLLBACK")

    await store.write(_add)

    assert await store.read(_count) == 1


async def test_a_closed_store_says_so(any_store: Store) -> None:
    any_store.close()

    with pytest.raises(StoreClosedError):
        await any_store.write(_add)


def _add(session: Session) -> None:
    session.add(TeamRow(name="East"))
    session.flush()


def _count(session: Session) -> int:
    return len(session.connection().exec_driver_sql("SELECT id FROM team").fetchall())
