"""Makes the pictures of the managers' pages: the demo's, on a phone and on a desk, on a day that never changes."""

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from benchmarks.photographs import keep
from tests.browser.demo import make_demo, running
from tests.browser.phones import CHROMIUM, PATIENCE, a_browser, a_desk
from web.managers.register import PAGES

SIZES = {"phone": (390, 844), "desk": (1280, 860)}


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        make_demo(Path(folder))
        with running(Path(folder)) as demo:
            async with a_browser() as browser:
                await photograph_all(browser, demo.page)


async def photograph_all(browser: Browser, address: str) -> None:
    """After a night, so that somebody has gone quiet."""
    async with a_desk(browser, address) as desk:
        boris = desk.phone("Boris")
        await expect(boris.messages.nth(1)).to_be_visible()
        await desk.move_clock("2026-11-27T08:30")
        await expect(desk.phone("Anna").element.get_by_text("has gone quiet").first).to_be_visible(timeout=2 * PATIENCE)
        await boris.write("/page")
        await boris.shows("Your pages:", "Open in the browser")
        async with desk.page.expect_popup() as opened:
            await boris.press("Open in the browser")
        page = await opened.value
        await page.get_by_role("button", name="Open").click()
        await page.wait_for_url("**/pages/digest")
        await photograph(page)


async def photograph(page: Page) -> None:
    for size, (width, height) in SIZES.items():
        await page.set_viewport_size({"width": width, "height": height})
        for one in PAGES:
            if one.label:
                await page.goto(f"{page.url.rpartition('/')[0]}/{one.name}")
                if one.name == "digest":
                    await page.get_by_role("button", name="This month").click()
                await page.wait_for_load_state("networkidle")
                picture = await page.screenshot(animations="disabled")
                await keep(page.context.browser, picture, f"page_{one.name}_{size}")


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("There is no chromium on this machine. Debian: apt install chromium fonts-noto-cjk")
    asyncio.run(main())
