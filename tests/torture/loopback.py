"""A loopback Telegram as a process of its own, and its control side."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
BOT = int(TOKEN.split(":", maxsplit=1)[0])
BATCH = 200


@dataclass(frozen=True, slots=True)
class Loopback:
    api_url: str
    pid: int
    control: str
    session: aiohttp.ClientSession

    async def ask(self, operation: str, **fields: object) -> Any:  # noqa: ANN401  as different as the operations
        async with self.session.post(f"{self.control}/{operation}", json=fields) as answer:
            found = await answer.json()
        assert found["ok"], found
        return found["result"]

    async def people(self, count: int) -> list[str]:
        names = [f"rep {number}" for number in range(count)]
        for start in range(0, count, BATCH):
            await self.ask("batch", items=[{"do": "person", "name": name} for name in names[start : start + BATCH]])
        return names

    async def numbers(self, people: Sequence[str]) -> dict[int, str]:
        """Their Telegram numbers, and who has which."""
        shown = [await self.ask("person", name=name) for name in people]
        return {person["id"]: person["name"] for person in shown}

    async def say(self, said: Sequence[tuple[str, str]]) -> None:
        await self.ask("batch", items=[{"do": "say", "person": person, "text": words} for person, words in said])

    async def heard_by(self, person: str) -> list[str]:
        """What the bot wrote to this person."""
        messages = await self.ask("messages", person=person)
        return [message["text"] for message in messages if message["sender"] == BOT]


@asynccontextmanager
async def loopback(home: Path) -> AsyncIterator[Loopback]:
    arguments = ["-m", "simulator", "--home", str(home), "--token", TOKEN, "--people", "[]"]
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout
        await process.stdout.readline()
        address = json.loads((home / "address.json").read_text("utf-8"))
        control = f"{address['api']}/{address['key']}/control"
        async with aiohttp.ClientSession() as session:
            yield Loopback(address["api"], process.pid, control, session)
    finally:
        os.kill(process.pid, signal.SIGTERM)
        await process.wait()
