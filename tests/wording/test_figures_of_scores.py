"""Sums beside scores are no finer than they are of use."""

import pytest

from sales.money import Money
from tests.wording.shown import CHINESE, ENGLISH
from wording.cards.scores.figures import whole


@pytest.mark.parametrize(
    ("sum_", "english", "chinese"),
    [
        (Money(71_327_86, "CNY"), "¥71,328", "¥71,328"),
        (Money(50_000_00, "SGD"), "S$50,000", "S$5万"),
        (Money(1_234, "JPY"), "JP¥1,234", "JP¥1,234"),
        (Money(40, "CNY"), "¥0", "¥0"),
    ],
)
def test_a_year_is_told_without_small_change(sum_: Money, english: str, chinese: str) -> None:
    assert (whole(sum_, ENGLISH), whole(sum_, CHINESE)) == (english, chinese)
