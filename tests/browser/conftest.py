"""One browser and one made demo for all tests here; each test runs a copy of its own."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.demo import make_demo, running_copy
from tests.browser.phones import CHROMIUM, GREETINGS, Desk, a_browser, a_desk

once = pytest_asyncio.fixture(loop_scope="session", scope="session")
each_test = pytest_asyncio.fixture(loop_scope="session")


@once
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine (Debian: apt install chromium), so nobody looked at the page")
    async with a_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo's database: writing a year of history takes seconds."""
    folder = tmp_path_factory.mktemp("made")
    make_demo(folder)
    return folder


@pytest.fixture
def address(browser: Browser, made: Path, tmp_path: Path) -> Iterator[str]:  # noqa: ARG001 - without one nothing is made
    with running_copy(made, tmp_path) as demo:
        yield demo.page
    assert demo.errors == []


@each_test
async def desk(browser: Browser, address: str) -> AsyncIterator[Desk]:
    """The page, opened; everybody who works there has been greeted."""
    async with a_desk(browser, address) as desk:
        for name, greeting in GREETINGS.items():
            await desk.phone(name).shows(greeting)
        yield desk
    assert desk.failures == []
