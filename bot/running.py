"""Runs the bot until it is told to stop, and says in one line why it could not."""

import asyncio
import gc
import signal
import sys
from contextlib import suppress

from telegram.error import InvalidToken

from bot.app import App, build
from bot.logs import set_up_logs
from bot.premises import Furnish
from bot.settings import Settings
from delivery.redaction import redact
from storage.errors import StoreError

WELL = 0
CANNOT_WORK = 3


def run(settings: Settings, furnish: Furnish) -> int:
    """The process's exit code."""
    set_up_logs()
    return run_app(build(settings, furnish))


def run_app(app: App) -> int:
    try:
        asyncio.run(_until_told(app))
    except InvalidToken:
        token = redact(app.settings.token.get_secret_value())
        return _refuse(f"Telegram refuses RAPPORT_TOKEN ({token}). Ask @BotFather for the right one.")
    except StoreError as error:
        return _refuse(str(error))
    return WELL


async def _until_told(app: App) -> None:
    loop, this = asyncio.get_running_loop(), asyncio.current_task()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, this.cancel if this else loop.stop)
    # Being told to stop is the usual end.
    with suppress(asyncio.CancelledError):
        async with app:
            _settle_down()
            await app.broken()


def _settle_down() -> None:
    """What was loaded stays: looking for rubbish among all of it held every chat up for a fifth of a second."""
    gc.collect()
    gc.freeze()


def _refuse(why: str) -> int:
    sys.stderr.write(f"{why}\n")
    return CANNOT_WORK
