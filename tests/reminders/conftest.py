"""Anna the rep and Boris the manager, on both engines."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from sales.people import Member, Role
from storage.store import Store
from tests.reminders.office import hire


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


@pytest.fixture
def anna(session: Session) -> Member:
    return hire(session, "Anna")


@pytest.fixture
def boris(session: Session) -> Member:
    return hire(session, "Boris", role=Role.MANAGER)
