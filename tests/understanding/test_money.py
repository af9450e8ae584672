from decimal import Decimal

import pytest

from understanding.message.money import sums
from understanding.spelling import plain


@pytest.mark.parametrize(
    ("said", "value", "currency"),
    [
        ("budget 12万", 120000, None),
        ("预算12w", 120000, None),
        ("a 120k order", 120000, None),
        ("around 1.2m", 1200000, None),
        ("八千块", 8000, None),
        ("一共三千二", 3200, None),
        ("合同十五万八", 158000, None),
        ("付了9万8", 98000, None),
        ("¥56万", 560000, None),
        ("£612", 612, "GBP"),
        ("S$7,750", 7750, "SGD"),
        ("HK$2.8M", 2800000, "HKD"),
        ("€74k", 74000, "EUR"),
        ("RM 48k", 48000, "MYR"),
        ("Rs 1,85,000", 185000, "INR"),
        ("6.4 lakh", 640000, None),
        ("twenty two thousand a year", 22000, None),
        ("eleven hundred pounds", 1100, "GBP"),
        ("a quarter million dollars", 250000, None),
        ("1.8万美元", 18000, "USD"),
        ("新台幣十二萬元整", 120000, "TWD"),
        ("6300刀", 6300, "USD"),
    ],
)
def test_a_sum_is_read(said: str, value: int, currency: str | None) -> None:
    [found] = sums(plain(said), [])
    assert (found.value, found.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    "said", ["the 4020 seized", "20 units", "要20吨", "3 days late", "VMC850", "room 4411", "三台机器"]
)
def test_a_number_is_no_sum_by_itself(said: str) -> None:
    assert sums(plain(said), []) == []
