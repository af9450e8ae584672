"""Gives Telegram the command menu in each language, when the bot starts."""

import structlog
from telegram import Bot, BotCommand
from telegram.error import TelegramError

from sales.people import Role
from wording.catalogue import LANGUAGES
from wording.commands import menu

log = structlog.get_logger(__name__)


class Menus:
    """The menu that everybody sees; what a role adds is set for the member's own chat when they come in."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def start(self) -> None:
        """A menu that cannot be set is no reason not to work."""
        try:
            for language in LANGUAGES:
                await self._set(language, None if language == LANGUAGES[0] else language)
        except TelegramError as error:
            log.warning("the command menu could not be set", error=str(error))

    async def stop(self) -> None:
        """The menu stays."""

    async def _set(self, language: str, code: str | None) -> None:
        commands = [BotCommand(name, words) for name, words in menu([Role.REP], language)]
        await self._bot.set_my_commands(commands, language_code=code)
