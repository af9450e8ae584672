"""The little answers to a tap or an inline query: best effort, past the outbox, as Telegram takes them at once only."""

import asyncio
from collections.abc import Coroutine, Sequence

from telegram import Bot, InlineQueryResultArticle, InputTextMessageContent
from telegram.error import TelegramError

from handlers.outcome import Offer

LIMIT = 200


class Toasts:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._going: set[asyncio.Task[None]] = set()

    def toast(self, callback: str, text: str | None) -> None:
        self._begin(self._answer(callback, text))

    async def _answer(self, callback: str, text: str | None) -> None:
        try:
            await self._bot.answer_callback_query(callback, text[:LIMIT] if text else None)
        except TelegramError:
            # The press is recorded; without an answer the button just stops spinning a little later.
            return

    def offer(self, query: str, offers: Sequence[Offer]) -> None:
        """Only the asker sees it; it is not kept, for rights and cards change."""
        self._begin(self._list(query, offers))

    async def _list(self, query: str, offers: Sequence[Offer]) -> None:
        results = [
            InlineQueryResultArticle(one.id, one.title, InputTextMessageContent(one.text), description=one.line)
            for one in offers
        ]
        try:
            await self._bot.answer_inline_query(query, results, cache_time=0, is_personal=True)
        except TelegramError:
            # The next letter that is typed asks again.
            return

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work, name="toast")
        self._going.add(task)
        task.add_done_callback(self._going.discard)

    async def stop(self) -> None:
        for task in self._going:
            task.cancel()
        await asyncio.gather(*self._going, return_exceptions=True)
