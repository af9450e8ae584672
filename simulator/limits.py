"""Telegram's pace for bots: about one message a second to a chat, 30 a second in all, 20 a minute to a group."""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

CHAT_BURST = 4
OVERALL = 30
GROUP_A_MINUTE = 20


@dataclass(slots=True)
class Bucket:
    """Holds so many sends and wins back `rate` of them a second."""

    size: float
    rate: float
    level: float
    at: float

    def fill(self, now: float) -> None:
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now

    def wait(self) -> float:
        return max(0.0, (1 - self.level) / self.rate)


@dataclass(slots=True)
class Limiter:
    """Answers how long to wait; `tick` is a monotonic clock."""

    tick: Callable[[], float] = time.monotonic
    on: bool = False
    _overall: Bucket | None = None
    _chats: dict[int, Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def wait(self, chat: int) -> int:
        """Count one send to the chat, or say for how many seconds to hold it."""
        if not self.on:
            return 0
        now = self.tick()
        buckets = [self._of_all(now), self._of_chat(chat, now)]
        wait = max([bucket.wait() for bucket in buckets] + [self._group_wait(chat, now)])
        if not wait:
            self._count(buckets, chat, now)
        return math.ceil(wait)

    def _of_all(self, now: float) -> Bucket:
        self._overall = self._overall or Bucket(OVERALL, OVERALL, OVERALL, now)
        self._overall.fill(now)
        return self._overall

    def _of_chat(self, chat: int, now: float) -> Bucket:
        bucket = self._chats.setdefault(chat, Bucket(CHAT_BURST, 1, CHAT_BURST, now))
        bucket.fill(now)
        return bucket

    def _group_wait(self, chat: int, now: float) -> float:
        sent = self._groups.setdefault(chat, deque(maxlen=GROUP_A_MINUTE))
        full = chat < 0 and len(sent) == GROUP_A_MINUTE
        return max(0.0, 60 - (now - sent[0])) if full else 0.0

    def _count(self, buckets: list[Bucket], chat: int, now: float) -> None:
        self._groups[chat].append(now)
        for bucket in buckets:
            bucket.level -= 1
