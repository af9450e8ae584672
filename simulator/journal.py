"""Keeps records on disk: written in batches, because the simulator is also a benchmark's server."""

import asyncio
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from simulator.compact import compact
from simulator.records import Record

PAUSE = 0.05  # seconds between two batches
Key = tuple[str, str]


def write_whole(file: Path, text: str) -> None:
    """Replace a file at once, so that a reader never sees half of it."""
    draft = file.with_name(f"{file.name}.new")
    draft.touch(mode=0o600)  # the address holds the token and the key
    draft.write_text(text, "utf-8")
    os.replace(draft, file)  # noqa: PTH105


def encoded(record: Record | object) -> str:
    slots = getattr(record, "__slots__", None)
    plain = {name: getattr(record, name) for name in slots} if slots else record
    return compact(plain)


class HomeInUseError(OSError):
    """Only one simulator may write to a home."""


class Journal:
    """A table of JSON rows in SQLite; without a home it forgets everything."""

    def __init__(self, home: Path | None) -> None:
        self._dirty: dict[Key, object] = {}
        self._database = open_database(home / "simulator.sqlite") if home else None
        self._task: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()

    def start(self) -> None:
        if self._database:
            self._task = asyncio.create_task(self._write_batches())

    def put(self, kind: str, key: object, record: object) -> None:
        if self._database:
            self._dirty[kind, str(key)] = record
            self._wake.set()

    def drop(self, kind: str, key: object) -> None:
        if self._database:
            self._dirty[kind, str(key)] = None
            self._wake.set()

    def rows(self, kind: str) -> Iterable[str]:
        if not self._database:
            return []
        return [
            body for (body,) in self._database.execute("SELECT body FROM thing WHERE kind = ? ORDER BY rowid", (kind,))
        ]

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.wait([self._task])
        self.flush()
        if self._database:
            self._database.close()
            self._database = None

    def flush(self) -> None:
        if self._database and self._dirty:
            write_batch(self._database, self._take())

    def _take(self) -> list[tuple[str, str, str | None]]:
        dirty, self._dirty = self._dirty, {}
        self._wake.clear()
        return [(kind, key, None if record is None else encoded(record)) for (kind, key), record in dirty.items()]

    async def _write_batches(self) -> None:
        while self._database:
            await self._wake.wait()
            # Not in a thread: a batch takes a few milliseconds, and a cancelled thread would still be writing.
            self.flush()
            await asyncio.sleep(PAUSE)


def open_database(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(file, isolation_level=None, timeout=0.2)
    try:
        # Held until closed: two simulators in one home would overwrite each other's records.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("CREATE TABLE IF NOT EXISTS thing (kind TEXT, key TEXT, body TEXT, PRIMARY KEY (kind, key))")
    except sqlite3.OperationalError as error:
        database.close()
        raise HomeInUseError(f"{file.parent} is in use by another simulator ({error}).") from error
    return database


def write_batch(database: sqlite3.Connection, batch: list[tuple[str, str, str | None]]) -> None:
    database.execute("BEGIN IMMEDIATE")
    # An upsert keeps the rowid, and with it the order in which things came.
    database.executemany(
        "INSERT INTO thing VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body",
        [row for row in batch if row[2] is not None],
    )
    database.executemany("DELETE FROM thing WHERE kind = ? AND key = ?", [row[:2] for row in batch if row[2] is None])
    database.execute("COMMIT")
