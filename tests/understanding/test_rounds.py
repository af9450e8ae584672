"""A round of visits or calls is told once, and holds for each customer that is named after it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

MONDAY = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
DIRECTORY = Directory([Known(1, "Acme Tools"), Known(2, "华信机械"), Known(3, "Globex Trading")])
NAMES = {"Acme Tools", "华信机械", "Globex Trading"}


@pytest.mark.parametrize(
    ("text", "kind", "customers"),
    [
        ("Two visits today. Acme liked the samples, Globex ordered 12k.", "visit", {"Acme Tools", "Globex Trading"}),
        (
            "Visited three clients: Acme ordered 12k, Globex liked the samples.",
            "visit",
            {"Acme Tools", "Globex Trading"},
        ),
        ("今天跑了两家,Acme反映质量不错,华信机械下单三万", "visit", {"Acme Tools", "华信机械"}),
        ("Two calls this morning. Acme is happy, Globex paid 5k.", "call", {"Acme Tools", "Globex Trading"}),
        ("打了两个电话,Acme很满意,华信机械付了三万", "call", {"Acme Tools", "华信机械"}),
        ("今天跑了两家,Acme反映质量不错,华信机械没去成", "visit", {"Acme Tools"}),
        ("Two visits today. Acme liked the samples, didn't make it to Globex.", "visit", {"Acme Tools"}),
        ("Acme ordered 12k, Globex paid 5k after two calls.", "call", set()),
    ],
)
def test_each_customer_of_a_round_was_visited_or_called(text: str, kind: str, customers: set[str]) -> None:
    found = understand(text, MONDAY, DIRECTORY).entries
    assert {entry.customer.name for entry in found if entry.customer and entry.kind == kind} & NAMES == customers


@pytest.mark.parametrize(
    "text",
    [
        "Meeting went well with Acme",
        "The meeting at Acme went very well, they liked the samples",
        "Wrapped up the visit at Acme, all good",
        "和华信机械的会议谈得很顺利",
    ],
)
def test_a_meeting_that_is_only_concluded_is_a_visit(text: str) -> None:
    assert "visit" in {entry.kind for entry in understand(text, MONDAY, DIRECTORY).entries}


@pytest.mark.parametrize("text", ["Video call with Acme went well", "meeting with Acme tomorrow"])
def test_a_call_or_a_meeting_to_come_is_no_visit(text: str) -> None:
    assert "visit" not in {entry.kind for entry in understand(text, MONDAY, DIRECTORY).entries}
