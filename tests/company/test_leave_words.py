"""What people write when they ask for a leave: the days, and the names around them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from understanding.leave import LeaveWords, asked_leave, read_leave

NOW = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
MAY = date(2026, 5, 1), date(2026, 5, 5)
NEXT_WEEK = date(2026, 3, 9), date(2026, 3, 15)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1-5 May", LeaveWords(*MAY)),
        ("5月1日到5日", LeaveWords(*MAY)),
        ("next week", LeaveWords(*NEXT_WEEK)),
        ("下周", LeaveWords(*NEXT_WEEK)),
        ("until Friday", LeaveWords(date(2026, 3, 2), date(2026, 3, 6))),
        ("tomorrow to Friday", LeaveWords(date(2026, 3, 3), date(2026, 3, 6))),
        ("明天到周五", LeaveWords(date(2026, 3, 3), date(2026, 3, 6))),
        ("1-5 March", LeaveWords(date(2026, 3, 2), date(2026, 3, 5))),
        ("today and tomorrow", LeaveWords(date(2026, 3, 2), date(2026, 3, 3))),
        ("Anna 1-5 May", LeaveWords(*MAY, before="Anna")),
        ("Anna 1-5 May, Ben covers", LeaveWords(*MAY, before="Anna", after="Ben")),
        ("5月1日到5日，由小王代班", LeaveWords(*MAY, after="小王")),
        ("Ben", LeaveWords(before="Ben")),
        ("", LeaveWords()),
    ],
)
def test_days_and_names_are_read(text: str, read: LeaveWords) -> None:
    assert read_leave(text, NOW) == read


@pytest.mark.parametrize("text", ["5 May to 1 May", "5-1 May", "5月5日到5月1日", "2026-05-05 to 2026-05-01"])
def test_days_the_wrong_way_round_are_seen(text: str) -> None:
    assert read_leave(text, NOW).backwards


@pytest.mark.parametrize("text", ["I'm on leave 1-5 May", "请假5月1日到5日", "我要请假，5月1日到5日", "leave 1-5 May"])
def test_plain_words_may_ask_for_it(text: str) -> None:
    read = asked_leave(text, NOW)

    assert read is not None
    assert (read.first, read.last) == MAY


@pytest.mark.parametrize(
    "text", ["Mr Lee is on leave 1-5 May", "leave the samples at Acme on Friday", "王总请假5月1日到5日", "left Acme"]
)
def test_what_happens_at_customers_is_no_leave(text: str) -> None:
    assert asked_leave(text, NOW) is None
