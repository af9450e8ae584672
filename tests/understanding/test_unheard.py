"""Of several customers in one message none is left unheard."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

WEDNESDAY = Moment(datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
PLACES = Directory(
    Known(key, name) for key, name in enumerate(("Acme Tools", "Globex Trading", "Padma Foods", "恒大钢铁"))
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Called Acme about the pumps and Globex wants a discount, lunch with Padma Foods on Thursday",
            {"call Acme Tools", "➜ Globex Trading None", "➜ Padma Foods 2026-03-05"},
        ),
        ("Visited Acme and Globex ordered 20 pumps", {"visit Acme Tools", "order Globex Trading"}),
        ("visited Acme and Globex", {"visit Acme Tools", "visit Globex Trading"}),
        ("visited Acme, lunch with Padma Foods on Friday", {"visit Acme Tools", "➜ Padma Foods 2026-03-06"}),
        ("今天去了恒大钢铁，周五跟Globex吃饭", {"visit 恒大钢铁", "➜ Globex Trading 2026-03-06"}),
    ],
)
def test_each_customer_is_heard(text: str, told: set[str]) -> None:
    found = understand(text, WEDNESDAY, PLACES)
    entries = {f"{one.kind} {one.customer.name if one.customer else '?'}" for one in found.entries}
    plans = {f"➜ {one.customer.name if one.customer else '?'} {one.day}" for one in found.follow_ups}
    assert entries | plans == told
