"""The doctor's look at Telegram, or at what stands in its place: whether it is there and knows the bot."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from telegram.error import InvalidToken, TelegramError

from bot.adapter import Me
from bot.commands.verdicts import Verdict, good, note, wrong
from bot.settings import TELEGRAM, Settings
from bot.telegram_access import Access, open_access
from delivery.redaction import redact

_PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Answered:
    """Who the bot is, where its updates go, and what Telegram could not deliver."""

    me: Me
    webhook: str
    waiting: int
    failed_at: datetime | None
    failure: str


def ask_telegram(settings: Settings) -> tuple[list[Verdict], int | None]:
    """The verdicts, and the bot's number where it is known."""
    if not settings.token.get_secret_value():
        return [
            note("no token: `rapport run` starts the demo", "RAPPORT_TOKEN from @BotFather serves real phones")
        ], None
    where = "Telegram" if settings.api_url == TELEGRAM else settings.api_url
    try:
        answered = asyncio.run(_ask(settings))
    except InvalidToken:
        return [wrong(f"{where} refuses RAPPORT_TOKEN", "ask @BotFather for the right one")], None
    except (TelegramError, TimeoutError, OSError) as error:
        mend = "check the network, RAPPORT_API_URL and RAPPORT_PROXY"
        return [wrong(f"{where} does not answer: {redact(str(error) or type(error).__name__)}", mend)], None
    return [good(f"{where} knows the bot: @{answered.me.username}"), *_webhook(settings, answered)], answered.me.id


def _webhook(settings: Settings, answered: Answered) -> list[Verdict]:
    found = []
    if answered.webhook != settings.webhook_url:
        what = (
            f"updates go to {answered.webhook or 'nowhere'}, not to {settings.webhook_url or 'whoever asks for them'}"
        )
        found.append(note(what, "`rapport run` changes that when it starts"))
    if answered.failure:
        mend = "check that RAPPORT_WEBHOOK_URL leads here, with a valid certificate"
        found.append(wrong(f"Telegram could not deliver at {answered.failed_at}: {answered.failure}", mend))
    if answered.waiting:
        found.append(note(f"{answered.waiting} updates wait at Telegram", "they come when the bot runs"))
    return found


async def _ask(settings: Settings) -> Answered:
    access = open_access(settings)
    await access.request.initialize()
    try:
        async with asyncio.timeout(_PATIENCE):
            return await _answers(access)
    finally:
        await access.request.shutdown()


async def _answers(access: Access) -> Answered:
    me, hook = await access.bot.get_me(), await access.bot.get_webhook_info()
    failure = (hook.last_error_message or "") if hook.url else ""
    return Answered(
        Me(me.id, me.username or ""), hook.url, hook.pending_update_count, hook.last_error_date, redact(failure)
    )
