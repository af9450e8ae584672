"""Wakes whoever waits for work, after the transaction that brought it, in this process and (PostgreSQL) in others."""

import asyncio
from collections.abc import Iterable
from threading import Lock

from sqlmodel import Session

_RINGS = "rings"
Sleeper = asyncio.Future[None]


def ring(session: Session, name: str) -> None:
    """Wake those who wait for `name`, once and only if this transaction ends well."""
    session.info.setdefault(_RINGS, set()).add(name)


def rings_of(session: Session) -> set[str]:
    rings: set[str] = session.info.get(_RINGS, set())
    return rings


class Wake:
    """The bells of one process. A ring that nobody waits for is kept for the next one who does."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rung: set[str] = set()
        self._sleepers: dict[str, set[Sleeper]] = {}

    async def wait(self, name: str, seconds: float) -> bool:
        """Sleep until `name` rings or the seconds are over; look for work in both cases."""
        sleeper: Sleeper = asyncio.get_running_loop().create_future()
        if self._kept(name, sleeper):
            return True
        try:
            async with asyncio.timeout(seconds):
                await sleeper
        except TimeoutError:
            return False
        finally:
            self._forget(name, sleeper)
        return True

    def sound(self, names: Iterable[str]) -> None:
        """Ring at once, from any thread."""
        for name in names:
            with self._lock:
                sleepers = self._sleepers.pop(name, set())
                if not sleepers:
                    self._rung.add(name)
            for sleeper in sleepers:
                _rouse(sleeper)

    def sound_all(self) -> None:
        """Ring every bell: something may have been missed."""
        with self._lock:
            names = list(self._sleepers)
        self.sound(names)

    def _kept(self, name: str, sleeper: Sleeper) -> bool:
        with self._lock:
            if name in self._rung:
                self._rung.discard(name)
                return True
            self._sleepers.setdefault(name, set()).add(sleeper)
            return False

    def _forget(self, name: str, sleeper: Sleeper) -> None:
        with self._lock:
            self._sleepers.get(name, set()).discard(sleeper)


def _rouse(sleeper: Sleeper) -> None:
    loop = sleeper.get_loop()
    if not loop.is_closed():
        loop.call_soon_threadsafe(_finish, sleeper)


def _finish(sleeper: Sleeper) -> None:
    if not sleeper.done():
        sleeper.set_result(None)
