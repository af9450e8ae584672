"""Makes the pictures of README and docs: the demo's real page in a browser, on a day that never changes."""

import asyncio
import math
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, FloatRect, Locator, ViewportSize, expect

from benchmarks import photographs
from benchmarks.demo_scenes import SCENES
from tests.browser.demo import make_demo, running
from tests.browser.phones import CHROMIUM, Desk, Phone, a_browser, a_desk

HAND = ViewportSize(width=390, height=720)
"""What one holds in one's hand; tabs and clock stand above, and are left out of the picture."""
AROUND = 260
"""What else stands on the screen: a long message should be seen whole."""


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        make_demo(Path(folder))
        with running(Path(folder)) as demo:
            async with a_browser() as browser:
                await play(browser, demo.page)


async def play(browser: Browser, address: str) -> None:
    async with a_desk(browser, address) as desk, a_desk(browser, address, HAND, sharpness=2) as hand:
        for name in ("Boris", "Anna", "小李"):
            await expect(desk.phone(name).messages.nth(1)).to_be_visible()
        await desk.move_clock("2026-11-24T15:20")
        for name, scene in SCENES.items():
            await photograph(hand, await scene(desk), name)
            if name == "complaint":
                await keep(desk, "story")


async def photograph(hand: Desk, phone: Phone, name: str) -> None:
    """As that person sees it, once all of it has arrived there."""
    await hand.page.locator(f'[data-testid="tab"][data-person="{phone.name}"]').click()
    seen = hand.phone(phone.name)
    await expect(seen.messages).to_have_count(await phone.messages.count())
    await expect(seen.newest.get_by_test_id("text")).to_have_text(
        await phone.newest.get_by_test_id("text").inner_text()
    )
    height = max(HAND["height"], await measure(seen.newest, "height") + AROUND)
    await hand.page.set_viewport_size({"width": HAND["width"], "height": height})
    top = await measure(seen.element, "y")
    await keep(hand, name, FloatRect(x=0, y=top, width=HAND["width"], height=height - top))


async def measure(element: Locator, side: Literal["y", "height"]) -> int:
    """In whole points: half of one would show what is behind."""
    box = await element.bounding_box()
    assert box
    return math.ceil(box[side])


async def keep(desk: Desk, name: str, clip: FloatRect | None = None) -> None:
    """Small notes over the messages go by themselves; the mouse's shadow goes with the mouse."""
    await desk.page.mouse.move(0, 0)
    for notes in await desk.page.get_by_test_id("toast").all():
        await expect(notes).to_be_empty()
    picture = await desk.page.screenshot(clip=clip, animations="disabled")
    await photographs.keep(desk.page.context.browser, picture, name)


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("There is no chromium on this machine. Debian: apt install chromium fonts-noto-cjk")
    asyncio.run(main())
