"""Kills bots at random moments under load, and counts what became of every message."""

import asyncio
import json
import os
import random
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from storage.queues.inbox import INBOX
from storage.queues.outbox import OUTBOX, doubts
from storage.queues.queue import State
from storage.store import Session, Store, open_store
from tests.torture.loopback import Loopback

UNSETTLED = (State.PENDING, State.TRYING, State.UNCERTAIN)
_HANDLED = text("SELECT said FROM handled ORDER BY arrival")


class Nursery:
    """Starts and kills bots; whoever lives in the end is told to stop."""

    def __init__(self, process: asyncio.subprocess.Process, environment: dict[str, str]) -> None:
        self._process = process
        self._environment = environment
        self._living: set[int] = set()

    async def bear(self) -> int:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(self._environment).encode() + b"\n")
        born = int(await self._process.stdout.readline())
        self._living.add(born)
        return born

    def kill(self, bot: int) -> None:
        os.kill(bot, signal.SIGKILL)
        self._living.discard(bot)

    async def close(self) -> None:
        for bot in self._living:
            with suppress(ProcessLookupError):
                os.kill(bot, signal.SIGTERM)
        assert self._process.stdin
        self._process.stdin.close()
        await self._process.wait()


@asynccontextmanager
async def nursery(log: Path, environment: dict[str, str]) -> AsyncIterator[Nursery]:
    with log.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.torture.nursery",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
        )
        bots = Nursery(process, environment)
        try:
            yield bots
        finally:
            await bots.close()


@dataclass
class Load:
    """What people said, in each chat in its order; talking goes on until told to stop."""

    telegram: Loopback
    people: Sequence[str]
    said: dict[str, list[str]] = field(default_factory=dict)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def count(self) -> int:
        return sum(map(len, self.said.values()))

    @asynccontextmanager
    async def going_on(self, a_second: int) -> AsyncIterator[None]:
        talking = asyncio.create_task(self.talk(a_second))
        try:
            yield
        finally:
            self.over.set()
            await talking

    async def talk(self, a_second: int) -> None:
        ticks = 10
        while not await _happens(self.over, 1 / ticks):
            speakers = random.sample(list(self.people), a_second // ticks)
            spoken = [(person, f"{person}: {len(self.said.get(person, []))}") for person in speakers]
            for person, words in spoken:
                self.said.setdefault(person, []).append(words)
            await self.telegram.say(spoken)


async def _happens(event: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False


async def lifetime(shortest: float, longest: float) -> None:
    """The moment of a kill is the fault that is injected; it has to be anywhere."""
    await asyncio.sleep(random.uniform(shortest, longest))  # noqa: S311  no secret


@dataclass(frozen=True)
class Findings:
    """What the ordeal left behind."""

    said: int
    lost: int
    handled_twice: int
    out_of_order: int
    unanswered: int
    answered_again: int
    uncertain: int

    @property
    def well(self) -> bool:
        """Nothing lost or doubled in silence: every answer that came again was counted as uncertain."""
        faults = self.lost + self.handled_twice + self.out_of_order + self.unanswered
        return not faults and self.answered_again <= self.uncertain


async def settled(store: Store, seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while await store.read(_unsettled):
            await store.sleep_until_rung("settled", 0.1)


def _unsettled(session: Session) -> int:
    return sum(queue.counts(session).get(state, 0) for queue in (INBOX, OUTBOX) for state in UNSETTLED)


async def examine(url: str, load: Load, seconds: float) -> Findings:
    """Wait until the last bot has nothing left to do, then look at everything."""
    store = open_store(url)
    try:
        await all_taken_in(load.telegram)
        await settled(store, seconds)
        handled = await store.read(lambda session: list(session.connection().execute(_HANDLED).scalars()))
        uncertain = await store.read(doubts)
    finally:
        store.close()
    answers = {person: await load.telegram.heard_by(person) for person in load.said}
    return count(load.said, handled, answers, uncertain)


async def all_taken_in(telegram: Loopback) -> None:
    async with asyncio.timeout(30):
        while (await telegram.ask("totals"))["undelivered"]:  # noqa: ASYNC110  another process rings no bell here
            await asyncio.sleep(0.1)


def count(said: dict[str, list[str]], handled: list[str], answers: dict[str, list[str]], uncertain: int) -> Findings:
    everything = [words for spoken in said.values() for words in spoken]
    by_person: dict[str, list[str]] = {}
    for words in handled:
        by_person.setdefault(words.split(":")[0], []).append(words)
    heard = {person: list(dict.fromkeys(texts)) for person, texts in answers.items()}
    return Findings(
        said=len(everything),
        lost=len(set(everything) - set(handled)),
        handled_twice=len(handled) - len(set(handled)),
        out_of_order=sum(by_person.get(person) != spoken or heard[person] != spoken for person, spoken in said.items()),
        unanswered=sum(len(set(spoken) - set(heard[person])) for person, spoken in said.items()),
        answered_again=sum(len(answers[person]) - len(heard[person]) for person in said),
        uncertain=uncertain,
    )
