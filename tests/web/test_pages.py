"""The webhook and the health page, over real HTTP."""

import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest

from storage.errors import StoreAwayError
from web.pages import BODY_LIMIT, SECRET_HEADER, Health, Webhook, build_pages
from web.server import WebServer

SECRET = "s3cret"
UPDATE = b'{"update_id": 1}'
TakeIn = Callable[[bytes], Awaitable[None]]


async def well() -> Health:
    return Health(well=True, facts={"replicas": 1})


async def ill() -> Health:
    return Health(well=False, facts={"replicas": 0})


@asynccontextmanager
async def serving(take_in: TakeIn, examine: Callable[[], Awaitable[Health]] = well) -> AsyncIterator[str]:
    server = WebServer(build_pages(examine, Webhook("/hook", SECRET, take_in)), "127.0.0.1", 0)
    await server.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        await server.stop()


async def post(address: str, body: bytes | io.BytesIO, secret: str | None) -> tuple[int, dict[str, str]]:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{address}/hook", data=body, headers=headers) as answer,
    ):
        return answer.status, dict(answer.headers)


async def test_an_update_is_taken_in_before_it_is_acknowledged() -> None:
    taken: list[bytes] = []

    async def take_in(body: bytes) -> None:
        taken.append(body)

    async with serving(take_in) as address:
        status, _ = await post(address, UPDATE, SECRET)
    assert (status, taken) == (200, [UPDATE])


async def refuse(body: bytes) -> None:
    pytest.fail(f"taken in: {body!r}")


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "sécret"])
async def test_who_does_not_know_the_secret_is_sent_away(secret: str | None) -> None:
    async with serving(refuse) as address:
        status, _ = await post(address, UPDATE, secret)
    assert status == 403


async def test_too_large() -> None:
    async with serving(refuse) as address:
        status, _ = await post(address, io.BytesIO(b" " * (BODY_LIMIT + 1)), SECRET)
    assert status == 413


async def test_while_the_database_is_away_telegram_keeps_it() -> None:
    async def away(_: bytes) -> None:
        raise StoreAwayError("gone")

    async with serving(away) as address:
        status, headers = await post(address, UPDATE, SECRET)
    assert (status, headers["Retry-After"]) == (503, "5")


@pytest.mark.parametrize(("examine", "status"), [(well, 200), (ill, 503)])
async def test_health(examine: Callable[[], Awaitable[Health]], status: int) -> None:
    async with (
        serving(refuse, examine) as address,
        aiohttp.ClientSession() as session,
        session.get(f"{address}/healthz") as answer,
    ):
        found = answer.status, (await answer.json())["ok"]
    assert found == (status, status == 200)
