"""What is taken in: the chat and number of any update, and each update once."""

import json

import pytest

from bot.clock import Clock
from bot.lanes import lane_of, number_of
from bot.reception import Reception
from storage.queues.inbox import INBOX
from storage.store import Store

UPDATE = {"update_id": 5, "message": {"message_id": 1, "chat": {"id": 7}, "text": "拜访 Acme"}}


@pytest.mark.parametrize(
    ("raw", "lane", "number"),
    [
        pytest.param(UPDATE, 7, 5, id="a message"),
        pytest.param({"update_id": 6, "edited_message": {"chat": {"id": -7}}}, -7, 6, id="an edit in a group"),
        pytest.param(
            {"update_id": 7, "callback_query": {"from": {"id": 3}, "message": {"chat": {"id": 8}}}}, 8, 7, id="a tap"
        ),
        pytest.param({"update_id": 8, "inline_query": {"from": {"id": 3}}}, 3, 8, id="no chat at all"),
        pytest.param({"update_id": "9", "message": {"chat": {"id": "x"}}}, 0, None, id="numbers that are none"),
        pytest.param({"message": [1]}, 0, None, id="not an object inside"),
        pytest.param([UPDATE], 0, None, id="not an object"),
        pytest.param("hi", 0, None, id="words"),
    ],
)
def test_chat_and_number_of_any_update(raw: object, lane: int, number: int | None) -> None:
    assert (lane_of(raw), number_of(raw)) == (lane, number)


async def test_the_same_by_polling_and_by_webhook_is_one(store: Store) -> None:
    reception = Reception(store, Clock(), bot=1)
    assert await reception.take_in([UPDATE]) == 1
    assert await reception.take_in([UPDATE]) == 0
    await reception.take_in_body(json.dumps(UPDATE, indent=2, ensure_ascii=False).encode())
    assert sum((await store.read(INBOX.counts)).values()) == 1


async def test_a_number_that_starts_anew_is_another_update(store: Store) -> None:
    reception = Reception(store, Clock(), bot=1)
    await reception.take_in([UPDATE])
    assert await reception.take_in([UPDATE | {"message": {"message_id": 2, "chat": {"id": 7}}}]) == 1


async def test_what_is_no_json_is_kept_too(store: Store) -> None:
    await Reception(store, Clock(), bot=1).take_in_body(b"\xff{not json")
    assert sum((await store.read(INBOX.counts)).values()) == 1


async def test_nothing_heard_writes_nothing_but_was_heard(store: Store) -> None:
    reception = Reception(store, Clock(), bot=1)
    before = reception.last
    assert await reception.take_in([]) == 0
    assert reception.last > before
