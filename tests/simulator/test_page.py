"""The page in a real browser: a person can start, write, press, correct, and move the clock."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, Locator, Page, async_playwright, expect

from simulator import Clock, Simulator
from tests.simulator.caller import Caller

CHROMIUM = shutil.which("chromium")
SWITCHES = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
)
NAME = "<img src=x onerror=alert(1)> & Co"
BUTTONS = {
    "inline_keyboard": [
        [{"text": "Undo", "callback_data": "undo"}, {"text": "Why?", "callback_data": "why"}],
        [{"text": "Copy", "copy_text": {"text": "Happy birthday"}}],
    ]
}

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium"),
    pytest.mark.asyncio(loop_scope="module"),
]
# One browser for all tests of this file: starting it takes longer than they do.
whole_file = pytest_asyncio.fixture(loop_scope="module", scope="module")
each_test = pytest_asyncio.fixture(loop_scope="module")


async def converse(api: Caller) -> None:
    """A bot that says back what it heard, and answers to its buttons."""
    offset = 0
    while True:
        for update in await api.updates(offset=offset, timeout=30):
            offset = update["update_id"] + 1
            await (answer_tap if "callback_query" in update else answer_message)(api, update)


async def answer_message(api: Caller, update: dict[str, Any]) -> None:
    message = update.get("message") or update["edited_message"]
    said = message.get("text") or json.dumps(sorted(message))
    keys = {"keyboard": [["Today"]]} if said.startswith("/start") else BUTTONS
    await api("sendMessage", chat_id=message["chat"]["id"], text=f"Heard: {said}", reply_markup=keys)


async def answer_tap(api: Caller, update: dict[str, Any]) -> None:
    tap = update["callback_query"]
    place = {"chat_id": tap["message"]["chat"]["id"], "message_id": tap["message"]["message_id"]}
    alert = tap["data"] == "why"
    await api("answerCallbackQuery", callback_query_id=tap["id"], text="Because" if alert else "Done", show_alert=alert)
    if not alert:
        await api("editMessageText", **place, text="Taken back")


@each_test
async def sim(clock: Clock) -> AsyncIterator[Simulator]:
    async with Simulator(clock=clock, token="7001:secret") as simulator:
        yield simulator


@each_test
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@whole_file
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        await browser.close()


@each_test
async def page(sim: Simulator, api: Caller, browser: Browser) -> AsyncIterator[Page]:
    for name, language in (("Boris", "en"), ("Anna", "en"), ("小李", "zh")):
        sim.person(name, language)
    bot = asyncio.create_task(converse(api))
    page = await browser.new_page(viewport={"width": 1280, "height": 760})
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("dialog", lambda dialog: failures.append(dialog.message))
    await page.goto(sim.page_url)
    await page.wait_for_selector("[data-ready]")
    yield page
    await page.close()
    bot.cancel()
    await asyncio.wait([bot])
    assert failures == []


def phone(page: Page, name: str) -> Locator:
    return page.locator(f'[data-phone="{name}"]')


async def write(page: Page, name: str, text: str) -> None:
    composer = phone(page, name).get_by_test_id("composer")
    await composer.fill(text)
    await composer.press("Enter")


async def test_start_tell_press_correct(page: Page) -> None:
    anna = phone(page, "Anna")
    messages = anna.get_by_test_id("message")
    await anna.get_by_test_id("start").click()
    await expect(messages.last).to_contain_text("Heard: /start")
    await write(page, "Anna", NAME)
    await expect(messages.last.get_by_test_id("text")).to_have_text(f"Heard: {NAME}")
    await messages.last.locator('[data-label="Why?"]').click()
    await expect(anna.get_by_test_id("alert")).to_have_text("Because")
    await anna.get_by_test_id("alert-ok").click()
    await messages.last.locator('[data-label="Undo"]').click()
    await expect(anna.get_by_test_id("toast")).to_have_text("Done")
    await expect(messages.last).to_contain_text("Taken back")
    await expect(messages.last.get_by_test_id("inline-button")).to_have_count(0)
    await messages.nth(2).dblclick()
    await anna.get_by_test_id("composer").fill("Visited Globex")
    await anna.get_by_test_id("send").click()
    await expect(messages.nth(2)).to_contain_text("Visited Globexedited")
    await expect(messages.last).to_contain_text("Heard: Visited Globex")
    await anna.get_by_test_id("reply-button").get_by_text("Today").click()
    await expect(messages.last).to_contain_text("Heard: Today")


async def test_links_attachments_and_a_blocked_bot(page: Page, sim: Simulator, api: Caller) -> None:
    li = phone(page, "小李")
    messages = li.get_by_test_id("message")
    await li.get_by_test_id("paste-link").fill("https://t.me/rapport_bot?start=abc")
    await expect(messages.first).to_contain_text("/start abc")
    for choice in ("attach-voice", "attach-location"):
        await li.get_by_test_id("attach").click()
        await li.get_by_test_id(choice).click()
    await li.get_by_test_id("location-share").click()
    await expect(li.get_by_test_id("location")).to_be_visible()
    await li.get_by_test_id("attach").click()
    await li.get_by_test_id("attach-document").click()
    file = FilePayload(name="客户.csv", mimeType="text/csv", buffer=b"Acme")
    await li.get_by_test_id("file-document").set_input_files(file)
    await expect(li.get_by_test_id("document")).to_contain_text("客户.csv")
    await expect(messages.last).to_contain_text("document")
    kinds = [next(iter(message.media)) for message in sim.person("小李").chat if message.media]
    assert kinds == ["voice", "location", "document"]
    await li.get_by_test_id("phone-menu").click()
    await li.get_by_test_id("menu-block").click()
    await expect(li.get_by_test_id("unblock")).to_be_visible()
    await li.get_by_test_id("unblock").click()
    await expect(li.get_by_test_id("composer")).to_be_visible()
    await api("sendPoll")
    await expect(page.get_by_test_id("not-emulated")).to_have_text("Not emulated: sendPoll")


async def test_a_small_screen_shows_one_phone_and_the_clock(page: Page, sim: Simulator) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    tab = page.get_by_test_id("tab")
    await expect(phone(page, "Anna")).to_be_hidden()
    sim.person("Anna").say("hello")
    await expect(tab.filter(has_text="Anna").get_by_test_id("unread")).to_have_text("1")
    await tab.filter(has_text="Anna").click()
    await expect(phone(page, "Anna")).to_be_visible()
    await expect(phone(page, "Boris")).to_be_hidden()
    await expect(tab.get_by_test_id("unread")).to_have_count(0)
    await move_the_clock(page)
    assert sim.clock.now().isoformat() == "2026-03-06T01:30:00+00:00"


async def move_the_clock(page: Page) -> None:
    await page.get_by_test_id("clock-zone").select_option("Asia/Shanghai")
    await page.get_by_test_id("clock-tomorrow").click()
    await expect(page.get_by_test_id("clock-now")).to_have_text("Tue, 3 Mar 2026, 09:00")
    await page.get_by_test_id("clock-plus-hour").click()
    await expect(page.get_by_test_id("clock-now")).to_have_text("Tue, 3 Mar 2026, 10:00")
    await page.get_by_test_id("clock-set").click()
    await page.get_by_test_id("clock-input").fill("2026-03-01T09:00")
    await page.get_by_test_id("clock-apply").click()
    await expect(page.get_by_test_id("clock-set-error")).to_contain_text("The clock never goes back")
    await page.get_by_test_id("clock-input").fill("2026-03-06T09:30")
    await page.get_by_test_id("clock-apply").click()
    await expect(page.get_by_test_id("clock-now")).to_have_text("Fri, 6 Mar 2026, 09:30")
