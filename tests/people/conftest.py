"""The company of the stories; a module that overrides `session` with `any_store` runs on both engines."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from storage.store import Store


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.transaction() as session:
        yield session
