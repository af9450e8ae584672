"""One simulated Telegram: its parts, and what the methods and the phones do with them."""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.clock import Clock
from simulator.errors import ApiError
from simulator.feed import Feed
from simulator.files import Drawer
from simulator.journal import Journal
from simulator.limits import Limiter
from simulator.records import PRIVATE, Chat, JsonObject, Message, Tap
from simulator.refusals import Refusals
from simulator.webhook import Pusher
from simulator.world import World

CALLS_KEPT = 20_000


@dataclass(slots=True)
class Call:
    """One call of the API: what was asked, when (simulated time), and how it ended; 0 stands for no answer yet."""

    method: str
    parameters: Mapping[str, object]
    at: float
    status: int = 0
    description: str = ""


class Telegram:
    """Holds the parts together; knows nothing of HTTP."""

    pusher: Pusher  # comes last, because what a webhook answers is a call of the API

    def __init__(self, home: Path | None, token: str, clock: Clock) -> None:
        self.token = token
        self.clock = clock
        self.journal = Journal(home)
        self.world = World(clock, self.journal, int(token.partition(":")[0]))
        self.feed = Feed(self.world)
        self.files = Drawer(home, self.journal)
        self.refusals = Refusals()
        self.limiter = Limiter()
        self.taps: dict[str, Tap] = {}
        self.inline_answers: dict[str, JsonObject | None] = {}
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.counts: Counter[str] = Counter()
        self.not_emulated: list[str] = []

    def new_message(self, chat: Chat, sender: int, **content: object) -> Message:
        number = self.world.next_number(chat)
        message = Message(number, chat.id, sender, self.clock.unix())
        for name, value in content.items():
            setattr(message, name, value)
        message.from_bot = sender == self.world.bot.id
        return message

    def post(self, message: Message) -> JsonObject:
        """Keep a message of the bot's and return what Telegram would answer."""
        self.world.keep(message)
        markup = message.markup or {}
        if "keyboard" in markup or "remove_keyboard" in markup:
            chat = self.world.chats[message.chat]
            chat.reply_keyboard = markup if "keyboard" in markup else None
            self.world.keep_chat(chat)
        return self.world.shape(message)

    def hear(self, message: Message) -> Message:
        """Keep a person's message and tell the bot of it, unless it is one that the bot cannot see."""
        self.world.keep(message)
        chat = self.world.chats[message.chat]
        if not (chat.kind == PRIVATE and chat.blocked):
            self.feed.add("message", self.world.shape(message), f"chat {chat.id}")
        return message

    def warn(self, error: ApiError, what: str) -> None:
        self.not_emulated.append(what)
        self.world.signals.publish("not-emulated", what=what, reason=error.description)
