"""Who referred whom: a person, a customer, or a person of a customer."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Moment, Referral
from understanding.message.notice import notice
from understanding.message.referring import referrals
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "referrals.toml").read_text("utf-8"))
NAMES = ("Acme Tools", "Bolt Co", "Globex Trading", "Northgate Bakery", "华信机械", "恒大钢铁", "鑫源模具")
PLACES = Directory(
    Known(key, name, contacts=("Sarah Lee",) if name == "Acme Tools" else ()) for key, name in enumerate(NAMES)
)
MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai")), "CNY")
MISSED = {
    "Thanks to an intro from Sarah Lee I met Bolt Co today",
    "met Bolt Co, Sarah from Acme had recommended us",
}
"""What is not understood yet; a row leaves this set once it is."""
ROWS = [
    pytest.param(row, marks=pytest.mark.xfail(row[0] in MISSED, reason="missed", strict=True), id=row[0])
    for some in (SAID, SAID["unseen"])
    for row in (*some["en"], *some["zh"])
]


def told(one: Referral) -> str:
    through = one.through.name if one.through else ""
    return f"{one.person or ''}@{through} -> {one.customer.name if one.customer else '?'}"


@pytest.mark.parametrize("row", ROWS)
def test_who_came_through_whom(row: list[str]) -> None:
    said, *means = row
    assert [told(one) for one in referrals(notice(said, MOMENT, PLACES))] == means


def test_a_short_message_tells_who_referred_the_customer_of_the_last_one() -> None:
    after = Moment(MOMENT.at, MOMENT.currency, context=4)
    assert [told(one) for one in understand("张总介绍来的", after, PLACES).referrals] == ["张总@ -> 华信机械"]
