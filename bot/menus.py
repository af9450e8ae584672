"""Gives everybody the command menu of their roles, in their language, and again when these have changed."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from hashlib import sha256

import structlog
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden, TelegramError

from sales.people import Member, Role
from storage.company import people
from storage.company import settings as company
from storage.errors import StoreError
from storage.store import Session, Store
from wording.catalogue import LANGUAGES
from wording.commands import menu

log = structlog.get_logger(__name__)
LOOK_SECONDS = 10.0
# Hundreds of menus at a first start must not keep anybody waiting for an answer.
PAUSE_SECONDS = 0.2
_SETTING = "menus"


class Menus:
    """Compares what each member should see with what was set last; Telegram is called only where they differ."""

    def __init__(self, store: Store, bot: Bot, number: int) -> None:
        self._store = store
        self._bot = bot
        self._number = number
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="menus")

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        """A menu that cannot be set now is set at a later look; it keeps nobody from working."""
        while True:
            try:
                await self.look()
            except (TelegramError, StoreError) as error:
                log.warning("a command menu could not be set", error=str(error))
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        members, shown = await self._store.read(_wanted_and_shown)
        await self._for_strangers(shown)
        for member in members:
            if member.chat is not None and shown.get(str(member.id)) != self._sign(member):
                await self._for_member(member, member.chat)
                await asyncio.sleep(PAUSE_SECONDS)

    async def _for_member(self, member: Member, chat: int) -> None:
        """Somebody who blocked the bot keeps nobody else from their menu."""
        try:
            await self._bot.set_my_commands(_commands(member), scope=BotCommandScopeChat(chat))
        except (BadRequest, Forbidden) as error:
            log.info("no menu for a chat that cannot be reached", chat=chat, error=str(error))
        await self._store.write(partial(_remember, name=str(member.id), sign=self._sign(member)))

    def _sign(self, member: Member) -> str:
        """Changes whenever the menu does, and with the bot; a digest, so that it names nobody."""
        names = " ".join(name for name, _ in menu(member.roles, member.language))
        sign = f"{self._number} {member.chat} {member.language} {names}"
        return sha256(sign.encode()).hexdigest()[:16]

    async def _for_strangers(self, shown: dict[str, str]) -> None:
        """Who is not signed in sees what a rep would."""
        if shown.get("everybody") == str(self._number):
            return
        for language in LANGUAGES:
            code = None if language == LANGUAGES[0] else language
            await self._bot.set_my_commands(_named(menu([Role.REP], language)), language_code=code)
        await self._store.write(partial(_remember, name="everybody", sign=str(self._number)))


def _wanted_and_shown(session: Session) -> tuple[list[Member], dict[str, str]]:
    return people.members(session), _shown(session)


def _shown(session: Session) -> dict[str, str]:
    value = company.setting(session, _SETTING, {})
    return {name: str(sign) for name, sign in value.items()} if isinstance(value, dict) else {}


def _remember(session: Session, *, name: str, sign: str) -> None:
    company.set_setting(session, _SETTING, {**_shown(session), name: sign})


def _commands(member: Member) -> list[BotCommand]:
    return _named(menu(member.roles, member.language))


def _named(commands: Iterable[tuple[str, str]]) -> list[BotCommand]:
    return [BotCommand(name, words) for name, words in commands]
