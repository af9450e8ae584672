import asyncio
from functools import partial

import pytest

from sales.cards import Button, Card, Copy
from storage.queues import buttons
from storage.queues.buttons import NotYours, Pressed, Unknown, Used
from storage.store import Session, Store
from storage.tables.people import MemberRow
from tests.storage.conftest import NOON

CARD = Card(
    "Acme Tools",
    rows=(
        (Button("Previous", "page", {"to": 1}), Copy("Copy", "Acme"), Button("Next", "page", {"to": 3})),
        (Button("Undo", "undo", {"telling": 5, "name": "恒大"}),),
    ),
)


@pytest.fixture
def anna(any_store: Store) -> int:
    with any_store.transaction() as session:
        return _member(session)


@pytest.fixture
def tokens(any_store: Store, anna: int) -> list[str]:
    with any_store.transaction() as session:
        return buttons.mint(session, anna, outbox_id=None, card=CARD, now=NOON)


def press(store: Store, token: str, member: int) -> buttons.Press:
    with store.transaction() as session:
        return buttons.press(session, token, member, NOON)


def test_every_button_that_does_something_has_a_short_token(tokens: list[str]) -> None:
    assert len(set(tokens)) == 3
    assert {len(token) for token in tokens} == {12}


def test_a_press_counts_once(any_store: Store, anna: int, tokens: list[str]) -> None:
    assert press(any_store, tokens[2], anna) == Pressed("undo", {"telling": 5, "name": "恒大"}, None)
    assert press(any_store, tokens[2], anna) == Used("undo")


def test_next_previous_next_works(any_store: Store, anna: int, tokens: list[str]) -> None:
    assert press(any_store, tokens[1], anna) == Pressed("page", {"to": 3}, None)
    assert press(any_store, tokens[0], anna) == Pressed("page", {"to": 1}, None)
    with any_store.transaction() as session:
        rendered_again = buttons.mint(session, anna, outbox_id=None, card=CARD, now=NOON)
    assert press(any_store, rendered_again[1], anna) == Pressed("page", {"to": 3}, None)


def test_somebody_elses_button_does_nothing(any_store: Store, anna: int, tokens: list[str]) -> None:
    with any_store.transaction() as session:
        boris = _member(session)

    assert press(any_store, tokens[0], boris) == NotYours()
    assert isinstance(press(any_store, tokens[0], anna), Pressed)


def test_an_invented_token_is_unknown(any_store: Store, anna: int) -> None:
    assert press(any_store, "abcdefghijkl", anna) == Unknown()


async def test_of_two_presses_at_once_one_counts(any_store: Store, anna: int, tokens: list[str]) -> None:
    both = partial(buttons.press, token=tokens[0], member=anna, now=NOON)

    presses = await asyncio.gather(*(any_store.write(both) for _ in range(8)))

    assert sorted(type(one).__name__ for one in presses) == ["Pressed", *["Used"] * 7]


def _member(session: Session) -> int:
    row = MemberRow(name="Anna", language="en", zone="UTC")
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id
