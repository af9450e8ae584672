"""The process: how it ends, and what it says then."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from bot.settings import Settings
from simulator import Simulator
from tests.bot.conftest import TOKEN

PROGRAM = """
import sys
from bot.running import run
from bot.settings import load_settings
from tests.echo import furnish
sys.exit(run(load_settings(None), furnish))
"""


async def process(settings: Settings, **more: str) -> asyncio.subprocess.Process:
    environment = os.environ | {
        "RAPPORT_TOKEN": TOKEN,
        "RAPPORT_API_URL": settings.api_url,
        "RAPPORT_DATABASE_URL": settings.database_url,
        **more,
    }
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, env=environment, stdout=pipe, stderr=pipe, cwd=Path(__file__).parents[2]
    )


async def test_a_wrong_token_ends_the_process_with_one_clear_line(settings: Settings, telegram: Simulator) -> None:
    telegram.refuse(status=401, description="Unauthorized", method="getMe")
    running = await process(settings)
    _, errors = await running.communicate()
    last = errors.decode().splitlines()[-1]
    assert (running.returncode, last) == (
        3,
        "Telegram refuses RAPPORT_TOKEN (123456789:***). Ask @BotFather for the right one.",
    )
    assert TOKEN not in errors.decode()


async def test_told_to_stop_it_ends_well_and_in_time(settings: Settings, telegram: Simulator) -> None:
    anna = telegram.person("Anna")
    anna.say("hi")
    running = await process(settings)
    await telegram.until(lambda: anna.received, 20)
    os.kill(running.pid, signal.SIGTERM)
    async with asyncio.timeout(5):
        _, errors = await running.communicate()
    assert running.returncode == 0, errors
    assert TOKEN not in errors.decode()


async def test_told_to_stop_while_telegram_is_away_it_stops(settings: Settings, telegram: Simulator) -> None:
    telegram.refuse(status=502, method="getMe", times=1000)
    running = await process(settings)
    await telegram.until(lambda: telegram.calls_of("getMe"), 20)
    os.kill(running.pid, signal.SIGTERM)
    async with asyncio.timeout(5):
        await running.communicate()
    assert running.returncode == 0
