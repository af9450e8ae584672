"""Makes the engines: SQLite with one writer and the settings that keep it safe, or PostgreSQL with several."""

import json
import sqlite3
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import QueuePool

from storage.process_lock import ProcessLock

# Older SQLite can corrupt a WAL database when two connections write and checkpoint at the same time.
SAFE_FOR_MANY = (3, 51, 3)
_write_json = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Engines:
    """How one database is reached. `batch` works at most share a transaction in each of `writers` threads."""

    write: Engine
    read: Engine
    writers: int
    readers: int
    batch: int
    lock: ProcessLock | None = None

    def close(self) -> None:
        self.read.dispose()
        self.write.dispose()
        if self.lock is not None:
            self.lock.release()


def open_engines(url: str) -> Engines:
    address = address_of(url)
    return _open_sqlite(address) if address.get_backend_name() == "sqlite" else _open_postgres(address)


def address_of(url: str) -> URL:
    """The address with the driver that we use, whichever it names."""
    parsed = make_url(url)
    match parsed.get_backend_name():
        case "sqlite":
            return parsed.set(drivername="sqlite")
        case "postgresql" | "postgres":
            return parsed.set(drivername="postgresql+psycopg")
        case other:
            raise ValueError(f"{other} is not a database that we know: sqlite:///data/rapport.db or postgresql://…")


def sqlite_module() -> ModuleType:
    """The newest SQLite at hand: pysqlite3 brings its own where it has a wheel."""
    try:
        from pysqlite3 import dbapi2
    except ImportError:
        return sqlite3
    return dbapi2  # type: ignore[no-any-return] # pysqlite3 publishes no types


def sqlite_engine(url: URL, **options: Any) -> Engine:  # noqa: ANN401 - passed on to create_engine
    """An engine that leaves BEGIN to us: the driver's own transactions start too late to prevent lost updates."""
    connect_args = {"isolation_level": None, "check_same_thread": False}
    return create_engine(
        url,
        module=sqlite_module(),
        connect_args=connect_args,
        json_serializer=_write_json,
        # An error of the database goes into logs: names and numbers of customers must not.
        hide_parameters=True,
        **options,
    )


def lock_if_needed(database: Path) -> ProcessLock | None:
    """Keep other processes away from a database that this build of SQLite could corrupt together with them."""
    return None if sqlite_module().sqlite_version_info >= SAFE_FOR_MANY else ProcessLock.take(database)


def _open_sqlite(url: URL) -> Engines:
    path = sqlite_path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = lock_if_needed(path)
    write = sqlite_engine(url, poolclass=QueuePool, pool_size=1, max_overflow=0)
    event.listen(write, "connect", _prepare_writer)
    event.listen(write, "begin", _begin_writing)
    read = sqlite_engine(url, poolclass=QueuePool, pool_size=2, max_overflow=0)
    event.listen(read, "connect", _prepare_reader)
    event.listen(read, "begin", _begin_reading)
    return Engines(write=write, read=read, writers=1, readers=2, batch=64, lock=lock)


def sqlite_path(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise ValueError("SQLite needs a file: sqlite:///data/rapport.db")
    return Path(url.database)


def _prepare_writer(connection: sqlite3.Connection, _record: object) -> None:
    # busy_timeout first: switching to WAL needs the lock that another process may hold.
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_reader(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("busy_timeout=10000", "query_only=ON", "wal_autocheckpoint=0"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_writing(connection: Connection) -> None:
    # A transaction that reads first and writes later would otherwise lose updates.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _open_postgres(url: URL) -> Engines:
    write = _postgres_engine(url, pool_size=5)
    read = _postgres_engine(url, pool_size=4).execution_options(postgresql_readonly=True)
    return Engines(write=write, read=read, writers=4, readers=4, batch=8)


def _postgres_engine(url: URL, pool_size: int) -> Engine:
    # A stopped client must not hold locks or keep dead rows from being cleaned away.
    options = "-c timezone=UTC -c idle_in_transaction_session_timeout=15s -c lock_timeout=10s"
    return create_engine(
        url,
        pool_size=pool_size,
        max_overflow=2,
        pool_pre_ping=True,
        json_serializer=_write_json,
        hide_parameters=True,
        connect_args={"connect_timeout": 5, "options": options},
    )
