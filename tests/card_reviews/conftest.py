"""A session of each engine."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from storage.store import Store


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session
