"""Overdue is what customers owe, unless the words are of what one has to do oneself."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sales.kinds import Ask
from tests.questions.readings import reading
from understanding.directory import Directory
from understanding.findings import Moment
from understanding.reading import understand

NOW = Moment(datetime(2026, 3, 10, 10, tzinfo=ZoneInfo("Asia/Shanghai")), "CNY")
NOBODY = Directory(())


@pytest.mark.parametrize(
    "text",
    [
        *("overdue?", "who is overdue", "which invoices are overdue", "who hasn't paid yet", "what is overdue today"),
        *("逾期", "逾期的有哪些？", "有哪些逾期", "哪些客户逾期", "今天有哪些逾期", "谁欠我们钱", "谁还没付款"),
    ],
)
def test_what_customers_owe(text: str) -> None:
    assert reading(text) == "overdue"


@pytest.mark.parametrize("text", ["overdue follow-ups", "which follow-ups are overdue", "逾期的跟进有哪些"])
def test_promises_whose_day_went_by(text: str) -> None:
    assert reading(text) == "broken 2026-03-01/2026-03-10"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "what's overdue for me today?",
            "what do I owe?",
            "what visits do I have today?",
            "which visits planned today?",
        ),
        *("哪些到期了？", "今天到期的有哪些？", "今天要拜访谁？", "明天要拜访哪几家？"),
    ],
)
def test_what_one_has_to_do_oneself(text: str) -> None:
    """The day's plan answers; it gives way to a clear question about debts only."""
    assert understand(text, NOW, NOBODY).ask is Ask.AGENDA
    assert not reading(text).startswith("overdue")
