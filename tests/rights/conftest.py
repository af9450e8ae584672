"""The handlers' side of the journey, and a world that is made once a module and found untouched by each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.answering import Answering
from papers.worker import Worker
from storage.store import Store, open_store
from tests.people.company import found_company
from tests.people.desks import HOUSE
from tests.rights.world import World, made


@pytest.fixture
def answering(any_store: Store) -> Iterator[Answering]:
    async def fetch(_file: str) -> bytes:
        raise AssertionError("nothing is downloaded")

    worker = Worker(1)
    yield Answering(any_store, HOUSE, fetch, worker)
    worker.close()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def world_of_the_module(
    request: pytest.FixtureRequest, migrated_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Making it takes longer than most tests that look at it."""
    if request.param == "sqlite":
        file = shutil.copy(migrated_file, tmp_path_factory.mktemp("world") / "rapport.db")
        url = f"sqlite:///{file}"
    else:
        url = request.getfixturevalue("migrated_database")
        request.getfixturevalue("postgres").empty(url)
    store = open_store(url)
    with store.transaction() as session:
        yield made(session, found_company(session))
    store.close()


@pytest.fixture
def kept_world(world_of_the_module: World) -> Iterator[World]:
    """What a test does to it is taken back."""
    before = world_of_the_module.company.session.begin_nested()
    yield world_of_the_module
    before.rollback()
