"""How fast Telegram lets us speak: what was sent lately decides when the next message may go."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sales.message_rules import Priority

SECOND = timedelta(seconds=1)
PUSHES_A_SECOND = 25
REPLY_BURST = 4
REPLY_WINDOW = timedelta(seconds=4)
GROUP_MESSAGES = 20
GROUP_WINDOW = timedelta(minutes=1)
FLOODED_CHATS = 3
FLOOD_WINDOW = timedelta(seconds=10)
_ALWAYS = datetime.min.replace(tzinfo=UTC)
_NOTHING: deque[datetime] = deque()


@dataclass(slots=True)
class History:
    """What was sent, and which chats Telegram asked to wait."""

    pushes: deque[datetime] = field(default_factory=lambda: deque(maxlen=PUSHES_A_SECOND))
    chats: dict[int, deque[datetime]] = field(default_factory=dict)
    holds: dict[int, datetime] = field(default_factory=dict)
    floods: dict[int, datetime] = field(default_factory=dict)
    all_until: datetime | None = None

    def note_sent(self, chat: int, priority: Priority, now: datetime) -> None:
        self.chats.setdefault(chat, deque(maxlen=GROUP_MESSAGES)).append(now)
        if priority is not Priority.REPLY:
            self.pushes.append(now)

    def note_hold(self, chat: int, until: datetime, now: datetime) -> None:
        """Hold this chat; everybody only when several are told to wait at once, as then it is the token that is."""
        self.holds[chat] = until
        self.floods[chat] = now
        flooded = [other for other, at in self.floods.items() if now - at < FLOOD_WINDOW]
        if len(flooded) >= FLOODED_CHATS:
            self.all_until = max(self.holds.get(other, until) for other in flooded)

    def forget(self, now: datetime) -> None:
        """Drop what no longer matters, so that memory does not grow with the number of chats."""
        self.chats = {chat: sent for chat, sent in self.chats.items() if now - sent[-1] < GROUP_WINDOW}
        self.holds = {chat: until for chat, until in self.holds.items() if until > now}
        self.floods = {chat: at for chat, at in self.floods.items() if now - at < FLOOD_WINDOW}


def may_send(history: History, chat: int, priority: Priority, now: datetime) -> bool:
    return earliest(history, chat, priority) <= now


def push_room(history: History, now: datetime) -> int:
    """How many pushes the token may send now."""
    if history.all_until and history.all_until > now:
        return 0
    return PUSHES_A_SECOND - sum(now - sent < SECOND for sent in history.pushes)


def earliest(history: History, chat: int, priority: Priority) -> datetime:
    """The first moment at which the next message to this chat may go."""
    return max(_limits(history, chat, priority), default=_ALWAYS)


def _limits(history: History, chat: int, priority: Priority) -> Iterable[datetime]:
    sent = history.chats.get(chat, _NOTHING)
    if chat in history.holds:
        yield history.holds[chat]
    if history.all_until:
        yield history.all_until
    if chat < 0:
        yield _after(sent, GROUP_MESSAGES, GROUP_WINDOW)
    if priority is Priority.REPLY:
        yield _after(sent, REPLY_BURST, REPLY_WINDOW)
    else:
        yield _after(sent, 1, SECOND)
        yield _after(history.pushes, PUSHES_A_SECOND, SECOND)


def _after(sent: deque[datetime], allowed: int, window: timedelta) -> datetime:
    """When the window has room again for one more."""
    return sent[-allowed] + window if len(sent) >= allowed else _ALWAYS
