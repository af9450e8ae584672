"""What a visit or a call was about."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sales.kinds import Kind
from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
PLACES = Directory([Known(1, "Acme Tools"), Known(2, "华信机械")])


def subjects(text: str) -> list[str]:
    return [one.text for one in understand(text, MOMENT, PLACES).entries if one.kind in (Kind.VISIT, Kind.CALL)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Visited Acme this morning, talked about the new production line", "the new production line"),
        ("Met Sarah Lee at Acme to discuss the yearly contract", "the yearly contract"),
        ("今天拜访了华信机械，和王总聊了新生产线的规划", "新生产线的规划"),
    ],
)
def test_a_meeting_tells_what_was_talked_about(text: str, about: str) -> None:
    assert subjects(text) == [about]


@pytest.mark.parametrize(
    "text",
    [
        "Visited Acme",
        "Visited Acme this morning, met their buyer",
        "met Ms. Sarah Lee at Acme today",
        "called Acme this morning",
        "今天去了华信机械",
        "上午拜访了华信机械，见了王总",
    ],
)
def test_a_meeting_of_which_nothing_is_told_has_no_words(text: str) -> None:
    assert subjects(text) == [""]


def test_words_of_another_kind_are_not_told_twice() -> None:
    assert subjects("Visited Acme, they ordered 20 pumps for 15k") == [""]
