"""Creates the database and brings it up to date, on a connection of its own, with a backup first."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from storage.backup import back_up, backup_place
from storage.engine import address_of, lock_if_needed, sqlite_engine, sqlite_path
from storage.transactions import out_of_reach

SCRIPTS = Path(__file__).parent / "migrations"
# Any number: replicas that start together wait for the one that migrates.
_POSTGRES_LOCK = "SELECT pg_advisory_xact_lock(724183)"


class MigrationError(Exception):
    """The database could not be brought up to date and is as it was before."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """From which revision to which; the same if there was nothing to do. `backup` is the copy made before."""

    before: str | None
    after: str | None
    backup: Path | None = None


def migrate(url: str, scripts: Path = SCRIPTS) -> Migrated:
    """Create or upgrade; call before open_store(). Raises MigrationError and changes nothing if that fails."""
    with migration_connection(url) as connection:
        before, after = revision_of(connection), newest_revision(scripts)
    if before == after:
        return Migrated(before, after)
    _refuse_newer(before, scripts)
    backup = _backup_before(url, before)
    with migration_connection(url) as connection:
        command.upgrade(migration_config(connection, scripts), "head")
        _check_foreign_keys(connection)
    return Migrated(before, after, backup)


@contextmanager
def migration_connection(url: str) -> Iterator[Connection]:
    """One transaction with foreign keys off: Alembic recreates tables, which would delete their children."""
    with ExitStack() as stack:
        engine = _migration_engine(url, stack)
        connection = stack.enter_context(_begun(engine))
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(_POSTGRES_LOCK)
        yield connection


def revision_of(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def newest_revision(scripts: Path = SCRIPTS) -> str | None:
    return ScriptDirectory(str(scripts)).get_current_head()


def migration_config(connection: Connection, scripts: Path = SCRIPTS) -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _begun(engine: Engine) -> Iterator[Connection]:
    with out_of_reach(), engine.begin() as connection:
        yield connection


def _migration_engine(url: str, stack: ExitStack) -> Engine:
    address = address_of(url)
    if address.get_backend_name() == "postgresql":
        return create_engine(address, poolclass=NullPool, connect_args={"connect_timeout": 5})
    path = sqlite_path(address)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = lock_if_needed(path)
    if lock is not None:
        stack.callback(lock.release)
    engine = sqlite_engine(address, poolclass=NullPool)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=OFF"))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _refuse_newer(revision: str | None, scripts: Path) -> None:
    known = {script.revision for script in ScriptDirectory(str(scripts)).walk_revisions()}
    if revision is not None and revision not in known:
        raise MigrationError(f"the database is at revision {revision}, which this version of Rapport does not know")


def _backup_before(url: str, revision: str | None) -> Path | None:
    if revision is None or address_of(url).get_backend_name() != "sqlite":
        return None
    return back_up(url, backup_place(url, f"before-{revision}"))


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise MigrationError(f"{len(broken)} rows would point to nothing, the first in {broken[0][0]}")
