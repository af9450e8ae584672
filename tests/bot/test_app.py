"""The whole way of a message: in, through the workers, out through the outbox."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from telegram.error import InvalidToken

from bot.app import build
from bot.clock import Clock
from bot.journey import CRASHES
from bot.reception import Reception
from bot.settings import Settings
from simulator import Simulator
from simulator.phone import Person
from storage.queues.inbox import INBOX
from storage.queues.leases import Replica
from storage.queues.outbox import Sending
from storage.queues.queue import Wanted
from storage.store import open_store
from tests.bot.stage import Stage

UNREADABLE: dict[str, object] = {"message": {"message_id": 1, "chat": {"id": 7, "type": "private"}}}


def texts(person: Person) -> list[str]:
    return [message.text for message in person.received]


async def test_a_message_is_answered(stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    anna.say("visited Acme")
    await stage.telegram.until(lambda: anna.received)
    assert texts(anna) == ["visited Acme"]


async def test_every_chat_keeps_its_order(stage: Stage) -> None:
    people = [stage.telegram.person(f"rep {number}") for number in range(20)]
    for number in range(3):
        for person in people:
            person.say(f"visit {number}")
    await stage.telegram.until(lambda: all(len(person.received) == 3 for person in people))
    assert all(texts(person) == ["visit 0", "visit 1", "visit 2"] for person in people)


async def test_a_tap_is_answered_with_a_toast(stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    anna.say("hi")
    await stage.telegram.until(lambda: anna.received)
    tap = anna.tap(anna.latest, "b1")
    await stage.telegram.until(lambda: tap.answered)
    assert tap.text == "ok"


async def test_an_update_that_comes_twice_is_handled_once(stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    anna.say("hi")
    await stage.telegram.until(lambda: anna.received)
    tap = anna.tap(anna.latest, "b1")
    await stage.telegram.until(lambda: tap.answered)
    await stage.settled()
    assert [said for _, said in await stage.handled()] == ["hi", "pressed b1"]


async def test_an_unreadable_update_is_kept_and_harms_nobody(stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    stage.telegram.raw(UNREADABLE)
    stage.telegram.raw({"message": "not even an object"})
    anna.say("hi")
    await stage.telegram.until(lambda: anna.received)
    await stage.settled()
    assert len(await stage.troubles()) == 2


async def test_updates_without_a_number_do_not_stop_the_polling(stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    stage.telegram.raw(UNREADABLE, numbered=False)
    anna.say("hi")
    await stage.telegram.until(lambda: anna.received)
    assert texts(anna) == ["hi"]


async def test_numbers_that_start_anew_are_no_obstacle(stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    for words in ("one", "two", "three"):
        anna.say(words)
        await stage.telegram.until(lambda: not stage.telegram.undelivered)
        stage.telegram.telegram.feed.jump()
    await stage.telegram.until(lambda: len(anna.received) == 3)
    assert texts(anna) == ["one", "two", "three"]


async def test_after_three_failures_it_is_trouble_and_the_rep_is_told(stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    anna.say("fail")
    anna.say("visited Acme")
    await stage.telegram.until(lambda: len(anna.received) == 2, 10)
    assert texts(anna) == ["sorry", "visited Acme"]
    assert await stage.troubles() == ["RuntimeError: told to fail"]


async def test_what_was_said_while_the_bot_was_away_is_answered(settings: Settings, telegram: Simulator) -> None:
    anna = telegram.person("Anna")
    stage = Stage(telegram)
    async with build(settings, stage.furnish):
        anna.say("one")
        await telegram.until(lambda: anna.received)
    anna.say("two")
    async with build(settings, stage.furnish):
        await telegram.until(lambda: len(anna.received) == 2)
    assert texts(anna) == ["one", "two"]


async def test_the_bot_stops_in_time_even_when_telegram_hangs(settings: Settings, telegram: Simulator) -> None:
    anna = telegram.person("Anna")
    stage = Stage(telegram)
    telegram.refuse(status="hang", method="sendMessage")
    async with build(settings, stage.furnish):
        anna.say("hi")
        await telegram.until(lambda: telegram.calls_of("sendMessage"))
        stopping_at = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - stopping_at < 5
    async with build(settings, stage.furnish):
        await telegram.until(lambda: anna.received)
        await stage.settled()
        (row,) = await stage.outbox()
    assert (row.state, row.doubts) == ("done", 1)


async def test_a_wrong_token_stops_the_bot(settings: Settings, telegram: Simulator) -> None:
    telegram.refuse(status=401, description="Unauthorized", method="getMe")
    with pytest.raises(InvalidToken):
        async with build(settings, Stage(telegram).furnish):
            pytest.fail("it started")


async def test_a_token_that_is_revoked_stops_the_bot(settings: Settings, telegram: Simulator) -> None:
    async with build(settings, Stage(telegram).furnish) as app:
        telegram.refuse(status=401, description="Unauthorized", method="getUpdates")
        telegram.person("Anna").say("hi")
        with pytest.raises(InvalidToken):
            await app.broken()


@pytest.mark.parametrize("status", [409, 429, 500, 502, "cut"])
async def test_polling_goes_on_after_a_refusal(stage: Stage, status: int) -> None:
    stage.telegram.refuse(status=status, method="getUpdates", retry_after=1)
    anna = stage.telegram.person("Anna")
    anna.say("one")
    await stage.telegram.until(lambda: anna.received)
    anna.say("two")
    await stage.telegram.until(lambda: len(anna.received) == 2)
    assert texts(anna) == ["one", "two"]


async def test_telegram_may_be_away_when_the_bot_starts(settings: Settings, telegram: Simulator) -> None:
    telegram.refuse(status=502, method="getMe")
    anna = telegram.person("Anna")
    anna.say("hi")
    async with build(settings, Stage(telegram).furnish):
        await telegram.until(lambda: anna.received)
    assert texts(anna) == ["hi"]


async def test_due_later_means_later(stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    anna.say("hi")
    now = stage.here.clock.now()
    later = Sending(key="later", chat=anna.id, kind="said", facts={"text": "later"}, due_at=now.replace(year=9000))
    await stage.send(later, Sending(key="now", chat=anna.id, kind="said", facts={"text": "now"}, due_at=now))
    await stage.telegram.until(lambda: len(anna.received) == 2)
    assert sorted(texts(anna)) == ["hi", "now"]


async def crashed_at_it(settings: Settings, times: int) -> None:
    """As if processes had died with the oldest update of each chat in hand."""
    store = open_store(settings.database_url)
    for number in range(times):
        dead = Replica(f"dead {number}", patience=timedelta(0))
        await store.write(partial(INBOX.claim, wanted=Wanted(dead, lanes=10), now=Clock().now()))
    store.close()


async def heard_while_away(settings: Settings, *said: str) -> None:
    store = open_store(settings.database_url)
    for number, words in enumerate(said):
        person = {"id": 1001 + number, "is_bot": False, "first_name": "Anna"}
        chat = {"id": 1001 + number, "type": "private"}
        message = {"message_id": 1, "date": 1772445600, "chat": chat, "from": person, "text": words}
        await Reception(store, Clock(), bot=123456789).take_in([{"update_id": number, "message": message}])
    store.close()


@pytest.mark.parametrize(("crashes", "answered"), [(CRASHES - 1, 2), (CRASHES, 0)])
async def test_what_processes_died_at_is_tried_again_but_not_for_ever(
    settings: Settings, telegram: Simulator, crashes: int, answered: int
) -> None:
    await heard_while_away(settings, "one", "two")
    await crashed_at_it(settings, crashes)
    stage = Stage(telegram)
    async with build(settings, stage.furnish):
        await stage.settled()
        assert len(await stage.handled()) == answered
        assert len(await stage.troubles()) == 2 - answered


async def test_an_update_is_kept_even_when_no_apology_is_possible(stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    anna.say("fail twice")
    anna.say("visited Acme")
    await stage.telegram.until(lambda: anna.received, 10)
    assert texts(anna) == ["visited Acme"]
    assert await stage.troubles() == ["RuntimeError: told to fail"]
