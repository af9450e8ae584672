"""What lies ahead is to be done: meetings with a day to come, and whatever somebody asks to be reminded of."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

MONDAY = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
PLACES = Directory(Known(key, name) for key, name in enumerate(("Acme Tools", "Padma Foods", "华信机械")))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("lunch with Padma Foods on Friday", {"➜ 2026-03-06"}),
        ("Meeting with Acme Tools tomorrow at 3pm", {"➜ 2026-03-03"}),
        ("Lunch with Padma Foods today went well", {"visit"}),
        ("Visited Acme Tools, meeting with them again on Friday", {"visit", "➜ 2026-03-06"}),
        ("今天下午2点拜访新客户宏远电子", {"➜ 2026-03-02"}),
        ("今天下午2点拜访华信机械,带样品", {"➜ 2026-03-02"}),
        ("今天上午10:20给华信机械打电话", {"➜ 2026-03-02"}),
        ("今天上午9点拜访了华信机械,下午2点再打电话", {"visit", "➜ 2026-03-02"}),
        ("visiting new customer Initech today at 2pm", {"➜ 2026-03-02"}),
        ("Met Acme Tools, call them again at 5pm", {"visit", "➜ 2026-03-02"}),
        ("remind me to ring the bank at 4 pm", {"➜ 2026-03-02"}),
        ("Visited Acme Tools, remind me to send the quote", {"visit", "➜ None"}),
        ("明天提醒我给华信机械打电话", {"➜ 2026-03-03"}),
        ("每个工作日9点提醒我看邮件", {"➜ 2026-03-03"}),
        ("每月31号给华信机械对账", {"➜ 2026-03-31"}),
        ("Acme Tools order every two weeks", set()),
        ("don't remind me about Acme Tools", set()),
        ("不用提醒我了", set()),
    ],
)
def test_what_lies_ahead(text: str, told: set[str]) -> None:
    found = understand(text, MONDAY, PLACES)
    assert {str(one.kind) for one in found.entries} | {f"➜ {one.day}" for one in found.follow_ups} == told
