"""Long polling: what Telegram holds is stored first, and acknowledged by the next question."""

import asyncio
import json
from collections.abc import Sequence
from urllib.parse import urlencode

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.lanes import number_of
from bot.reception import Reception
from delivery.backing_off import BackOff
from storage.errors import StoreAwayError

ALLOWED = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
HOLD_SECONDS = 25
# A connection can die without a word; no poll may last longer than this.
WATCHDOG_SECONDS = HOLD_SECONDS + 10
OTHER_POLLER = (
    "Another program asks Telegram for the same bot's messages. Stop it, or give this one a token of its own."
)
log = structlog.get_logger(__name__)


class Polling:
    """Asks for ever; an update is stored before the offset that forgets it is sent."""

    def __init__(self, request: BaseRequest, bot_url: str, reception: Reception) -> None:
        self._request = request
        self._address = f"{bot_url}/getUpdates"
        self._reception = reception
        self._offset: int | None = None
        self._back_off = BackOff()

    async def run(self) -> None:
        while True:
            try:
                await self._once()
            except InvalidToken:
                raise
            except (TelegramError, TimeoutError) as error:
                await asyncio.sleep(self._pause_after(error))

    async def _once(self) -> None:
        rows = await self._ask()
        await self._keep(rows)
        numbers = [number for row in rows if (number := number_of(row)) is not None]
        if rows and not numbers:
            raise TelegramError("updates without a number")
        # Numbers may start anywhere after a silent week: the last one counts, not the largest that ever was.
        self._offset = max(numbers) + 1 if numbers else self._offset
        self._back_off.reset()

    async def _ask(self) -> Sequence[object]:
        """PTB's own getUpdates fails for a whole batch because of one update that it cannot read."""
        asked = {"timeout": HOLD_SECONDS, "allowed_updates": json.dumps(ALLOWED)}
        if self._offset is not None:
            asked["offset"] = self._offset
        async with asyncio.timeout(WATCHDOG_SECONDS):
            answer = await self._request.post(f"{self._address}?{urlencode(asked)}", read_timeout=HOLD_SECONDS + 5)
        return answer if isinstance(answer, list) else []

    async def _keep(self, rows: Sequence[object]) -> None:
        """Not asked again before it is on disk, however long the database is away."""
        waiting = BackOff()
        while True:
            try:
                await self._reception.take_in(rows)
            except StoreAwayError:
                log.warning("the database is away; Telegram keeps what comes")
                await asyncio.sleep(waiting.next_seconds())
            else:
                return

    def _pause_after(self, error: Exception) -> float:
        seconds = self._back_off.next_seconds()
        if isinstance(error, RetryAfter):
            asked = error.retry_after
            seconds = asked if isinstance(asked, int) else asked.total_seconds()
        what = OTHER_POLLER if isinstance(error, Conflict) else "Telegram cannot be asked"
        log.warning(what, error=str(error), again_in=round(seconds, 1))
        return seconds
