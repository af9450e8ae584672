"""The managers' pages in a real browser: the way in from the chat, then on a phone, on a desk and by keyboard."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.browser.demo import running_copy
from tests.browser.phones import a_desk
from web.managers.register import PAGES

pytestmark = pytest.mark.asyncio(loop_scope="session")
MENU = [page.name for page in PAGES if page.label]
SIZES = {"phone": (390, 844), "desk": (1280, 900)}
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"


@pytest.fixture(scope="module")
def demo(browser: Browser, made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001
    with running_copy(made, tmp_path_factory.mktemp("pages")) as demo:
        yield demo.page
    assert demo.errors == []


@dataclass(frozen=True)
class Signed:
    """A browser in which somebody is signed in, and where the pages are."""

    context: BrowserContext
    address: str


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def boris(browser: Browser, demo: str) -> AsyncIterator[Signed]:
    """The manager, by the button in the chat."""
    async with a_desk(browser, demo) as desk:
        phone = desk.phone("Boris")
        await phone.write("/page")
        await phone.shows("Your pages:", "Open in the browser")
        async with desk.page.expect_popup() as opened:
            await phone.press("Open in the browser")
        page = await opened.value
        await expect(page.get_by_label("Code")).to_be_hidden()
        assert "#" not in page.url
        await page.get_by_role("button", name="Open").click()
        await expect(page.get_by_role("heading", level=2).first).to_contain_text("Rapport Demo")
        address, kept = page.url.rpartition("/")[0], await page.context.storage_state()
    context = await browser.new_context(storage_state=kept)
    yield Signed(context, address)
    await context.close()


@asynccontextmanager
async def opened(who: Signed, name: str, size: str) -> AsyncIterator[Page]:
    page = await who.context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    await page.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
    await page.goto(f"{who.address}/{name}")
    yield page
    await page.close()
    assert said == []


async def faults(page: Page) -> list[str]:
    """What axe finds; it is not subject to the page's own policy, as nothing is that a tester types in."""
    await page.evaluate(AXE)
    found = await page.evaluate(RULES)
    return [f"{one['id']}: {node['html']}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", MENU)
async def test_a_page_fits_and_can_be_read_by_everybody(boris: Signed, name: str, size: str) -> None:
    async with opened(boris, name, size) as page:
        await page.wait_for_load_state("networkidle")
        assert await page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
        light = await faults(page)
        await page.emulate_media(color_scheme="dark")
        assert (light, await faults(page)) == ([], [])


async def test_the_keyboard_reaches_everything_and_comes_to_the_content_first(boris: Signed) -> None:
    async with opened(boris, "digest", "desk") as page:
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="To the content")).to_be_focused()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("button", name="Today")).to_be_focused()
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("button", name="This week")).to_have_attribute("aria-pressed", "true")
        await expect(page.get_by_role("heading", level=2).first).to_contain_text("–")
        assert page.url.endswith("/pages/digest")


async def test_a_search_is_answered_while_one_writes_and_leads_there_and_back(boris: Signed) -> None:
    async with opened(boris, "customers", "desk") as page:
        await page.get_by_label("Name or code").press_sequentially("acme")
        await expect(page.get_by_role("status")).to_have_text("1 customer")
        await expect(page.get_by_label("Name or code")).to_be_focused()
        await page.get_by_role("button", name="Acme").click()
        await expect(page.get_by_role("heading", level=1)).to_contain_text("Acme")
        assert await faults(page) == []
        await page.get_by_role("button", name="Back to the list").click()
        await expect(page.get_by_label("Name or code")).to_have_value("acme")
        await expect(page.get_by_role("status")).to_have_text("1 customer")
        assert page.url.endswith("/pages/customers")


async def test_everything_works_without_scripts(browser: Browser, boris: Signed) -> None:
    kept = await boris.context.storage_state()
    context = await browser.new_context(storage_state=kept, java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{boris.address}/customers")
    await page.get_by_label("Name or code").fill("acme")
    await page.get_by_role("button", name="Search").click()
    await page.get_by_role("button", name="Acme").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Acme")
    await page.get_by_role("link", name="Digest").click()
    await page.get_by_role("button", name="Show the figures").click()
    await expect(page.get_by_role("columnheader", name="Visits made")).to_be_visible()
    await page.goto(f"{boris.address}/open")
    await expect(page.get_by_label("Code")).to_be_visible()
    await context.close()


async def test_inside_telegram_the_page_hands_on_who_opened_it(browser: Browser, boris: Signed) -> None:
    """The demo's bot has a token that nobody knows, so what is handed on is refused: as a forged one should be."""
    context = await browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    page = await context.new_page()
    await page.goto(
        f"{boris.address}/app#tgWebAppData=user%3D%257B%2522id%2522%253A1001%257D%26hash%3D00&tgWebAppVersion=8"
    )
    await expect(page.get_by_text("我看不出你是从 Telegram 来的")).to_be_visible()
    assert (await faults(page), "#" in page.url) == ([], False)
    assert await page.evaluate("document.documentElement.lang") == "zh"
    await context.close()


async def test_the_map_is_looked_at_closer_and_opened_by_keyboard(boris: Signed) -> None:
    async with opened(boris, "map", "phone") as page:
        mark = page.locator("svg button[name=to]").first
        label = await mark.get_attribute("aria-label") or ""
        await mark.focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("button", name="Where most are")).to_be_visible()
        name = label.partition(" and ")[0]
        await page.locator("svg").get_by_role("button", name=name).first.focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text(name)
        await page.get_by_role("button", name="Back to the list").click()
        await expect(page.get_by_role("button", name="Where most are")).to_be_visible()
        assert page.url.endswith("/pages/map")
