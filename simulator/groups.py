"""A group that the bot is in."""

from dataclasses import dataclass

from simulator.records import Chat, JsonObject, Message
from simulator.shapes import membership, user_shape
from simulator.telegram import Telegram


@dataclass(slots=True)
class Group:
    telegram: Telegram
    record: Chat

    @property
    def id(self) -> int:
        return self.record.id

    @property
    def chat(self) -> list[Message]:
        return [message for message in self.telegram.world.of(self.record) if not message.deleted]

    def upgrade(self) -> "Group":
        """Turn into a supergroup: the old number is refused from now on."""
        world = self.telegram.world
        new = world.new_group(self.record.title, self.record.members, supergroup=True)
        self.record.moved_to = new.id
        world.keep_chat(self.record)
        sender = self.record.members[0]
        for chat, extra in ((self.record, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": self.id})):
            self.telegram.hear(self.telegram.new_message(chat, sender, extra=extra))
        return Group(self.telegram, new)

    def add_bot(self) -> None:
        self._bot_is("left", "member")

    def remove_bot(self) -> None:
        self._bot_is("member", "kicked")

    def _bot_is(self, before: str, now: str) -> None:
        """The first member did it."""
        world = self.telegram.world
        self.record.blocked = now == "kicked"
        world.keep_chat(self.record)
        by = user_shape(world.user_of(self.record.members[0]))
        shape: JsonObject = {"chat": world.chat_shape(self.record), "from": by, "date": world.clock.unix()}
        change = {"old_chat_member": membership(world.bot, before), "new_chat_member": membership(world.bot, now)}
        self.telegram.feed.add("my_chat_member", shape | change, f"chat {self.id}")
