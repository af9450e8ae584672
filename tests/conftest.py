"""What every test may ask for: a store on a real file, a real PostgreSQL, and the company of the stories on both."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from sqlmodel import Session

from storage.migrating import migrate
from storage.store import Store, open_store
from tests.people.company import Company, found_company
from tests.postgres import Postgres


def pytest_collection_finish() -> None:
    """What was imported stays: looking for rubbish in it again and again would take a third of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def plain_tracebacks() -> None:
    """As the bot's own logs have them: with every local variable a fault takes seconds to write down."""
    *others, _ = structlog.get_config()["processors"]
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*others, plain])


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database to copy: migrating anew for each test would take most of its time."""
    path = tmp_path_factory.mktemp("migrated") / "rapport.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated_file: Path) -> str:
    shutil.copy(migrated_file, tmp_path / "rapport.db")
    return f"sqlite:///{tmp_path}/rapport.db"


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    """An empty store on a SQLite file, migrated."""
    yield from _opened(sqlite_url)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server for the whole run."""
    server = Postgres()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def migrated_database(postgres: Postgres) -> str:
    url = postgres.make("rapport")
    migrate(url)
    return url


@pytest.fixture
def postgres_url(postgres: Postgres, migrated_database: str) -> str:
    """An empty database, migrated."""
    postgres.empty(migrated_database)
    return migrated_database


@pytest.fixture
def postgres_store(postgres_url: str) -> Iterator[Store]:
    """An empty store on PostgreSQL, migrated."""
    yield from _opened(postgres_url)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty, migrated database on each of the two engines."""
    wanted = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    address: str = request.getfixturevalue(wanted)
    return address


@pytest.fixture
def any_store(url: str) -> Iterator[Store]:
    """The test runs twice: on SQLite and on PostgreSQL."""
    yield from _opened(url)


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


@pytest.fixture
def company(session: Session) -> Company:
    return found_company(session)


def _opened(url: str) -> Iterator[Store]:
    store = open_store(url)
    yield store
    store.close()
