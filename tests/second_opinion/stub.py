"""An endpoint on the loopback that answers as a test wants it to, also badly."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Asked:
    """One call: its head and its body."""

    head: str
    body: dict[str, Any]

    @property
    def system(self) -> str:
        return str(self.body["messages"][0]["content"])

    @property
    def user(self) -> dict[str, Any]:
        """What stands in the quotation; a message that broke out of it would be no JSON."""
        assert [turn["role"] for turn in self.body["messages"]] == ["system", "user"]
        quoted: dict[str, Any] = json.loads(self.body["messages"][1]["content"])
        return quoted


@dataclass
class Stub:
    """Answers the calls in turn; the last answer goes on for ever."""

    port: int
    answers: list[Answer]
    asked: list[Asked] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                length = next(
                    int(line[15:]) for line in head.splitlines() if line.lower().startswith("content-length:")
                )
                self.asked.append(Asked(head, json.loads(await reader.readexactly(length))))
                answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
                await answer(writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def stubbed(*answers: Answer) -> AsyncIterator[Stub]:
    stub = Stub(0, list(answers))
    tasks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.create_task(stub.serve(reader, writer)))

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    stub.port = server.sockets[0].getsockname()[1]
    try:
        yield stub
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def raw(status: str, body: bytes, *headers: str) -> Answer:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]

    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write("\r\n".join(lines).encode() + body)
        await writer.drain()

    return answer


JSON = "Content-Type: application/json"


def completion(content: str) -> Answer:
    """A chat completion, as every endpoint writes one."""
    message = {"role": "assistant", "content": content}
    body = {"id": "1", "object": "chat.completion", "created": 0, "model": "stub", "choices": [{"message": message}]}
    return raw("200 OK", json.dumps(body).encode(), JSON)


def marks(happened: list[dict[str, object]] | None = None, planned: list[dict[str, object]] | None = None) -> Answer:
    """An answer in the form that was asked for; fields that a test leaves out are null."""
    blank_event = {"kind": "visit", "words": "", "customer": None, "name": None, "sum": None}
    blank_plan = {"words": "", "customer": None, "name": None, "day": None}
    events, plans = [blank_event | one for one in happened or []], [blank_plan | one for one in planned or []]
    return completion(json.dumps({"happened": events, "planned": plans}, ensure_ascii=False))


async def never(_: asyncio.StreamWriter) -> None:
    """Say nothing, for ever."""
    await asyncio.Event().wait()


async def hang_up(writer: asyncio.StreamWriter) -> None:
    """Close the connection in the middle of an answer."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n" + JSON.encode() + b'\r\n\r\n{"choices": [')
    await writer.drain()
    writer.close()
