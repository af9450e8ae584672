"""Anna the rep and Boris the manager; a module that overrides `session` with `any_store` runs on both engines."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from sales.people import Member, Role
from storage.store import Store
from tests.reminders.chatting import Chatting
from tests.reminders.office import TODAY, hire, promise


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.transaction() as session:
        yield session


@pytest.fixture
def anna(session: Session) -> Member:
    return hire(session, "Anna")


@pytest.fixture
def boris(session: Session) -> Member:
    return hire(session, "Boris", role=Role.MANAGER)


@pytest.fixture
def chat(session: Session, anna: Member) -> Chatting:
    return Chatting(session, anna)


@pytest.fixture
def follow_up(chat: Chatting) -> int:
    """Due on Monday at nine, and Anna has been reminded."""
    number = promise(chat.session, chat.member, TODAY)
    chat.is_reminded(number)
    return number
