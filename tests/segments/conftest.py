"""The company of the stories, on SQLite."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from storage.store import Store
from tests.people.company import Company, found_company


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.transaction() as session:
        yield session


@pytest.fixture
def company(session: Session) -> Company:
    return found_company(session)
