"""A bot that echoes, on a real database, beside a loopback Telegram."""

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bot.app import build
from bot.settings import Settings
from simulator import Simulator
from tests.bot.stage import Stage

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.fixture
async def telegram() -> AsyncIterator[Simulator]:
    async with Simulator(token=TOKEN) as simulator:
        yield simulator


@pytest.fixture
def settings(sqlite_url: str, telegram: Simulator) -> Settings:
    return Settings(token=SecretStr(TOKEN), api_url=telegram.api_url, database_url=sqlite_url, timezone="UTC")


@pytest.fixture
async def stage(settings: Settings, telegram: Simulator) -> AsyncIterator[Stage]:
    """A bot at work."""
    stage = Stage(telegram)
    async with build(settings, stage.furnish):
        yield stage
