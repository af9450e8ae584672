"""The little answer to a tap: best effort, past the outbox, as Telegram takes it for 15 seconds only."""

import asyncio

from telegram import Bot
from telegram.error import TelegramError

LIMIT = 200


class Toasts:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._going: set[asyncio.Task[None]] = set()

    def toast(self, callback: str, text: str | None) -> None:
        task = asyncio.create_task(self._answer(callback, text), name="toast")
        self._going.add(task)
        task.add_done_callback(self._going.discard)

    async def _answer(self, callback: str, text: str | None) -> None:
        try:
            await self._bot.answer_callback_query(callback, text[:LIMIT] if text else None)
        except TelegramError:
            # The press is recorded; without an answer the button just stops spinning a little later.
            return

    async def stop(self) -> None:
        for task in self._going:
            task.cancel()
        await asyncio.gather(*self._going, return_exceptions=True)
