"""Everybody and everything: people, chats, messages and the bot's own profile, kept in memory and on disk."""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from simulator.clock import Clock
from simulator.journal import Journal
from simulator.records import GROUP, PRIVATE, SUPERGROUP, Chat, JsonObject, Message, User
from simulator.shapes import chat_shape, message_shape, user_shape
from simulator.signals import Signals

FIRST_PERSON = 1_001
FIRST_GROUP = 4_001
SUPERGROUP_MARK = -1_000_000_000_000
Kept = TypeVar("Kept")


@dataclass(slots=True)
class Profile:
    """What the bot says about itself."""

    name: str
    username: str
    settings: JsonObject = field(default_factory=dict)
    last_message: int = 0


class World:
    """The one place where records are changed, so that none is forgotten on disk."""

    def __init__(self, clock: Clock, journal: Journal, bot_id: int) -> None:
        self.clock = clock
        self.journal = journal
        self.signals = Signals()
        self.bot = User(bot_id, "Rapport", username="rapport_bot", is_bot=True)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[int, dict[int, Message]] = {}
        self.settings: JsonObject = {}
        self.zone = ""
        self.last_message = 0
        self._load()

    def _load(self) -> None:
        self.users = {user.id: user for user in self._loaded("user", User)}
        self.chats = {chat.id: chat for chat in self._loaded("chat", Chat)}
        for message in self._loaded("message", Message):
            self.messages.setdefault(message.chat, {})[message.id] = message
        for row in self.journal.rows("setting"):
            self.settings.update(json.loads(row))
        shared = (message.id for chat in self.chats.values() if chat.kind != SUPERGROUP for message in self.of(chat))
        self.last_message = max(shared, default=0)
        self.bot.first_name = str(self.settings.get("name/") or self.bot.first_name)

    def _loaded(self, kind: str, record: Callable[..., Kept]) -> list[Kept]:
        return [record(**json.loads(row)) for row in self.journal.rows(kind)]

    def set(self, name: str, value: object) -> None:
        self.settings[name] = value
        self.journal.put("setting", name, {name: value})

    def keep_user(self, user: User) -> None:
        self.users[user.id] = user
        self.journal.put("user", user.id, user)

    def keep_chat(self, chat: Chat) -> None:
        self.chats[chat.id] = chat
        self.journal.put("chat", chat.id, chat)
        self.signals.publish("chat", chat.id)

    def keep(self, message: Message) -> None:
        self.messages.setdefault(message.chat, {})[message.id] = message
        self.journal.put("message", f"{message.chat}/{message.id}", message)
        self.signals.publish("message", message.chat, message=message)

    def of(self, chat: Chat) -> list[Message]:
        return list(self.messages.get(chat.id, {}).values())

    def message(self, chat: Chat, number: int) -> Message | None:
        message = self.messages.get(chat.id, {}).get(number)
        return message if message and not message.deleted else None

    def new_person(self, name: str, language: str = "en", about: str = "") -> User:
        first, _, last = name.partition(" ")
        number = max([FIRST_PERSON - 1, *self.users]) + 1
        user = User(number, first, last, language=language, phone=f"+999{number:07d}", about=about)
        self.keep_user(user)
        self.keep_chat(Chat(user.id, PRIVATE, members=[user.id]))
        return user

    def new_group(self, title: str, members: list[int], *, supergroup: bool) -> Chat:
        number = max([FIRST_GROUP - 1, *(abs(id_) % -SUPERGROUP_MARK for id_ in self.chats if id_ < 0)]) + 1
        kind, number = (SUPERGROUP, SUPERGROUP_MARK - number) if supergroup else (GROUP, -number)
        chat = Chat(number, kind, title, members, started=True)
        self.keep_chat(chat)
        return chat

    def next_number(self, chat: Chat) -> int:
        """A supergroup counts its own messages; all other chats share the bot's counter, as in Telegram."""
        if chat.kind == SUPERGROUP:
            chat.last_message += 1
            self.journal.put("chat", chat.id, chat)
            return chat.last_message
        self.last_message += 1
        return self.last_message

    def user_of(self, number: int) -> User:
        return self.bot if number == self.bot.id else self.users[number]

    def chat_shape(self, chat: Chat) -> JsonObject:
        return chat_shape(chat, self.users.get(chat.id))

    def shape(self, message: Message, *, with_reply: bool = True) -> JsonObject:
        chat = self.chats[message.chat]
        reply = self.message(chat, message.reply_to) if with_reply and message.reply_to else None
        return message_shape(
            message,
            user_shape(self.user_of(message.sender)),
            self.chat_shape(chat),
            self.shape(reply, with_reply=False) if reply else None,
        )


def random_token() -> str:
    return f"{secrets.randbelow(9_000_000_000) + 1_000_000_000}:{secrets.token_urlsafe(26)[:35]}"
