"""The main job, end to end, as a newcomer lives it on the page."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.phones import Desk, Phone

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def enrol(desk: Desk, name: str) -> Phone:
    """Boris invites; the link is opened on the new person's phone."""
    boris, newcomer = desk.phone("Boris"), desk.phone(name)
    await boris.write(f"/invite {name}, rep, Singapore")
    await boris.sees(f"Invitation for {name}", "sales rep, team Singapore", "until Wed 25 Nov")
    await boris.press("Open the link")
    await boris.element.locator(f'[data-testid="open-on"][data-person="{name}"]').click()
    await newcomer.sees(f"Welcome, {name}! You are in team Singapore.")
    return newcomer


async def test_from_an_invitation_to_a_reminder_that_is_answered_in_words(desk: Desk) -> None:
    mei = desk.phone("Mei")
    await mei.element.get_by_test_id("start").click()
    await mei.sees("I only talk to people who were invited.")
    mei = await enrol(desk, "Mei")
    await desk.move_clock("2026-11-24T15:20")

    await mei.write("Visited Zephyr Kilns this morning, met their buyer, they want a quote by Friday")
    await mei.sees("✓ Saved: Zephyr Kilns", "Visit, Tue 24 Nov", "➜ Fri 27 Nov", "quote")

    for label in ("Fix", "2", "Reminder day", "Thu 26 Nov"):
        await mei.press(label)
    await mei.sees("✓ Saved: Zephyr Kilns", "➜ Thu 26 Nov")
    for label in ("Fix", "2", "Reminder day", "Friday"):
        await mei.press(label)
    await mei.sees("✓ Saved: Zephyr Kilns", "➜ Fri 27 Nov")

    await desk.move_clock("2026-11-27T08:29")
    await expect(mei.messages.last.get_by_test_id("text")).to_contain_text("✓ Saved: Zephyr Kilns")
    await desk.move_clock("2026-11-27T08:30")
    await mei.sees("Today, Fri 27 Nov: 1 due", "1 Zephyr Kilns")
    await mei.press("1")
    await mei.shows("Today, Fri 27 Nov", button="Done")
    await mei.sees("Zephyr Kilns", "quote", "Last: visit Tue 24 Nov")

    await mei.reply("met them, ordered 20 units for 12k, call again on the 5th")
    await mei.sees("✓ Saved: Zephyr Kilns", "Fri 27 Nov", "20 units", "12,000", "➜ Sat 5 Dec", "call")
    await mei.write("/today")
    await mei.sees("Nothing due today, Fri 27 Nov.", "Sat 5 Dec")


async def test_the_same_in_chinese(desk: Desk) -> None:
    li = desk.phone("小李")
    await desk.move_clock("2026-11-24T15:20")
    await li.write("今天去了恒大钢铁，见了王总，嫌价格高，周五前要新报价")
    await li.sees("✓ 记好了：恒大钢铁", "拜访，11月24日 周二，王总", "反馈：嫌价格高", "➜ 11月27日 周五", "新报价")
    for label in ("改一下", "3", "提醒日期", "11月26日 周四"):
        await li.press(label)
    await li.sees("✓ 记好了：恒大钢铁", "➜ 11月26日 周四")
    await desk.move_clock("2026-11-26T08:30")
    agenda = await li.shows(re.compile("恒大钢铁.*新报价"), button="1")
    line = re.search(r"(\d+) 恒大钢铁.*新报价", await agenda.inner_text())
    assert line
    await li.press(line[1])
    reminder = await li.shows(re.compile("恒大钢铁.*新报价"), button="办好了")
    await expect(reminder).to_contain_text("11月26日 周四")
    await expect(reminder).to_contain_text("上次：11月24日 周二")
    await reminder.locator('[data-label="办好了"]').click()
    await expect(reminder).to_have_count(0)
