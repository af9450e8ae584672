"""Competitors and their prices, which are neither customers nor amounts of ours."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Competitor, Moment
from understanding.message.competing import competitors, prices_of_competitors
from understanding.message.notice import Noticed, notice
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "competitors.toml").read_text("utf-8"))
MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai")), "CNY")
PLACES = Directory(
    Known(key, name)
    for key, name in enumerate(
        ["Acme Tools", "Bolt Co", "Globex Trading", "Northgate Bakery", "华信机械", "恒大钢铁", "鑫源模具"]
    )
)
MISSED = {"Acme's other supplier charges 4.50 a box", "Globex told me Otis is asking 82k for the same job"}
"""What is not understood yet; a row leaves this set once it is."""
ROWS = [
    pytest.param(row, marks=pytest.mark.xfail(row[0] in MISSED, reason="missed", strict=True), id=row[0])
    for some in (SAID, SAID["unseen"])
    for row in (*some["en"], *some["zh"])
]


def noticed(text: str) -> Noticed:
    return notice(text, MOMENT, PLACES)


def told(one: Competitor) -> str:
    price = f"{one.price.value.normalize():f}" if one.price else ""
    currency = one.price.currency if one.price and one.price.currency != MOMENT.currency else ""
    return " ".join(part for part in (one.name or "?", price, currency) if part)


@pytest.mark.parametrize("row", ROWS)
def test_competitors_are_known_by_what_is_said_of_them(row: list[str]) -> None:
    said, *means = row
    assert [told(one) for one in competitors(noticed(said), MOMENT)] == [_normal(one) for one in means]


def _normal(one: str) -> str:
    return one.replace("4.50", "4.5")


def test_a_price_of_a_competitor_is_marked_so_that_no_entry_takes_it() -> None:
    found = noticed("Acme ordered 20 pumps for 15k, Bosch quoted them 17k")
    assert [
        one.start for clause in found.clauses for one in clause.sums if one.start in prices_of_competitors(found)
    ] == [found.text.index("17k")]


def test_a_competitor_is_no_customer_and_no_contact() -> None:
    found = understand("Visited Acme, Hansgrohe quoted them 8% less", MOMENT, PLACES)
    assert {entry.customer.name for entry in found.entries if entry.customer} == {"Acme Tools"}
    assert [name for entry in found.entries for name in entry.contacts] == []
    assert [(one.name, one.customer and one.customer.name) for one in found.competitors] == [
        ("Hansgrohe", "Acme Tools")
    ]
