"""Lets so many requests a minute in: few for each address, and few for strangers altogether."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

OF_ONE = 30
OF_STRANGERS = 300
_STRANGERS = ""
_MOST_KNOWN = 50_000


@dataclass(slots=True)
class Turnstile:
    """Counts by the minute, in this process. Guessing addresses must not slow down those who have one."""

    now: Callable[[], datetime]
    _minute: int = 0
    _counts: Counter[str] = field(default_factory=Counter)
    _known: set[str] = field(default_factory=set)

    def lets_in(self, who: str) -> bool:
        minute = int(self.now().timestamp() // 60)
        if minute != self._minute:
            self._minute = minute
            self._counts.clear()
        key = who if who in self._known else _STRANGERS
        self._counts[key] += 1
        return self._counts[key] <= (OF_STRANGERS if key == _STRANGERS else OF_ONE)

    def remember(self, who: str) -> None:
        """They came by an address that led somewhere."""
        if len(self._known) < _MOST_KNOWN:
            self._known.add(who)
