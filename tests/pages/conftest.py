"""The pages of a small company, over real HTTP."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta

import aiohttp
import pytest
from sqlmodel import Session

from papers.worker import Worker
from storage.pages.links import new_link
from storage.store import Store
from tests.pages.browser import Answer, Browser
from tests.people.company import NOON, Company, found_company
from web.managers.entrance import Entrance
from web.managers.routes import page_routes
from web.managers.site import Site
from web.pages import Health, build_pages
from web.server import WebServer

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


class House:
    """The store with its company, the clock, and a browser."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now: datetime = NOON
        self.browser: Browser
        with store.transaction() as session:
            company = found_company(session)
            self.ids = company.members
            self.teams = company.teams

    def company(self, session: Session) -> Company:
        return Company(self.teams, self.ids, session)

    def wait(self, **span: float) -> None:
        self.now += timedelta(**span)

    def link(self, name: str) -> str:
        with self.store.transaction() as session:
            return new_link(session, self.ids[name], now=self.now)

    async def sign_in(self, name: str) -> Answer:
        return await self.browser.post("/pages/open", {"code": self.link(name)})


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
async def house(store: Store, worker: Worker) -> AsyncIterator[House]:
    house = House(store)

    async def well() -> Health:
        return Health(well=True, facts={})

    def clock() -> datetime:
        return house.now

    site = Site(store, clock, TOKEN, "", "en", worker, Entrance(clock))
    server = WebServer(build_pages(well, None, *page_routes(lambda: site)), "127.0.0.1", 0)
    await server.start()
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        house.browser = Browser(session, f"http://127.0.0.1:{server.port}")
        yield house
    await server.stop()
