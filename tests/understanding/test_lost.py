"""Customers who are plainly said to have gone to a competitor; where it is doubtful, nobody is."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sales.kinds import Kind
from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
PLACES = Directory([Known(1, "Acme Tools"), Known(2, "Globex"), Known(3, "恒达钢铁")])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Acme moved to a competitor", 1),
        ("Acme has now switched to another supplier.", 1),
        ("we lost Acme to Globex", 1),
        ("Visited Globex. We just lost Acme to Initech", 1),
        ("Acme left us for Initech, price", 1),
        ("恒达转去竞争对手了", 3),
        ("恒达去了同行那边", 3),
        ("恒达钢铁被同行抢走了，价格太高", 3),
    ],
)
def test_who_is_lost(text: str, who: int) -> None:
    found = understand(text, MOMENT, PLACES)
    assert [mention.key for mention in found.lost] == [who]
    assert (Kind.NOTE, who) in [(entry.kind, entry.customer.key) for entry in found.entries if entry.customer]


@pytest.mark.parametrize(
    "text",
    [
        "Acme says they will move to a competitor",
        "if you are late again Acme has moved to a competitor",
        "fix it or Acme moved to a competitor",
        "did we lose Acme to Globex?",
        "Acme moved to a competitor's old building",
        "Sarah from Acme moved to a competitor",
        "we lost Acme's order to Globex",
        "Acme gave our floor plans to a competitor",
        "恒达说再不发货就转去竞争对手了",
        "恒达要转去竞争对手了",
        "恒达的王总去了竞争对手那边",
        "恒达没有转去竞争对手",
        "听说恒达转去竞争对手了",
    ],
)
def test_who_is_not(text: str) -> None:
    assert understand(text, MOMENT, PLACES).lost == ()
