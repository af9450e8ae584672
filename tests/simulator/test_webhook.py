"""The webhook: the secret, the order, and again until it is taken."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from simulator import Person, Simulator
from tests.simulator.caller import Caller

SECRET = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(slots=True)
class Listener:
    """A bot's own server: it takes, refuses or keeps waiting as it is told."""

    url: str = ""
    taken: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    holding: dict[str, asyncio.Event] = field(default_factory=dict)
    answer: dict[str, object] | None = None

    async def hear(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.secrets.append(request.headers.get(SECRET))
        text = update.get("message", {}).get("text", "")
        if text in self.holding:
            await self.holding[text].wait()
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            self.taken.append(update)
        return web.json_response(self.answer, status=status) if self.answer else web.Response(status=status)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.taken if "message" in update]


@pytest.fixture
async def listener(sim: Simulator) -> AsyncIterator[Listener]:
    listener = Listener()
    application = web.Application()
    application.router.add_post("/hook", listener.hear)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    listener.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    sim.telegram.pusher.unit = 0.001
    yield listener
    await runner.cleanup()


async def test_updates_are_pushed_with_the_secret(
    sim: Simulator, api: Caller, anna: Person, listener: Listener
) -> None:
    anna.say("before")
    await api("setWebhook", url=listener.url, secret_token="s3cret")
    anna.say("after")
    await sim.until(lambda: len(listener.taken) == 2 and not sim.undelivered)
    assert (listener.texts, listener.secrets) == (["before", "after"], ["s3cret"] * 2)


async def test_a_refused_push_comes_again_and_keeps_the_order(
    sim: Simulator, api: Caller, anna: Person, listener: Listener
) -> None:
    listener.statuses = [503, 500, 502]
    await api("setWebhook", url=listener.url)
    anna.say("one")
    anna.say("two")
    await sim.until(lambda: not sim.undelivered)
    info = (await api("getWebhookInfo")).result
    assert listener.texts == ["one", "two"]
    assert len(listener.secrets) == 5
    assert info["last_error_message"] == "Wrong response from the webhook: 502 Bad Gateway"


async def test_one_slow_chat_does_not_hold_another(
    sim: Simulator, api: Caller, anna: Person, listener: Listener
) -> None:
    listener.holding["slow"] = asyncio.Event()
    await api("setWebhook", url=listener.url)
    anna.say("slow")
    anna.say("after slow")
    sim.person("Boris").say("quick")
    await sim.until(lambda: sim.undelivered == 2)
    listener.holding["slow"].set()
    await sim.until(lambda: not sim.undelivered)
    assert listener.texts == ["quick", "slow", "after slow"]


async def test_nobody_listens_yet(sim: Simulator, api: Caller, anna: Person) -> None:
    sim.telegram.pusher.unit = 0.001
    await api("setWebhook", url="http://127.0.0.1:9/hook")
    anna.say("one")
    await sim.until(lambda: sim.telegram.pusher.webhook.error)
    info = (await api("getWebhookInfo")).result
    assert (info["last_error_message"], info["pending_update_count"]) == ("Connection refused", 1)


async def test_a_webhook_may_answer_with_a_call(sim: Simulator, api: Caller, anna: Person, listener: Listener) -> None:
    listener.answer = {"method": "sendMessage", "chat_id": anna.id, "text": "from the webhook"}
    await api("setWebhook", url=listener.url)
    anna.say("one")
    await sim.until(lambda: anna.received)
    assert anna.latest.text == "from the webhook"


async def test_what_waits_can_be_dropped(sim: Simulator, api: Caller, anna: Person, listener: Listener) -> None:
    anna.say("old")
    await api("setWebhook", url=listener.url, drop_pending_updates=True)
    anna.say("new")
    await sim.until(lambda: listener.taken and not sim.undelivered)
    assert listener.texts == ["new"]


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        pytest.param(
            {"url": "https://example.org/"},
            "bad webhook: the simulator pushes to this machine only",
            id="another machine",
        ),
        pytest.param(
            {"url": "http://127.0.0.1:9/", "secret_token": "a b"},
            "secret token contains unallowed characters",
            id="secret",
        ),
    ],
)
async def test_a_webhook_is_refused(api: Caller, parameters: dict[str, object], reason: str) -> None:
    assert (await api("setWebhook", **parameters)).reason == f"Bad Request: {reason}"
