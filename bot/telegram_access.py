"""The way to Telegram: one connection pool, one Bot, and who it says we are."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

import structlog
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.adapter import Me
from bot.polling import ALLOWED
from bot.settings import Settings
from delivery.backing_off import BackOff
from delivery.request import AiohttpRequest

T = TypeVar("T")
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Access:
    """Telegram, reached."""

    request: AiohttpRequest
    bot: Bot
    url: str
    """With the token: never for logs."""


def open_access(settings: Settings) -> Access:
    request = AiohttpRequest(settings.proxy)
    token = settings.token.get_secret_value()
    bot = Bot(
        token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=request,
        get_updates_request=request,
    )
    return Access(request, bot, f"{settings.api_url}/bot{token}")


async def learn_name(access: Access) -> Me:
    user = await insist(access.bot.get_me)
    return Me(user.id, user.username or "")


async def announce_webhook(access: Access, settings: Settings) -> None:
    """Tell Telegram where to call; what waits there is kept."""
    announce = partial(
        access.bot.set_webhook,
        url=settings.webhook_url,
        secret_token=settings.webhook_secret.get_secret_value(),
        allowed_updates=ALLOWED,
        max_connections=100,
    )
    await insist(announce)


async def end_webhook(access: Access) -> None:
    """Polling is refused while a webhook stands."""
    await insist(access.bot.delete_webhook)


async def insist(ask: Callable[[], Awaitable[T]]) -> T:
    """Ask until Telegram answers: a bot that starts before the network is there must not give up."""
    waiting = BackOff()
    while True:
        try:
            return await ask()
        except InvalidToken:
            raise
        except TelegramError as error:
            seconds = waiting.next_seconds()
            log.warning("Telegram is out of reach", error=str(error), again_in=round(seconds, 1))
            await asyncio.sleep(seconds)


def webhook_path(settings: Settings) -> str:
    return urlsplit(settings.webhook_url).path or "/"
