import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, select

from storage.engine import SAFE_FOR_MANY, sqlite_module
from storage.errors import StoreInUseError
from storage.process_lock import ProcessLock
from storage.store import Store
from storage.tables.events import EventRow
from storage.tables.people import MemberRow, MembershipRow, TeamRow

Adding = Callable[[Session], int]
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


async def test_what_is_written_is_there(any_store: Store) -> None:
    number = await any_store.write(lambda session: _add(session, "East"))

    assert await any_store.read(lambda session: session.get_one(TeamRow, number).name) == "East"


async def test_a_work_that_fails_takes_nothing_with_it(any_store: Store) -> None:
    names = [f"Team {number}" for number in range(40)]

    results = await asyncio.gather(
        *(any_store.write(partial(_add_or_fail, name=name)) for name in names),
        return_exceptions=True,
    )

    failed = [result for result in results if isinstance(result, ValueError)]
    assert len(failed) == 8
    assert await any_store.read(_names) == sorted(name for name in names if int(name[5:]) % 5)


async def test_when_the_database_refuses_the_whole_each_work_learns_its_own_fate(store: Store) -> None:
    def refused_at_the_end(session: Session) -> int:
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        session.add(MembershipRow(member_id=404, team_id=404, role="rep"))
        return 0

    works: list[Adding] = [
        refused_at_the_end,
        *(partial(_add, name=f"Team {number}") for number in range(10)),
    ]
    results = await asyncio.gather(*(store.write(work) for work in works), return_exceptions=True)

    assert isinstance(results[0], IntegrityError)
    assert len(set(results)) == 11
    assert len(await store.read(_names)) == 10


async def test_two_who_read_then_write_lose_nothing(any_store: Store) -> None:
    member = await any_store.write(_add_member)

    def count_up(session: Session) -> None:
        row = session.get_one(MemberRow, member)
        row.name = str(int(row.name) + 1)
        session.add(row)

    await asyncio.gather(*(any_store.write(count_up) for _ in range(60)))

    assert await any_store.read(lambda session: session.get_one(MemberRow, member).name) == "60"


def test_a_transaction_that_raises_keeps_nothing(any_store: Store) -> None:
    def fail() -> None:
        with any_store.transaction() as session:
            _add_or_fail(session, "Team 0")

    with pytest.raises(ValueError, match="Team 0"):
        fail()

    with any_store.transaction() as session:
        assert _names(session) == []


async def test_a_moment_without_a_zone_is_refused(any_store: Store) -> None:
    naive = NOON.replace(tzinfo=None)

    with pytest.raises(StatementError, match="has no time zone"):
        await any_store.write(lambda session: session.add(EventRow(at=naive, action="look", subject="customer")))


async def test_a_moment_comes_back_in_utc(any_store: Store) -> None:
    shanghai = datetime.fromisoformat("2026-03-02T20:00:00.123456+08:00")
    await any_store.write(lambda session: session.add(EventRow(at=shanghai, action="look", subject="customer")))

    moment = await any_store.read(lambda session: session.exec(select(EventRow.at)).one())

    assert moment == shanghai
    assert moment.utcoffset() == NOON.utcoffset()


async def test_a_reader_cannot_write(any_store: Store) -> None:
    with pytest.raises(Exception, match=r"read.?only"):
        await any_store.read(lambda session: _add(session, "East"))


async def test_closing_finishes_what_waits(any_store: Store) -> None:
    waiting = [asyncio.ensure_future(any_store.write(lambda session: _add(session, "East"))) for _ in range(20)]
    await asyncio.sleep(0)

    any_store.close()

    assert len(await asyncio.gather(*waiting)) == 20


def test_sqlite_is_set_to_survive_power_loss_and_to_mind_references(store: Store) -> None:
    with store.transaction() as session:
        pragmas = {name: _pragma(session, name) for name in ("journal_mode", "synchronous", "foreign_keys")}

    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_an_old_sqlite_lets_one_process_in(tmp_path: Path) -> None:
    first = ProcessLock.take(tmp_path / "rapport.db")
    with pytest.raises(StoreInUseError, match="only one"):
        ProcessLock.take(tmp_path / "rapport.db")

    first.release()
    ProcessLock.take(tmp_path / "rapport.db").release()


def test_pysqlite3_is_new_enough_where_it_has_a_wheel() -> None:
    pytest.importorskip("pysqlite3")
    assert sqlite_module().sqlite_version_info >= SAFE_FOR_MANY


def _add(session: Session, name: str) -> int:
    row = TeamRow(name=name)
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def _add_or_fail(session: Session, name: str) -> int:
    number = _add(session, name)
    if int(name[5:]) % 5 == 0:
        raise ValueError(name)
    return number


def _add_member(session: Session) -> int:
    row = MemberRow(name="0", language="en", zone="UTC")
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def _names(session: Session) -> list[str]:
    return sorted(session.exec(select(TeamRow.name)).all())


def _pragma(session: Session, name: str) -> object:
    return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
