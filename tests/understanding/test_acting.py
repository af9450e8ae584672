"""Who on our side is to act; a customer's person is not."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import FoundFollowUp, Moment
from understanding.message.acting import actor
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "who.toml").read_text("utf-8"))
MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
PLACES = Directory([Known(1, "Acme Tools", contacts=("Sarah Lee",)), Known(2, "华信机械", contacts=("小李",))])


def plan(text: str) -> FoundFollowUp:
    (one,) = understand(text, MOMENT, PLACES).follow_ups
    return one


@pytest.mark.parametrize(
    ("text", "who", "action"),
    [
        ("Acme got the wrong valves, let the warehouse resend on Friday", "warehouse", "resend"),
        ("called Acme, Tom from service will call them on Monday", "Tom", "call them"),
        ("Acme: ask Mia to send the quote by Friday", "Mia", "send the quote"),
        ("华信机械投诉少货，让仓库周五补发", "仓库", "补发"),
        ("华信机械机器坏了，叫小张明天去", "小张", "去"),
    ],
)
def test_who_is_to_act_is_kept_apart_from_the_action(text: str, who: str, action: str) -> None:
    assert (plan(text).who, plan(text).action) == (who, action)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("get accounts to reissue the invoice", "accounts"),
        ("our technicians should inspect it", "technicians"),
        ("remind our Jonas to call them", "Jonas"),
        ("让我们仓库下周补货", "仓库"),
        ("安排李工上门检修", "李工"),
        ("请财务重开发票", "财务"),
    ],
)
def test_who_acts_stands_before_what_we_do(text: str, who: str) -> None:
    found = actor(text, ())
    assert (found and found.who) == who


@pytest.mark.parametrize(
    "text",
    [
        "ask Sarah to send the quote",
        "ask Nina to send the purchase order",
        "tell Nina to write us",
        "their warehouse will call on Friday",
        "they want a quote",
        "Sarah will send it",
        "让小王签合同",
        "叫小李去看看",
        "他们仓库要搬",
        "王总让我们发报价",
    ],
)
def test_a_person_of_the_customer_does_not_act_for_us(text: str) -> None:
    assert actor(text, ("Sarah Lee", "小李")) is None


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in (*SAID["en"], *SAID["zh"])])
def test_who_of_ours_acts_in_many_wordings(row: list[str]) -> None:
    said, *who = row
    found = actor(said, ("Sarah Lee", "小李"))
    assert ([found.who] if found else []) == who


def test_a_colleague_is_no_contact_of_the_customer() -> None:
    found = understand("Visited Acme, met Sarah, ask Mia to send the quote by Friday", MOMENT, PLACES)
    assert {name for entry in found.entries for name in entry.contacts} == {"Sarah"}
    assert [(one.who, one.contacts) for one in found.follow_ups] == [("Mia", ())]
