"""Failures ordered in advance, and the flood limits."""

import asyncio
from collections import deque

import aiohttp
import pytest

from simulator import Person, Simulator
from simulator.limits import Limiter
from tests.simulator.caller import Caller


async def test_a_flood_wait(sim: Simulator, api: Caller, anna: Person) -> None:
    sim.refuse(status=429, retry_after=7, times=2)
    answers = [await api("sendMessage", chat_id=anna.id, text="x") for _ in range(3)]
    assert [answer.status for answer in answers] == [429, 429, 200]
    assert answers[0].body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }


async def test_a_refusal_for_one_chat_and_method(sim: Simulator, api: Caller, anna: Person) -> None:
    boris = sim.person("Boris")
    boris.say("/start")
    sim.refuse(status=403, description="Forbidden: bot was blocked by the user", method="sendMessage", chat=boris.id)
    statuses = [(await api("sendMessage", chat_id=chat, text="x")).status for chat in (anna.id, boris.id, boris.id)]
    assert statuses == [200, 403, 200]


@pytest.mark.parametrize(("when", "sent"), [("before", 0), ("after", 1)])
async def test_a_server_error_before_or_after_the_effect(
    sim: Simulator, api: Caller, anna: Person, when: str, sent: int
) -> None:
    await api.control("refuse", status=502, description="Bad Gateway", when=when)
    answer = await api("sendMessage", chat_id=anna.id, text="x")
    assert (answer.status, answer.reason, len(anna.received)) == (502, "Bad Gateway", sent)
    assert sim.calls[-1].status == 502


@pytest.mark.parametrize(("when", "sent"), [("before", 0), ("after", 1)])
async def test_a_cut_connection(sim: Simulator, api: Caller, anna: Person, when: str, sent: int) -> None:
    await api.control("refuse", status="cut", when=when)
    with pytest.raises(aiohttp.ClientConnectionError):
        await api("sendMessage", chat_id=anna.id, text="x")
    assert (len(anna.received), sim.calls[-1].status) == (sent, 0)


async def test_an_answer_that_never_comes(sim: Simulator, api: Caller, anna: Person) -> None:
    sim.refuse(status="hang", when="after")
    call = asyncio.create_task(api("sendMessage", chat_id=anna.id, text="x"))
    await sim.until(lambda: anna.received)
    assert not call.done()
    call.cancel()
    await asyncio.wait([call])


async def test_polling_is_spared_unless_named(sim: Simulator, api: Caller) -> None:
    sim.refuse(status=500)
    assert (await api("getUpdates")).status == 200
    sim.refuse(status=500, method="getUpdates")
    assert (await api("getUpdates")).status == 500


def ticking(*times: float) -> Limiter:
    moments = deque(times)
    return Limiter(tick=moments.popleft, on=True)


def test_one_a_second_to_a_chat_after_a_short_burst() -> None:
    limiter = ticking(0, 0, 0, 0, 0, 1.5, 1.6)
    assert [limiter.wait(1) for _ in range(7)] == [0, 0, 0, 0, 1, 0, 1]


def test_thirty_a_second_in_all() -> None:
    limiter = ticking(*[0.0] * 31, 0.1)
    assert [limiter.wait(chat) for chat in range(1, 33)] == [0] * 30 + [1, 0]


def test_twenty_a_minute_to_a_group() -> None:
    limiter = ticking(*(2.0 * n for n in range(21)), 61.0)
    assert [limiter.wait(-5) for _ in range(22)] == [0] * 20 + [20, 0]


async def test_the_limits_answer_as_telegram_does(sim: Simulator, api: Caller, anna: Person) -> None:
    await api.control("pace", limits=True)
    sim.telegram.limiter.tick = lambda: 0.0
    answers = [await api("sendMessage", chat_id=anna.id, text="x") for _ in range(5)]
    assert [answer.status for answer in answers] == [200] * 4 + [429]


async def test_latency_is_per_call(sim: Simulator, api: Caller, anna: Person) -> None:
    sim.latency = 0.02
    await asyncio.gather(*(api("sendMessage", chat_id=anna.id, text=str(n)) for n in range(30)))
    assert (len(anna.received), sim.counts["sendMessage"]) == (30, 30)
