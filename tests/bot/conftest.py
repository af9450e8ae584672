"""A bot that echoes, on a real database, beside a loopback Telegram."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, build
from bot.settings import Settings
from simulator import Simulator
from tests.echo import furnish

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.fixture
async def telegram() -> AsyncIterator[Simulator]:
    async with Simulator(token=TOKEN) as simulator:
        yield simulator


@pytest.fixture
def settings(tmp_path: Path, telegram: Simulator) -> Settings:
    return Settings(
        token=TOKEN, api_url=telegram.api_url, database_url=f"sqlite:///{tmp_path}/rapport.db", timezone="UTC"
    )


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[App]:
    async with build(settings, furnish) as running:
        yield running
