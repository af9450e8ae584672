"""What was ordered, wanted or broken, and how many of it."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Item, Moment
from understanding.message.items import in_clause
from understanding.message.notice import notice
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "items.toml").read_text("utf-8"))
MISSED = {"一批货里有六块板坏了"}
"""What is not understood yet; a row leaves this set once it is."""
MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
PLACES = Directory([Known(1, "Acme Tools"), Known(2, "华信机械")])


def things(text: str) -> list[Item]:
    noticed = notice(text, MOMENT, PLACES)
    return [item for clause in noticed.clauses for item in in_clause(noticed, clause)]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("ordered 20 pumps", Item("pumps", "20")),
        ("they took twenty steel valves for 15k", Item("steel valves", "twenty")),
        ("ordered 20 more Gear Pumps by Friday", Item("Gear Pumps", "20")),
        ("three pallets of tiles arrived broken", Item("tiles", "three", "pallets")),
        ("10 tonnes of rebar next month", Item("rebar", "10", "tonnes")),
        ("a pallet of cement was wet", Item("cement", "a", "pallet")),
        ("ordered 500 labels", Item("labels", "500")),
        ("two of the boxes were crushed", Item("boxes", "two")),
        ("ordered 20 units", Item("units", "20")),
        ("half a dozen chairs wobble", Item("chairs", "half a dozen")),
        ("订了20台泵", Item("泵", "20", "台")),
        ("要50箱样品", Item("样品", "50", "箱")),
        ("两个箱子坏了", Item("箱子", "两", "个")),
        ("订了阀门20个", Item("阀门", "20", "个")),
        ("三十吨水泥下周要", Item("水泥", "三十", "吨")),
        ("一台机器坏了", Item("机器", "一", "台")),
        ("追加200套办公椅，总价5万", Item("办公椅", "200", "套")),
        ("又订了20台", Item("台", "20")),
    ],
)
def test_a_thing_is_told_as_it_was_said(text: str, item: Item) -> None:
    assert things(text) == [item]


@pytest.mark.parametrize(
    "text",
    [
        "paid 5,000 yesterday",
        "three days late",
        "called 3 times",
        "a lot of trouble with two people",
        "10% cheaper",
        "the 4020 seized",
        "her number is 9123 4567",
        "on 12 March",
        "they have 5 shops now",
        "房间三个月了",
        "有一个问题",
        "付了三万",
        "等了三个小时",
        "来了两个人",
        "电话13812345678",
        "涨了百分之五",
        "3月5号",
        "这批货",
        "吵了一架",
        "two tenders and 24cm pans",
        "开了两家分店",
    ],
)
def test_what_is_counted_but_is_no_thing(text: str) -> None:
    assert things(text) == []


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, marks=pytest.mark.xfail(row[0] in MISSED, reason="missed", strict=True), id=row[0])
        for row in (*SAID["en"], *SAID["zh"])
    ],
)
def test_things_of_many_trades(row: list[str]) -> None:
    said, *means = row
    assert [f"{item.quantity} {item.unit or '-'} {item.text.lower()}" for item in things(said)] == means


def test_several_things_of_one_clause_keep_their_order() -> None:
    assert things("ordered 20 pumps and 5 valves") == [Item("pumps", "20"), Item("valves", "5")]
    assert things("订了20台泵和5个阀门") == [Item("泵", "20", "台"), Item("阀门", "5", "个")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Visited Acme, they ordered 20 pumps for 15k", {"visit": (), "order": (Item("pumps", "20"),)}),
        ("Acme complained, two boxes came broken", {"complaint": (Item("boxes", "two"),)}),
        ("华信机械投诉，两个箱子坏了", {"complaint": (Item("箱子", "两", "个"),)}),
        ("华信机械下单20台泵", {"order": (Item("泵", "20", "台"),)}),
        ("Acme paid 5,000 for 20 pumps", {"payment": ()}),
    ],
)
def test_orders_chances_and_complaints_carry_things(text: str, kept: dict[str, tuple[Item, ...]]) -> None:
    found = understand(text, MOMENT, PLACES)
    assert {entry.kind.value: entry.items for entry in found.entries} == kept
