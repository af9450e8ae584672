"""The members' calendars over real HTTP: who gets one, what is not made again, and who asks too often."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from storage.errors import StoreAwayError
from web.calendars import Feed, Find, calendar_route
from web.pages import Health, build_pages
from web.server import WebServer
from web.turnstile import OF_ONE, OF_STRANGERS, Turnstile

TOKEN = "k7Yq-secret"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


async def well() -> Health:
    return Health(well=True, facts={})


class Shelf:
    """One calendar, and how often it was made."""

    def __init__(self) -> None:
        self.now = NOON
        self.tag = "one"
        self.made = 0

    async def find(self, token: str) -> Feed | None:
        return Feed(self.tag, self.make) if token == TOKEN else None

    async def make(self) -> bytes:
        self.made += 1
        return b"BEGIN:VCALENDAR\r\n"


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@asynccontextmanager
async def serving(shelf: Shelf, find: Find | None = None) -> AsyncIterator["Caller"]:
    turnstile = Turnstile(lambda: shelf.now)
    server = WebServer(build_pages(well, None, calendar_route(find or shelf.find, turnstile)), "127.0.0.1", 0)
    await server.start()
    async with aiohttp.ClientSession(f"http://127.0.0.1:{server.port}") as session:
        yield Caller(session)
    await server.stop()


class Caller:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def ask(self, token: str = TOKEN, known: str = "") -> tuple[int, str, aiohttp.ClientResponse]:
        headers = {"If-None-Match": known} if known else {}
        async with self._session.get(f"/calendar/{token}.ics", headers=headers) as answer:
            return answer.status, await answer.text(), answer


async def test_the_right_address_opens_the_calendar(shelf: Shelf) -> None:
    async with serving(shelf) as caller:
        status, text, answer = await caller.ask()
    assert (status, text) == (200, "BEGIN:VCALENDAR\r\n")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("token", ["wrong", TOKEN[:-1], "", "..", "%00", "王", "x" * 5000])
async def test_a_wrong_address_says_only_that_there_is_nothing(shelf: Shelf, token: str) -> None:
    async with serving(shelf) as caller:
        status, text, _ = await caller.ask(token)
    assert status == 404
    assert TOKEN not in text


async def test_what_the_caller_has_is_not_made_again(shelf: Shelf) -> None:
    async with serving(shelf) as caller:
        _, _, answer = await caller.ask()
        known = answer.headers["ETag"]
        unchanged = await caller.ask(known=f'"other", {known}')
        shelf.tag = "two"
        changed = await caller.ask(known=known)
    assert (unchanged[0], unchanged[1], changed[0]) == (304, "", 200)
    assert shelf.made == 2


async def test_one_address_is_served_so_often_a_minute(shelf: Shelf) -> None:
    async with serving(shelf) as caller:
        asked = [(await caller.ask())[0] for _ in range(OF_ONE + 2)]
        shelf.now += timedelta(minutes=1)
        later, _, _ = await caller.ask()
    assert asked == [200] * (OF_ONE + 1) + [429], "the first was a stranger's"
    assert later == 200


async def test_whoever_guesses_slows_nobody_down(shelf: Shelf) -> None:
    async with serving(shelf) as caller:
        await caller.ask()
        guessed = [(await caller.ask(f"guess{number}"))[0] for number in range(OF_STRANGERS)]
        known, _, _ = await caller.ask()
    assert guessed == [404] * (OF_STRANGERS - 1) + [429]
    assert known == 200


async def test_while_the_database_is_away_the_phone_is_to_ask_again(shelf: Shelf) -> None:
    async def away(_: str) -> Feed | None:
        raise StoreAwayError

    async with serving(shelf, away) as caller:
        status, _, answer = await caller.ask()
    assert (status, answer.headers["Retry-After"]) == (503, "60")


async def test_an_address_stands_in_no_log(shelf: Shelf, capfd: pytest.CaptureFixture[str]) -> None:
    async def broken(_: str) -> Feed | None:
        raise ValueError("the shelf broke")

    async with serving(shelf) as caller:
        await caller.ask()
    async with serving(shelf, broken) as caller:
        status, _, _ = await caller.ask()
    said = capfd.readouterr()
    assert status == 500
    assert TOKEN not in said.out + said.err
