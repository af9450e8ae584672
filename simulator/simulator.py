"""The simulator as a library: start it, hand out phones, order failures, look at what was called."""

import json
import secrets
from collections import Counter, deque
from collections.abc import Callable
from pathlib import Path
from typing import Self, Unpack

from simulator.clock import Clock
from simulator.control import Control
from simulator.groups import Group
from simulator.journal import write_whole
from simulator.phone import Person
from simulator.records import JsonObject
from simulator.refusals import Refusal, RefusalTerms
from simulator.server import LOOPBACK, Server
from simulator.signals import PATIENCE
from simulator.switchboard import Switchboard
from simulator.telegram import Call, Telegram
from simulator.webhook import Pusher
from simulator.world import random_token


class Simulator:
    """Telegram on this machine; without a home it keeps nothing on disk."""

    def __init__(self, home: Path | None = None, *, token: str = "", key: str = "", clock: Clock | None = None) -> None:
        self.home = home
        self.token = token or random_token()
        self.key = key or secrets.token_urlsafe(16)
        self.clock = clock or Clock()
        self.telegram = Telegram(home, self.token, self.clock)
        self.switchboard = Switchboard(self.telegram)
        self.telegram.pusher = Pusher(self.telegram.world, self.telegram.feed, self.switchboard.webhook_answer)
        self._server = Server(self.telegram, self.switchboard, self.key, Control(self).serve)

    async def start(self, port: int = 0) -> None:
        self.telegram.journal.start()
        await self._server.start(port)
        self.telegram.pusher.start()
        if self.home:
            write_whole(self.home / "address.json", json.dumps(self.address))

    async def stop(self) -> None:
        self.switchboard.close()
        self.telegram.world.signals.publish("bye")
        self.telegram.feed.let_go()
        await self.telegram.pusher.stop()
        await self._server.stop()
        await self.telegram.journal.stop()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def api_url(self) -> str:
        """What stands in for https://api.telegram.org."""
        return f"http://{LOOPBACK}:{self._server.port}"

    @property
    def page_url(self) -> str:
        return f"{self.api_url}/{self.key}/"

    @property
    def address(self) -> JsonObject:
        port = self._server.port
        return {"port": port, "token": self.token, "key": self.key, "page": self.page_url, "api": self.api_url}

    def person(self, name: str, language: str = "en", about: str = "") -> Person:
        """Return the person of this name, a new one if need be; `about` is for the page: who that is."""
        world = self.telegram.world
        known = next((user for user in world.users.values() if user.name == name), None)
        return Person(self.telegram, known or world.new_person(name, language, about))

    @property
    def people(self) -> list[Person]:
        return [Person(self.telegram, user) for user in self.telegram.world.users.values()]

    def group(self, title: str, members: list[Person], *, supergroup: bool = False) -> Group:
        numbers = [person.id for person in members]
        return Group(self.telegram, self.telegram.world.new_group(title, numbers, supergroup=supergroup))

    def raw(self, update: JsonObject, *, numbered: bool = True, lane: str = "raw") -> None:
        """Queue an update as it is; it gets a number unless it has one, or none at all if not `numbered`."""
        self.telegram.feed.put("raw", update, lane, numbered=numbered)

    def refuse(self, **terms: Unpack[RefusalTerms]) -> Refusal:
        """Order a failure for the next calls; see `Refusal`."""
        refusal = Refusal(**terms)
        self.telegram.refusals.add(refusal)
        return refusal

    @property
    def calls(self) -> deque[Call]:
        return self.telegram.calls

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method.lower() == method.lower()]

    @property
    def counts(self) -> Counter[str]:
        return self.telegram.counts

    @property
    def latency(self) -> float:
        return self.switchboard.latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        self.switchboard.latency = seconds

    @property
    def undelivered(self) -> int:
        return len(self.telegram.feed.pending())

    async def changed(self) -> None:
        """Wait for the next change of anything: a call answered, a message, an update confirmed."""
        await self.telegram.world.signals.changed()

    async def until(self, condition: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait until the condition holds; a TimeoutError after so many real seconds."""
        await self.telegram.world.signals.until(condition, patience)
