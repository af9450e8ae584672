"""getUpdates: what is confirmed is gone, what is not comes again."""

import asyncio
from datetime import timedelta

import pytest

from simulator import Person, Simulator
from tests.simulator.caller import Caller

OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def said(updates: list[dict[str, object]]) -> list[object]:
    return [update["message"]["text"] for update in updates if isinstance(update["message"], dict)]


async def test_an_update_comes_again_until_it_is_confirmed(api: Caller, anna: Person) -> None:
    anna.say("one")
    first, again = await api.updates(), await api.updates()
    assert first == again
    assert await api.updates(offset=first[0]["update_id"] + 1) == []


async def test_numbers_go_up_by_one(api: Caller, anna: Person) -> None:
    for word in ("one", "two", "three"):
        anna.say(word)
    updates = await api.updates()
    start = updates[0]["update_id"]
    assert [update["update_id"] - start for update in updates] == [0, 1, 2]


async def test_a_limit_leaves_the_rest_for_later(api: Caller, anna: Person) -> None:
    for word in ("one", "two", "three"):
        anna.say(word)
    some = await api.updates(limit=2)
    rest = await api.updates(offset=some[-1]["update_id"] + 1)
    assert (said(some), said(rest)) == (["one", "two"], ["three"])


async def test_a_negative_offset_keeps_only_the_end(sim: Simulator, api: Caller, anna: Person) -> None:
    for word in ("one", "two", "three"):
        anna.say(word)
    assert said(await api.updates(offset=-1)) == ["three"]
    assert sim.undelivered == 1


async def test_an_offset_far_ahead_confirms_nothing(api: Caller, anna: Person) -> None:
    anna.say("one")
    number = (await api.updates())[0]["update_id"]
    assert said(await api.updates(offset=number + 1000)) == ["one"]


async def test_a_long_poll_ends_with_the_next_message(sim: Simulator, api: Caller, anna: Person) -> None:
    poll = asyncio.create_task(api.updates(timeout=30))
    await sim.until(lambda: sim.calls_of("getUpdates"))
    anna.say("hello")
    assert said(await poll) == ["hello"]


async def test_the_earlier_of_two_pollers_is_sent_away(sim: Simulator, api: Caller, anna: Person) -> None:
    earlier = asyncio.create_task(api("getUpdates", timeout=30))
    await sim.until(lambda: sim.calls_of("getUpdates"))
    later = asyncio.create_task(api("getUpdates", timeout=30))
    refused = await earlier
    anna.say("hello")
    assert (refused.status, refused.reason) == (409, OTHER)
    assert said((await later).result) == ["hello"]


async def test_updates_are_kept_for_a_day(sim: Simulator, api: Caller, anna: Person) -> None:
    anna.say("yesterday")
    sim.clock.forward(timedelta(hours=23))
    anna.say("today")
    sim.clock.forward(timedelta(hours=2))
    assert said(await api.updates()) == ["today"]


async def test_only_the_wanted_kinds_come(api: Caller, anna: Person) -> None:
    await api.updates(allowed_updates=["edited_message"])
    message = anna.say("one")
    anna.edit(message, "two")
    updates = await api.updates()
    assert [sorted(update) for update in updates] == [["edited_message", "update_id"]]


async def test_numbers_jump_after_a_silent_week(sim: Simulator, api: Caller, anna: Person) -> None:
    anna.say("one")
    last = (await api.updates())[0]["update_id"]
    await api.updates(offset=last + 1)
    sim.clock.forward(timedelta(days=8))
    anna.say("two")
    assert (await api.updates())[0]["update_id"] != last + 1


async def test_numbers_do_not_jump_over_what_waits(sim: Simulator, anna: Person) -> None:
    anna.say("one")
    with pytest.raises(ValueError, match="Undelivered"):
        sim.telegram.feed.jump()


async def test_an_update_as_it_is(sim: Simulator, api: Caller) -> None:
    sim.raw({"message": {"message_id": "seven"}})
    sim.raw({"message": 1}, numbered=False)
    first, second = await api.updates()
    assert first["message"] == {"message_id": "seven"}
    assert second == {"message": 1}


async def test_polling_is_refused_while_a_webhook_is_set(sim: Simulator, api: Caller) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=30))
    await sim.until(lambda: sim.calls_of("getUpdates"))
    await api("setWebhook", url="http://127.0.0.1:9/")
    assert (await poll).reason == "Conflict: terminated by setWebhook request"
    assert (await api("getUpdates")).reason == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    await api("deleteWebhook")
    assert (await api("getUpdates")).status == 200
