"""What the page makes of wild names and small screens, with the real bot behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.demo import running_copy
from tests.browser.phones import Desk

pytestmark = pytest.mark.asyncio(loop_scope="session")
NAME = "<img src=x onerror=alert(1)> & <b>Sons</b>"


@pytest.fixture(scope="module")
def address(browser: Browser, made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001
    """One demo for all: nobody here moves the clock."""
    with running_copy(made, tmp_path_factory.mktemp("page")) as demo:
        yield demo.page
    assert demo.errors == []


async def test_a_customer_named_in_html_is_text(desk: Desk) -> None:
    anna = desk.phone("Anna")
    await anna.write("/visit")
    await anna.sees("Which customer?")
    await anna.write(NAME)
    for step in ("Whom did you talk to?", "What happened?", "What comes next?"):
        await anna.sees(step)
        await anna.press("Skip")
    await anna.sees("✓ Saved: <img src=x onerror=alert(1)> &")
    await expect(anna.element.locator(".messages img, .messages b")).to_have_count(0)


async def test_a_phone_shows_one_person_at_a_time(desk: Desk) -> None:
    page, anna = desk.page, desk.phone("Anna")
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.locator('[data-testid="tab"][data-person="Anna"]').click()
    await expect(anna.element).to_be_visible()
    await expect(desk.phone("Boris").element).to_be_hidden()
    await anna.write("Visited Acme this morning, they want a quote by Friday")
    await anna.sees("✓ Saved: Acme")
    for part in (anna.newest, anna.element.get_by_test_id("composer"), page.get_by_test_id("clock-tomorrow")):
        await expect(part).to_be_in_viewport(ratio=1)
    assert await page.evaluate("document.documentElement.scrollWidth") == 390


async def test_the_page_starts_in_the_demos_zone(desk: Desk) -> None:
    await expect(desk.page.get_by_test_id("clock-zone")).to_have_value("Asia/Singapore")
    await expect(desk.page.get_by_test_id("clock-now")).to_contain_text("Tue, 24 Nov 2026, 08:")
    await expect(desk.phone("Anna").messages.last.locator("time")).to_contain_text("08:")
