"""The handlers' side of the journey, as the bot puts it together."""

from collections.abc import Iterator

import pytest

from handlers.answering import Answering
from papers.worker import Worker
from storage.store import Store
from tests.people.desks import HOUSE


@pytest.fixture
def answering(any_store: Store) -> Iterator[Answering]:
    async def fetch(_file: str) -> bytes:
        raise AssertionError("nothing is downloaded")

    worker = Worker(1)
    yield Answering(any_store, HOUSE, fetch, worker)
    worker.close()
