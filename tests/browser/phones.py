"""What people do on the page, in a test's words."""

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Browser, FilePayload, Locator, Page, ViewportSize, async_playwright, expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
"""Debian's browser: playwright's own would have to be downloaded."""
SWITCHES = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
)
PATIENCE = 15_000
"""Milliseconds; the machine may be busy with other things."""
GREETINGS = {"Boris": "Good to see you", "Anna": "Good to see you", "小李": "你好"}
"""Who works in the demo, and what the bot says to each first."""
DESK = ViewportSize(width=1440, height=900)


@asynccontextmanager
async def a_browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        try:
            yield browser
        finally:
            await browser.close()


@dataclass(frozen=True, slots=True)
class Phone:
    """One person's phone on the page; the newest message of the bot is where one looks and presses."""

    page: Page
    name: str

    @property
    def element(self) -> Locator:
        return self.page.locator(f'[data-phone="{self.name}"]')

    @property
    def messages(self) -> Locator:
        return self.element.get_by_test_id("message")

    @property
    def newest(self) -> Locator:
        return self.element.locator('[data-from="bot"]').last

    async def write(self, text: str) -> None:
        composer = self.element.get_by_test_id("composer")
        await composer.fill(text)
        await composer.press("Enter")

    async def reply(self, text: str) -> None:
        """To the newest message."""
        await self.newest.hover()
        await self.newest.get_by_test_id("message-menu").click()
        await self.element.get_by_test_id("menu-reply").click()
        await self.write(text)

    async def press(self, label: str) -> None:
        await self.newest.locator(f'[data-testid="inline-button"][data-label="{label}"]').click()

    async def send_file(self, name: str, content: bytes) -> None:
        await self.element.get_by_test_id("attach").click()
        async with self.page.expect_file_chooser() as choosing:
            await self.element.get_by_test_id("attach-document").click()
        await (await choosing.value).set_files(FilePayload(name=name, mimeType="text/csv", buffer=content))

    async def sees(self, *texts: str) -> None:
        """All of these stand in the newest message, at once or in a moment."""
        for text in texts:
            await expect(self.newest.get_by_test_id("text")).to_contain_text(text, timeout=PATIENCE)

    async def shows(self, text: str | re.Pattern[str], button: str = "") -> Locator:
        """Wait for the bot's message that has this text and button, wherever it stands."""
        found = self.element.locator('[data-from="bot"]').filter(has_text=text)
        if button:
            found = found.filter(has=self.page.locator(f'[data-label="{button}"]'))
        await expect(found).to_have_count(1, timeout=PATIENCE)
        return found


class Desk:
    """The page with all phones and the clock."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.failures: list[str] = []
        page.on("pageerror", lambda error: self.failures.append(str(error)))
        page.on("dialog", lambda dialog: self.failures.append(dialog.message))
        page.on("console", lambda said: self.failures.append(said.text) if said.type in {"error", "warning"} else None)

    def phone(self, name: str) -> Phone:
        return Phone(self.page, name)

    async def open(self, address: str) -> None:
        await self.page.goto(address)
        await self.page.wait_for_selector("[data-ready]")

    async def move_clock(self, to: str) -> None:
        """To a moment of the demo's own zone, as in 2026-11-27T09:00."""
        await self.page.get_by_test_id("clock-set").click()
        await self.page.get_by_test_id("clock-input").fill(to)
        await self.page.get_by_test_id("clock-apply").click()
        await expect(self.page.get_by_test_id("clock-input")).to_have_count(0)


@asynccontextmanager
async def a_desk(
    browser: Browser, address: str, size: ViewportSize = DESK, sharpness: float = 1
) -> AsyncIterator[Desk]:
    page = await browser.new_page(viewport=size, device_scale_factor=sharpness)
    try:
        desk = Desk(page)
        await desk.open(address)
        yield desk
    finally:
        await page.close()
