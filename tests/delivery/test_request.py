"""The transport: what arrived, what surely did not, and what nobody can tell."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, TimedOut

from delivery.request import AiohttpRequest, NotSent

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
Answer = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]
ME = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"R","username":"r_bot"}}'


def http(status: str, body: bytes) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@asynccontextmanager
async def listening(answer: Answer) -> AsyncIterator[str]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(next((line.split(b":")[1] for line in head.split(b"\r\n") if b"Content-Length" in line), b"0"))
        await answer(head + await reader.readexactly(length), writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@asynccontextmanager
async def bot_at(address: str, *, proxy: str = "", read_seconds: float = 5) -> AsyncIterator[Bot]:
    request = AiohttpRequest(proxy, read_seconds)
    async with request:
        yield Bot(TOKEN, base_url=f"{address}/bot", request=request, get_updates_request=request)


async def test_words_arrive_as_they_were_written() -> None:
    seen: list[bytes] = []

    async def answer(request: bytes, writer: asyncio.StreamWriter) -> None:
        seen.append(request)
        writer.write(http("200 OK", b'{"ok":true,"result":true}'))

    async with listening(answer) as address, bot_at(address) as bot:
        assert await bot.delete_message(5, 11)
    assert seen[0].startswith(f"POST /bot{TOKEN}/deleteMessage ".encode())
    assert seen[0].endswith(b"\r\n\r\nchat_id=5&message_id=11")


async def test_a_file_arrives() -> None:
    seen: list[bytes] = []

    async def answer(request: bytes, writer: asyncio.StreamWriter) -> None:
        seen.append(request)
        writer.write(http("400 Bad Request", b'{"ok":false,"error_code":400,"description":"Bad Request: enough"}'))

    async with listening(answer) as address, bot_at(address) as bot:
        with pytest.raises(BadRequest, match="Enough"):
            await bot.send_document(5, document=b"a,b\n", filename="客户.csv")
    assert b"a,b\n" in seen[0]
    assert b"text/csv" in seen[0]


async def test_through_a_proxy() -> None:
    seen: list[bytes] = []

    async def answer(request: bytes, writer: asyncio.StreamWriter) -> None:
        seen.append(request)
        writer.write(http("200 OK", b'{"ok":true,"result":true}'))

    async with listening(answer) as proxy, bot_at("http://telegram.invalid", proxy=proxy) as bot:
        await bot.delete_message(5, 11)
    assert seen[0].startswith(b"POST http://telegram.invalid/bot")


async def test_no_connection_means_not_sent() -> None:
    async with listening(unanswered) as address:
        pass
    async with bot_at(address) as bot:
        with pytest.raises(NotSent) as refused:
            await bot.delete_message(5, 11)
    assert TOKEN not in str(refused.value)


async def test_an_unknown_host_means_not_sent() -> None:
    async with bot_at("http://telegram.invalid") as bot:
        with pytest.raises(NotSent):
            await bot.delete_message(5, 11)


async def unanswered(_: bytes, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def test_a_cut_connection_is_uncertain() -> None:
    async with listening(unanswered) as address, bot_at(address) as bot:
        with pytest.raises(NetworkError) as cut:
            await bot.delete_message(5, 11)
    assert not isinstance(cut.value, NotSent | BadRequest)


async def test_no_answer_in_time_is_uncertain() -> None:
    async def hang(_: bytes, writer: asyncio.StreamWriter) -> None:
        await writer.drain()
        await over.wait()

    over = asyncio.Event()
    async with listening(hang) as address, bot_at(address, read_seconds=0.05) as bot:
        with pytest.raises(TimedOut):
            await bot.delete_message(5, 11)
        over.set()


async def test_before_it_is_opened_nothing_leaves() -> None:
    with pytest.raises(NotSent):
        await AiohttpRequest().do_request("http://127.0.0.1:1/", "POST")
