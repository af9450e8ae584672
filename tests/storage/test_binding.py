import pytest

from storage.binding import WrongBotError, bind, rebind
from storage.store import Store


def test_a_database_belongs_to_the_bot_that_it_first_met(any_store: Store) -> None:
    with any_store.transaction() as session:
        bind(session, 7)
        bind(session, 7)
        with pytest.raises(WrongBotError, match="belongs to bot 7, and the token is of bot 8"):
            bind(session, 8)


def test_it_can_be_handed_over(any_store: Store) -> None:
    with any_store.transaction() as session:
        bind(session, 7)
        rebind(session, 8)
        bind(session, 8)
