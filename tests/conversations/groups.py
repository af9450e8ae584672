"""The Telegram group of a story: what the bot says there, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.groups import Group
from simulator.records import Message


@dataclass
class TeamGroup:
    """Everybody of the story is in it."""

    group: Group

    @property
    def received(self) -> list[Message]:
        return [message for message in self.group.chat if message.from_bot]

    def happens(self, what: str) -> None:
        HAPPENINGS[what](self)

    def come(self) -> None:
        self.group.add_bot()

    def go(self) -> None:
        self.group.remove_bot()

    def upgrade(self) -> None:
        self.group = self.group.upgrade()


HAPPENINGS: dict[str, Callable[[TeamGroup], None]] = {
    "the bot comes into the group": TeamGroup.come,
    "the bot is taken out of the group": TeamGroup.go,
    "the group becomes a supergroup": TeamGroup.upgrade,
}
