"""How long a rep waits for the answer, at 30 messages a second from many chats."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from benchmarks.bots import OURS, enrol, memory_mb, running
from simulator import Simulator
from simulator.phone import Person
from simulator.records import Message
from tests.torture.loopback import TOKEN

A_SECOND = 30
SECONDS = 15
# Each says one thing: the answer to a second could be a change of the first one's.
CHATS = A_SECOND * SECONDS + 1
SAID = "Visited Acme today, they liked the samples, call again on Friday"


def main() -> None:
    asyncio.run(_measure())


async def _measure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        async with Simulator(token=TOKEN) as telegram:
            people = [telegram.person(f"rep {number}") for number in range(CHATS)]
            enrol(home, {person.id: f"rep {number}" for number, person in enumerate(people)})
            async with running(OURS, telegram.api_url, home) as process:
                await _warmed_up(telegram, people[0])
                waits = await _waits(telegram, people)
                peak = memory_mb(process)
    cuts = quantiles(waits, n=100)
    print(
        f"{len(waits)} messages at {A_SECOND}/s from {CHATS} chats: p50 {cuts[49] * 1000:.0f} ms, "
        f"p99 {cuts[98] * 1000:.0f} ms, longest {max(waits) * 1000:.0f} ms; peak memory {peak:.0f} MB"
    )


async def _warmed_up(telegram: Simulator, person: Person) -> None:
    person.say("/help")
    await telegram.until(lambda: person.received, 20)


async def _waits(telegram: Simulator, people: list[Person]) -> list[float]:
    said_at: dict[int, float] = {}
    waits: list[float] = []
    async with _listening(telegram, said_at, waits):
        began = perf_counter()
        for number, person in enumerate(people[1:]):
            said_at[person.id] = perf_counter()
            person.say(SAID)
            await asyncio.sleep(max(0.0, began + (number + 1) / A_SECOND - perf_counter()))
        await telegram.until(lambda: len(waits) == CHATS - 1, 20)
    return waits


@asynccontextmanager
async def _listening(telegram: Simulator, said_at: dict[int, float], waits: list[float]) -> AsyncIterator[None]:
    bot = telegram.telegram.world.bot.id

    async def listen() -> None:
        with telegram.telegram.world.signals.page() as events:
            while True:
                event = await events.get()
                message = event.get("message")
                if isinstance(message, Message) and message.sender == bot and message.chat in said_at:
                    waits.append(perf_counter() - said_at.pop(message.chat))

    listening = asyncio.create_task(listen())
    yield
    listening.cancel()
