"""A company with customers that stand on record twice, on both engines."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from storage.store import Store
from tests.people.company import Company, found_company


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


@pytest.fixture
def company(session: Session) -> Company:
    return found_company(session)
