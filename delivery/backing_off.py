"""How long to wait after a failure: a little at first, then longer."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NoReturn

from storage.errors import StoreAwayError

FIRST_SECONDS = 0.2
LONGEST_SECONDS = 20.0


@dataclass(slots=True)
class BackOff:
    """Doubles with every failure in a row."""

    longest: float = LONGEST_SECONDS
    failures: int = 0

    def next_seconds(self) -> float:
        self.failures += 1
        return float(min(self.longest, FIRST_SECONDS * 2 ** min(self.failures - 1, 16)))

    def reset(self) -> None:
        self.failures = 0


async def go_round(once: Callable[[], Awaitable[None]]) -> NoReturn:
    """Do it again and again; while the database is away, less and less often."""
    waiting = BackOff()
    while True:
        try:
            await once()
        except StoreAwayError:
            await asyncio.sleep(waiting.next_seconds())
        else:
            waiting.reset()
