"""What words settle: days that have gone by, a complaint told softly or denied, a remedy without a date."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Findings, Moment
from understanding.reading import understand

MONDAY = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
DIRECTORY = Directory([Known(1, "Acme Tools"), Known(2, "华信机械")])


def read(text: str) -> Findings:
    return understand(text, MONDAY, DIRECTORY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 20 February I met Lee at Acme, he liked the samples", date(2026, 2, 20)),
        ("Please note that on 26 February I attended a meeting with Acme", date(2026, 2, 26)),
        ("2月25日我司与华信机械召开年度会议,双方签订合同", date(2026, 2, 25)),
        ("2月25号去过华信机械,忘了记", date(2026, 2, 25)),
        ("1月20日拜访华信机械", date(2026, 1, 20)),
    ],
)
def test_a_day_that_has_just_gone_by_is_not_due_next_year(text: str, day: date) -> None:
    found = read(text)
    assert {entry.on for entry in found.entries} == {day}
    assert found.follow_ups == ()


@pytest.mark.parametrize(
    ("text", "day"), [("see Acme on 20 March", date(2026, 3, 20)), ("12月1日拜访华信机械", date(2026, 12, 1))]
)
def test_a_day_to_come_stays_due(text: str, day: date) -> None:
    assert [plan.day for plan in read(text).follow_ups] == [day]


@pytest.mark.parametrize("text", ["Acme, no complaints this time", "华信机械嫌盒子有点小,希望改大,没有客诉"])
def test_what_is_denied_is_no_complaint(text: str) -> None:
    assert "complaint" not in {entry.kind for entry in read(text).entries}


@pytest.mark.parametrize(
    "text",
    [
        "Acme says we used a photo of their shop in our brochure without asking, they want it taken out",
        "Acme was charged twice for freight, they want it back",
        "华信机械发票金额错了,要求重开",
    ],
)
def test_a_remedy_is_wanted_without_a_date(text: str) -> None:
    found = read(text)
    assert [entry.kind for entry in found.entries] == ["complaint"]
    assert [plan.day for plan in found.follow_ups] == [None]
