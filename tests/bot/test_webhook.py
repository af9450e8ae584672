"""The other way in: Telegram calls; and what the health page tells."""

import socket
from contextlib import suppress

import aiohttp
import pytest
from pydantic import SecretStr

from bot.app import build
from bot.settings import Settings
from simulator import Simulator
from tests.bot.stage import Stage


def free_port() -> int:
    """Below those that the system gives to outgoing connections: one could take it while the bot is down."""
    for port in range(20_000, 30_000):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    port = free_port()
    return settings.model_copy(
        update={"webhook_url": f"http://127.0.0.1:{port}/hook", "webhook_secret": SecretStr("s3cret"), "port": port}
    )


async def health(settings: Settings) -> tuple[int, dict[str, object]]:
    address = f"http://127.0.0.1:{settings.port}/healthz"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, await answer.json()


async def test_a_message_comes_by_webhook(stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    anna.say("visited Acme")
    await stage.telegram.until(lambda: anna.received)
    assert anna.latest.text == "visited Acme"
    assert not stage.telegram.calls_of("getUpdates")


async def test_what_telegram_could_not_deliver_comes_later(settings: Settings, telegram: Simulator) -> None:
    anna = telegram.person("Anna")
    telegram.telegram.pusher.unit = 0.01
    stage = Stage(telegram)
    async with build(settings, stage.furnish):
        anna.say("one")
        await telegram.until(lambda: anna.received)
    anna.say("two")
    async with build(settings, stage.furnish):
        await telegram.until(lambda: len(anna.received) == 2)
    assert [message.text for message in anna.received] == ["one", "two"]


async def test_from_webhook_to_polling_nothing_is_lost_or_doubled(settings: Settings, telegram: Simulator) -> None:
    anna = telegram.person("Anna")
    stage = Stage(telegram)
    async with build(settings, stage.furnish):
        anna.say("one")
        await telegram.until(lambda: anna.received)
    async with build(settings.model_copy(update={"webhook_url": ""}), stage.furnish):
        anna.say("two")
        await telegram.until(lambda: len(anna.received) == 2)
        await stage.settled()
        assert [said for _, said in await stage.handled()] == ["one", "two"]


async def test_the_health_page_of_a_bot_at_work(settings: Settings, stage: Stage) -> None:
    anna = stage.telegram.person("Anna")
    anna.say("hi")
    await stage.telegram.until(lambda: anna.received)
    assert await health(settings) == (200, {"ok": True, "database": "here", "replicas": 1, "telegram": "heard"})
