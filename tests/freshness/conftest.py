"""The company of the stories on both engines, and a customer of Anna's."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from storage.store import Store
from tests.freshness.office import Office
from tests.people.company import found_company


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


@pytest.fixture
def office(session: Session) -> Office:
    return Office(found_company(session))
